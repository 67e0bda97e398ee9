"""Play a month many times over, and say what came of it: means with intervals, by a fixed seed."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt
from random import Random
from statistics import fmean
from typing import Any

import simpy

from qabyldau.rehearsal.givers import Asked, Giver
from qabyldau.rehearsal.habits import Habits
from qabyldau.rehearsal.months import Month, Sitting

RUNS = 100
LOW, HIGH = 0.05, 0.95
# People come a little early more often than late; in minutes.
EARLY, PUNCTUAL = -5.0, 6.0
AHEAD, IN_TURN = 0, 1


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and the span in which nine months of ten end."""

    mean: float
    low: float
    high: float

    @staticmethod
    def of(values: Sequence[float]) -> Interval:
        ordered = sorted(values)
        last = len(ordered) - 1
        return Interval(fmean(ordered), ordered[round(LOW * last)], ordered[round(HIGH * last)])

    def as_row(self) -> dict[str, float]:
        return {"mean": round(self.mean, 2), "low": round(self.low, 2), "high": round(self.high, 2)}


@dataclass(frozen=True, slots=True)
class Found:
    """What a month comes to: minutes of waiting a person, of overtime a sitting, answers too late."""

    waiting: Interval
    overtime: Interval
    missed: Interval
    received: Interval
    absent: Interval
    asked: Interval
    free: Interval
    runs: int = RUNS

    def as_row(self) -> dict[str, Any]:
        return {name: getattr(self, name).as_row() for name in NAMES} | {"runs": self.runs}


NAMES = ("waiting", "overtime", "missed", "received", "absent", "asked", "free")


@dataclass(slots=True)
class Tally:
    """One month as it went."""

    waits: list[float] = field(default_factory=list)
    overtime: list[float] = field(default_factory=list)
    missed: int = 0
    absent: int = 0
    asked: int = 0
    free: int = 0


def rehearse(month: Month, habits: Habits, *, seed: int, runs: int = RUNS) -> Found:
    """The same seed gives the same chances to every variant of a month, so that two may be compared."""
    tallies = [_one_month(month, habits, Random(f"{seed}-{run}")) for run in range(runs)]  # noqa: S311  a game
    return Found(
        waiting=Interval.of([fmean(one.waits) if one.waits else 0.0 for one in tallies]),
        overtime=Interval.of([fmean(one.overtime) if one.overtime else 0.0 for one in tallies]),
        missed=Interval.of([one.missed for one in tallies]),
        received=Interval.of([len(one.waits) for one in tallies]),
        absent=Interval.of([one.absent for one in tallies]),
        asked=Interval.of([one.asked for one in tallies]),
        free=Interval.of([one.free for one in tallies]),
        runs=runs,
    )


def _one_month(month: Month, habits: Habits, chance: Random) -> Tally:
    tally, world = Tally(), simpy.Environment()
    giver = Giver(month, habits, Random(chance.random()))  # noqa: S311  a game
    world.process(giver.work(world))
    world.run(until=len(month.working) + 1)
    people = Random(chance.random())  # noqa: S311  a game
    for sitting in month.sittings:
        given = giver.given.get(sitting, [])
        tally.free += len(sitting.starts) - len(given)
        _sit(sitting, given, habits, people, tally)
    tally.missed, tally.asked = giver.missed, giver.asked
    return tally


def _sit(sitting: Sitting, given: Sequence[Asked], habits: Habits, chance: Random, tally: Tally) -> None:
    """One sitting, minute by minute: people come about their hour, one is received at a time."""
    world = simpy.Environment()
    official = simpy.PriorityResource(world, capacity=1)
    ends: list[float] = []
    for start, person in zip(sitting.starts, given, strict=False):
        come, minutes = _comes(chance, habits), _minutes(person, habits, chance)
        late = chance.gauss(EARLY, PUNCTUAL)
        if not come:
            tally.absent += 1
            continue
        visit = _Visit(start, max(0.0, start + late), minutes, AHEAD if person.priority else IN_TURN)
        world.process(_visit(world, official, visit, sitting, tally, ends))
    world.run()
    if given:
        tally.overtime.append(max(0.0, max(ends, default=0.0) - sitting.until))


@dataclass(frozen=True, slots=True)
class _Visit:
    hour: int
    arrives: float
    minutes: float
    turn: int


def _visit(
    world: simpy.Environment,
    official: simpy.PriorityResource,
    visit: _Visit,
    sitting: Sitting,
    tally: Tally,
    ends: list[float],
) -> Generator[simpy.Event, Any, None]:
    yield world.timeout(max(visit.arrives, float(sitting.starts[0])))
    with official.request(priority=visit.turn) as turn:
        yield turn
        # Who came before the hour waits of their own will until it.
        tally.waits.append(max(0.0, world.now - max(visit.hour, visit.arrives)))
        yield world.timeout(visit.minutes)
    ends.append(world.now)


def _comes(chance: Random, habits: Habits) -> bool:
    return chance.random() >= habits.absent


def _minutes(person: Asked, habits: Habits, chance: Random) -> float:
    """Log-normal: most receptions are short, some are long, none is negative."""
    mean, spread = habits.minutes.get(person.topic, habits.minutes[""])
    variance = log(1 + (spread / mean) ** 2)
    return exp(chance.gauss(log(mean) - variance / 2, sqrt(variance)))
