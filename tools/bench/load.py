"""A number of clients, each sending one request after another over its own connection, and what they saw."""

import http.client
import json
import random
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from qabyldau.demo.numbers import iin

FOUND, CREATED = 200, 201


@dataclass(frozen=True)
class Target:
    """What is asked for: an address and how the next request looks. Without a body it is only read.

    `path` is for what lies at many addresses.
    """

    name: str
    url: str
    headers: Callable[[], dict[str, str]]
    body: Callable[[random.Random], str] | None = None
    path: Callable[[random.Random], str] | None = None

    def send(self, line: http.client.HTTPConnection, chance: random.Random) -> None:
        path = self.path(chance) if self.path else urlsplit(self.url).path
        if self.body:
            line.request("POST", path, self.body(chance).encode(), self.headers())
        else:
            line.request("GET", path, headers=self.headers())

    @property
    def good(self) -> int:
        """The only status that counts."""
        return CREATED if self.body else FOUND


@dataclass
class Seen:
    """What all clients of a round saw; times in seconds."""

    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    def milliseconds(self, share: float) -> float:
        """The time within which this share of the answers came."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000


def registration(base: str, token: str) -> Target:
    """Registering an appeal as another system does; every one is another person's."""

    def headers() -> dict[str, str]:
        return {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid.uuid4()),
        }

    def body(chance: random.Random) -> str:
        appeal = {
            "channel": "post",
            "language": chance.choice(["kk", "ru"]),
            "applicant": {"kind": "citizen", "name": "Үлгіова Ақмарал Тестқызы", "number": iin(chance, "f")},
            "substance": f"Третью неделю нет воды на улице {chance.randrange(10**6)}, просим решить вопрос.",
            "topic": "water",
            "contact": {"phone": "+77000000001", "email": "ulgi@example.org"},
            "wish": {"mode": "in_person"},
        }
        return json.dumps(appeal)

    return Target("registration", f"{base}/api/v1/appeals", headers, body)


def bare(base: str) -> Target:
    return Target("bare insert", f"{base}/bare/", dict, lambda chance: str(chance.random()))


def measure(target: Target, clients: int, seconds: float) -> Seen:
    """One round; what fails is counted apart and makes the round worthless."""
    seen, lock = Seen(), threading.Lock()
    until = time.perf_counter() + seconds

    def work(number: int) -> None:
        times, failures = _one_client(target, random.Random(number), until)  # noqa: S311 - no secret
        with lock:
            seen.times += times
            seen.failures += failures

    began = time.perf_counter()
    threads = [threading.Thread(target=work, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seen.seconds = time.perf_counter() - began
    return seen


def _one_client(target: Target, chance: random.Random, until: float) -> tuple[list[float], list[str]]:
    place = urlsplit(target.url)
    line = http.client.HTTPConnection(place.netloc, timeout=30)
    times: list[float] = []
    failures: list[str] = []
    while (began := time.perf_counter()) < until:
        target.send(line, chance)
        answer = line.getresponse()
        text = answer.read()
        if answer.status == target.good:
            times.append(time.perf_counter() - began)
        else:
            failures.append(f"{answer.status} {text[:200].decode(errors='replace')}")
    line.close()
    return times, failures
