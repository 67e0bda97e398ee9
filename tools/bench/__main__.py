"""Runs the product on each database in a folder of its own, and measures in turns: noise meets both."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tools.bench import boards, crowd, growth, likeness, load, offices, pack, rest
from tools.bench.place import empty, environment, run
from tools.places import ROOT, program

CLIENTS = (1, 8)
ROUNDS = 3
SECONDS = 4.0
START_SECONDS = 30
CROWD_SECONDS = 1.0
PAGE_CLIENTS, WISHED_PAGE = 4, 20


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Product:
    """The whole product at work: where, whose token, its first process, how long it took to start."""

    address: str
    token: str
    process: int
    seconds: float


@contextmanager
def product(database_url: str) -> Iterator[Product]:
    """Founded once and started twice: the second start is the one that is measured and used."""
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="qabyldau-bench-") as name:
        surroundings = environment(Path(name), database_url, port)
        run(surroundings, program("qabyldau"), "build-assets")
        run(surroundings, program("qabyldau"), "collectstatic", "--noinput", "--verbosity", "0")
        token = run(surroundings, program("python"), "-m", "tools.bench.found").split()[-1]
        with _serving(surroundings, Path(name), port):
            pass
        with _serving(surroundings, Path(name), port) as (process, seconds):
            yield Product(f"http://127.0.0.1:{port}", token, process, seconds)


@contextmanager
def _serving(surroundings: dict[str, str], folder: Path, port: int) -> Iterator[tuple[int, float]]:
    began = time.perf_counter()
    server = subprocess.Popen(
        [program("qabyldau"), "run", "--no-sample"],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=(folder / "errors").open("wb"),
    )
    try:
        _wait(server, f"http://127.0.0.1:{port}/healthz")
        yield server.pid, time.perf_counter() - began
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _wait(server: subprocess.Popen[bytes], url: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=2).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    sys.exit("The product did not start; see its messages above.")


def crowd_given(database_url: str) -> rest.Line:
    """In an installation of its own: nothing else is in its tables."""
    with tempfile.TemporaryDirectory(prefix="qabyldau-bench-") as name:
        surroundings = environment(Path(name), database_url, _free_port())
        found = json.loads(run(surroundings, program("python"), "-m", "tools.bench.crowd"))
    people = crowd.OFFICIALS * crowd.PEOPLE_EACH
    if found["given"] != people:
        sys.exit(f"Only {found['given']} of {people} people got an hour, so nothing is measured.")
    what = f"hours for {people} people and {crowd.OFFICIALS} officials"
    return rest.Line(what, found["seconds"], CROWD_SECONDS, "s")


def pages_served(address: str) -> rest.Line:
    """From memory, once every page was asked for: the slowest of a hundred, the middle round of some."""
    target = offices.pages(address, datetime.now(offices.ORAL).date())
    load.measure(target, PAGE_CLIENTS, SECONDS)
    rounds = [load.measure(target, PAGE_CLIENTS, SECONDS) for _ in range(ROUNDS)]
    if failures := [failure for seen in rounds for failure in seen.failures]:
        sys.exit(f"{len(failures)} pages failed, so nothing is measured; the first: {failures[0]}")
    slowest = sorted(seen.milliseconds(0.99) for seen in rounds)[ROUNDS // 2]
    what = f"pages of a year of {offices.OFFICES} offices, p99"
    return rest.Line(what, slowest, WISHED_PAGE, "ms")


def compare(database: str, address: str, token: str) -> None:
    """Prints a line for each number of clients; of several rounds the middle one counts."""
    targets = (load.registration(address, token), load.bare(address))
    for target in targets:
        load.measure(target, 2, 1.0)
    for clients in CLIENTS:
        rounds = [[load.measure(target, clients, SECONDS) for target in targets] for _ in range(ROUNDS)]
        failures = [failure for one in rounds for seen in one for failure in seen.failures]
        if failures:
            sys.exit(f"{len(failures)} requests failed, so nothing is measured; the first: {failures[0]}")
        ours, bare = (
            sorted(column, key=lambda seen: seen.rate)[ROUNDS // 2] for column in zip(*rounds, strict=True)
        )
        _show(database, clients, ours, bare)


def _show(database: str, clients: int, ours: load.Seen, bare: load.Seen) -> None:
    for name, seen in (("registration", ours), ("bare insert", bare)):
        print(
            f"{database:<11}{clients:>2}  {name:<13}{seen.rate:>8.0f}/s"
            f"{seen.milliseconds(0.5):>9.1f} ms{seen.milliseconds(0.99):>9.1f} ms"
        )
    print(f"{'':<15}share of the bare view: {ours.rate / bare.rate:.0%}", flush=True)


def main() -> None:
    if os.environ.get("GROWTH"):
        growth.main()
        return
    if os.environ.get("BOARDS"):
        boards.on_both()
        return
    likeness.main()
    rest.shifts().print()
    for line in rest.letter():
        line.print()
    rest.talon().print()
    pack.pack().print()
    print(f"{'database':<11}clients       {'rate':>11}{'p50':>12}{'p99':>12}", flush=True)
    for database in ("sqlite", "postgresql"):
        with empty(database) as url:
            crowd_given(url).print()
        with empty(database) as url, product(url) as at_work:
            rest.start(at_work.seconds).print()
            rest.idle(at_work.process).print()
            pages_served(at_work.address).print()
            compare(database, at_work.address, at_work.token)


if __name__ == "__main__":
    main()
