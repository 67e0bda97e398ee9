"""The office of the rehearsal, day by day: people ask, are looked at, and get hours in the law's order."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp
from random import Random
from typing import Any

import simpy

from qabyldau.rehearsal.habits import Habits
from qabyldau.rehearsal.months import Month, Sitting


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who asked: in which order, by when an answer is due, from which day an hour may be given."""

    number: int
    due_on: date
    ready_on: date
    priority: bool
    topic: str

    @property
    def turn(self) -> tuple[bool, int]:
        """Those whom the law puts ahead come first, then the order of asking."""
        return not self.priority, self.number


@dataclass(slots=True)
class Giver:
    """Gives the hours of a month; `given` holds who got them, `missed` counts answers that came too late."""

    month: Month
    habits: Habits
    chance: Random
    waiting: list[Asked] = field(default_factory=list)
    given: dict[Sitting, list[Asked]] = field(default_factory=dict)
    missed: int = 0
    asked: int = 0
    numbered: int = 0

    def work(self, world: simpy.Environment) -> Generator[simpy.Event, Any, None]:
        """One working day after another."""
        for one in self.month.backlog:
            self._take_in(one.registered_on, one.due_on, one.priority, one.topic)
        for day in self.month.working:
            self._arrive(day)
            self._give(day)
            self._count_missed(day)
            yield world.timeout(1)

    def _arrive(self, day: date) -> None:
        for _ in range(self._poisson(self.habits.expected(day))):
            self.asked += 1
            due = day + timedelta(days=self.month.answer_days)
            priority = self.chance.random() < self.habits.priority
            topics = self.habits.topics
            topic = self.chance.choices(list(topics), list(topics.values()))[0]
            self._take_in(day, due, priority, topic)

    def _take_in(self, day: date, due: date, priority: bool, topic: str) -> None:
        if self.chance.random() < self.habits.refused:
            return
        ready = day + timedelta(days=max(1, round(self.chance.expovariate(1 / self.habits.lag))))
        # Nobody lets an answer go stale who can help it: what is late is only what finds no hour.
        self.numbered += 1
        self.waiting.append(Asked(self.numbered, due, min(ready, due), priority, topic))

    def _give(self, day: date) -> None:
        """Free hours from tomorrow on, the nearest first, to those who are ready, in their order."""
        for person in sorted((one for one in self.waiting if one.ready_on <= day), key=lambda one: one.turn):
            sitting = self._free(day)
            if sitting is None:
                return
            self.given.setdefault(sitting, []).append(person)
            self.waiting.remove(person)

    def _free(self, day: date) -> Sitting | None:
        ahead = [one for one in self.month.sittings if one.on > day]
        free = [one for one in ahead if len(self.given.get(one, [])) < len(one.starts)]
        return min(free, key=lambda one: (one.on, one.starts), default=None)

    def _count_missed(self, day: date) -> None:
        late = [one for one in self.waiting if one.due_on <= day]
        self.missed += len(late)
        self.waiting = [one for one in self.waiting if one.due_on > day]

    def _poisson(self, mean: float) -> int:
        limit, count, product = exp(-mean), 0, self.chance.random()
        while product > limit:
            count, product = count + 1, product * self.chance.random()
        return count
