"""A whole day of reception: is the order lawful, is every call announced once, is anything lost?

    make day                        on a PostgreSQL of its own
    python -m tools.stress.day      on SQLite

Twelve officials and three hundred people, a fifth of them out of turn; some never come, some do not hear
their number, an official is called away. The server is killed -9 twice, and the clerks' network is away for
five minutes. Clerks press the desk's buttons over HTTP; a person goes in when each board has said it.
The clock runs `--speed` times faster than ours. Exits with 1 when something did not hold.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from tools.stress.hall.clerks import Cut, Desk, at_work, visitors
from tools.stress.hall.installation import Installation
from tools.stress.hall.plan import MORNING, Clock, Plan
from tools.stress.hall.televisions import Hall

DOWN_SECONDS = 0.5


@dataclass(slots=True)
class Outcome:
    """What was seen of the day from outside, and what the journal says of it."""

    judged: dict[str, Any]
    unheard: list[int]
    said: list[dict[str, int]]
    leaked: list[str]
    came: int
    retries: int
    faults: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        """Everything that did not hold, in words; empty: the day was good."""
        keys = self.judged["keys"]
        missed = [key for one in self.said for key in keys if one.get(key, 0) == 0]
        twice = [key for one in self.said for key, times in one.items() if times > 1]
        tickets = self.judged["tickets"]
        found = {
            "calls out of the law's order": self.judged["unlawful"],
            "calls that a board never said": missed,
            "calls that a board said twice": twice,
            "numbers that nobody heard in time": self.unheard,
            "numbers given twice or left out": set(tickets) ^ set(range(1, len(tickets) + 1)),
            "people who came and are not there": range(len(self.judged["arrived"]), self.came),
            "people still in the hall": [
                one for one in ("arrived", "called", "with_official") if self.judged["stages"].get(one)
            ],
            "words of people on a board": self.leaked,
            "faults": self.faults,
        }
        return [f"{what}: {sorted(which)[:5]}" for what, which in found.items() if which]


class Day:
    """The hall at work, and what goes wrong in it."""

    def __init__(self, plan: Plan, folder: Path, database_url: str = "") -> None:
        self.plan, self.clock = plan, Clock(folder / "clock", plan.speed)
        self.place = Installation(folder, self.clock, database_url)
        self.cut, self.faults = Cut(), list[str]()

    def live(self) -> Outcome:
        self.place.days = self.place.prepare(self.plan)
        self.place.start()
        self.clock.begin()
        hall = Hall(self.place.address, self.plan.televisions)
        desks = self._desks(hall)
        hall.open()
        came = sum(len(one.coming) for one in desks)
        try:
            clerks = at_work(desks, lambda fault: self.faults.append(f"{type(fault).__name__}: {fault}"))
            trouble = threading.Thread(target=self._trouble)
            trouble.start()
            for one in [*clerks, trouble]:
                one.join()
            hall.settle()
            judged = self.place.judge()
        finally:
            hall.over.set()
            self.place.kill()
        hall.close()
        return self._outcome(judged, desks, hall, came)

    def _desks(self, hall: Hall) -> list[Desk]:
        chance = random.Random(self.plan.seed)  # noqa: S311
        desks = [
            Desk(self.place.address, one, visitors(one.people, chance), self.clock, hall, self.cut)
            for one in self.place.days
        ]
        if self.plan.away_at:
            desks[-1].away_at = MORNING + self.plan.away_at
        return desks

    def _trouble(self) -> None:
        """Kills and the cut, each at its hour."""
        for at in self.plan.kills_at:
            if self.plan.cut_at and self.plan.cut_at < at:
                self._cut_off()
            self.clock.sleep_until(MORNING + at)
            self.place.kill()
            time.sleep(DOWN_SECONDS)
            self.place.start()
        self._cut_off()

    def _cut_off(self) -> None:
        """Once, for as long as the plan says."""
        if self.plan.cut_at is None or self.clock.now() > MORNING + self.plan.cut_at + timedelta(minutes=1):
            return
        self.clock.sleep_until(MORNING + self.plan.cut_at)
        self.cut.away.set()
        self.clock.sleep_until(MORNING + self.plan.cut_at + self.plan.cut_for)
        self.cut.away.clear()

    def _outcome(self, judged: dict[str, Any], desks: list[Desk], hall: Hall, came: int) -> Outcome:
        sent = "".join(text for one in hall.televisions for text in one.seen)
        secrets = frozenset[str]().union(*(one.secrets for one in self.place.days))
        return Outcome(
            judged=judged,
            unheard=[ticket for one in desks for ticket in one.unheard],
            said=[dict(one) for one in hall.said()],
            leaked=[word for word in secrets if word in sent],
            came=came - sum(len(one.coming) for one in desks),
            retries=sum(one.retries for one in desks),
            faults=self.faults,
        )


def _plan() -> Plan:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("officials", "people", "televisions", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Plan(), name))
    parser.add_argument("--speed", type=float, default=Plan().speed)
    return Plan(**vars(parser.parse_args()))


def main() -> None:
    plan, began = _plan(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="day-") as folder:
        outcome = Day(plan, Path(folder), os.environ.get("DATABASE_URL", "")).live()
    judged = outcome.judged
    print(f"{plan.officials} officials, {plan.people} people, {time.monotonic() - began:.0f} s of our time")
    print(f"calls {judged['calls']}, visits {judged['stages']}, appeals {judged['states']}")
    print(f"servers killed {len(plan.kills_at)} times, requests tried again {outcome.retries}")
    for line in outcome.wrong:
        print(line)
    print("FAILED" if outcome.wrong else "held")
    sys.exit(bool(outcome.wrong))


if __name__ == "__main__":
    main()
