"""Ten thousand messages, a provider with ten bad minutes, couriers killed -9: who was told, how often?

    make stress                       on a PostgreSQL of its own
    python -m tools.stress.outbox     on SQLite (slower: one writer at a time)

The clock runs `--speed` times faster than ours, so ten minutes are over in less than two. Exits with 1 when a
message was lost, or more than one in a thousand came twice.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tools.stress.clock import START
from tools.stress.provider import Provider, by_chance, never, serve

SHARE, HANGS = 0.4, 2.5
# On a busy machine ten minutes pass with little done: the bad time lasts until so much has gone wrong.
LEAST_WRONG = 0.1
REPEATS_ALLOWED = 0.001
PATIENCE = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard."""

    messages: int
    couriers: int
    kills: int
    minutes: int
    speed: float
    seed: int

    @classmethod
    def read(cls) -> Plan:
        parser = argparse.ArgumentParser(description=__doc__)
        for name, default in (
            ("messages", 10_000),
            ("couriers", 6),
            ("kills", 20),
            ("minutes", 10),
            ("seed", 289),
        ):
            parser.add_argument(f"--{name}", type=int, default=default)
        parser.add_argument("--speed", type=float, default=6.0)
        return cls(**vars(parser.parse_args()))


def main() -> None:
    plan = Plan.read()
    with tempfile.TemporaryDirectory(prefix="stress-") as folder:
        os.environ |= {
            "QABYLDAU_VAR": folder,
            "QABYLDAU_ENV": "development",
            "DJANGO_SETTINGS_MODULE": "qabyldau.config.settings",
        }
        sys.exit(_run(plan, Path(folder)))


def _run(plan: Plan, folder: Path) -> int:
    from tools.stress import database  # noqa: PLC0415  its tables need the settings above

    database.fill(plan.messages, START)
    provider = Provider(wrong=by_chance(plan.seed, SHARE), hang_seconds=HANGS, default_status=(1, 0))
    server = serve(provider)
    began = time.time()
    couriers = Couriers(plan, f"http://127.0.0.1:{server.server_port}", began, folder)
    try:
        _bad_minutes(plan, provider, couriers, began)
        _until_settled(plan, began)
    finally:
        couriers.stop()
    server.shutdown()
    return _judged(plan, provider, couriers, time.time() - began)


class Couriers:
    """Processes that carry; one that was killed is started again."""

    def __init__(self, plan: Plan, url: str, began: float, folder: Path) -> None:
        words = ("-m", "tools.stress.courier", url, str(plan.speed), str(began))
        self.command = [sys.executable, *words]
        self.folder = folder
        self.random = random.Random(plan.seed)  # noqa: S311
        self.killed = 0
        self.running = [self._start() for _ in range(plan.couriers)]

    def _start(self) -> subprocess.Popen[bytes]:
        log = (self.folder / "couriers.log").open("ab")
        return subprocess.Popen(self.command, stderr=log)

    def kill_one(self) -> None:
        place = self.random.randrange(len(self.running))
        self.running[place].kill()
        self.running[place].wait()
        self.running[place] = self._start()
        self.killed += 1

    def stop(self) -> None:
        for one in self.running:
            one.kill()
            one.wait()


def _bad_minutes(plan: Plan, provider: Provider, couriers: Couriers, began: float) -> None:
    """The provider misbehaves; meanwhile couriers die at moments nobody chose."""
    length = plan.minutes * 60 / plan.speed
    moments = sorted(couriers.random.uniform(3, length) for _ in range(plan.kills))
    for moment in moments:
        time.sleep(max(0.0, began + moment - time.time()))
        couriers.kill_one()
    time.sleep(max(0.0, began + length - time.time()))
    while sum(provider.met.values()) < plan.messages * LEAST_WRONG:
        time.sleep(1)
    provider.wrong = never


def _until_settled(plan: Plan, began: float) -> None:
    from tools.stress import database  # noqa: PLC0415

    while database.unsettled() and (time.time() - began) * plan.speed < PATIENCE.total_seconds():
        time.sleep(1)


def _judged(plan: Plan, provider: Provider, couriers: Couriers, seconds: float) -> int:
    from tools.stress import database  # noqa: PLC0415

    rows = database.rows()
    # Told to nobody, and neither waiting nor before a person: that is what losing means.
    kept = database.BEFORE_A_PERSON | database.WAITS
    lost = [row for row in rows if not provider.handed[row.reference] and row.stand not in kept]
    waits = [row for row in rows if row.stand in database.WAITS]
    repeats = sum(count - 1 for count in provider.handed.values())
    stands = Counter(row.stand for row in rows)
    print(f"messages {len(rows)}, couriers killed {couriers.killed} times, {seconds:.0f} s")
    print(f"misbehaved {sum(provider.met.values())} times: {dict(provider.met.most_common())}")
    print(f"where they stand: {dict(stands)}")
    print(
        f"lost {len(lost)}, came twice {repeats} ({repeats / len(rows):.2%}, allowed {REPEATS_ALLOWED:.2%})"
    )
    failed = bool(lost or waits) or repeats / len(rows) > REPEATS_ALLOWED or len(rows) != plan.messages
    print("FAILED" if failed else "held")
    return int(failed)


if __name__ == "__main__":
    main()
