"""The days of reception of a sample year: planned and published month by month, filled as people come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from qabyldau.demo import months
from qabyldau.demo.clock import Clock, same_weekday
from qabyldau.demo.library import lines, rows, said
from qabyldau.demo.office import Troupe, sheet
from qabyldau.regulation.words import Words
from qabyldau.schedule.actions import Plan

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay

PUBLISHED_ON = 15
DEPUTIES_AND_AKIM = frozenset({"akim", "deputy", "deputy_building", "deputy_farming", "deputy_economy"})


@dataclass(frozen=True, slots=True)
class Habit:
    """How an official receives, once a month: one day lies `ahead` working days after the end of the year."""

    official: str
    ahead: int
    opens: time
    minutes: int
    places: int
    room: str


HABITS = (
    Habit("deputy", 0, time(10, 0), 20, 8, "101"),
    Habit("official", 1, time(15, 0), 20, 4, "102"),
    Habit("head_of_office", 2, time(11, 0), 20, 5, "102"),
    Habit("deputy_building", 4, time(10, 0), 15, 12, "101"),
    Habit("akim", 7, time(9, 30), 15, 12, "101"),
    Habit("deputy_head_one", -2, time(16, 0), 20, 4, "102"),
    Habit("deputy_farming", -3, time(15, 0), 20, 8, "101"),
    Habit("akim", -6, time(9, 30), 15, 10, "101"),
    Habit("deputy_economy", -9, time(10, 0), 20, 8, "101"),
)


@dataclass(slots=True)
class Sitting:
    """A published day, and how many of its hours are spoken for by decisions and proposals."""

    day: ReceptionDay
    official: str
    places: int
    held: int = 0
    decided: dict[int, date] = field(default_factory=dict)

    @property
    def free(self) -> int:
        return self.places - self.held


@dataclass(slots=True)
class Programme:
    """Every published day of the office so far."""

    troupe: Troupe
    clock: Clock
    last_day: date
    sittings: list[Sitting] = field(default_factory=list)

    def publish(self, month: date, at: datetime) -> list[Sitting]:
        """Plan and publish the days of a month, as far as they lie ahead."""
        new = [
            Sitting(day, habit.official, habit.places)
            for habit in HABITS
            if (day := months.planned(self.troupe, self._plan(habit, self._day(habit, month)), at))
        ]
        if new:
            months.posted(self.troupe, month, at)
        for sitting in new:
            sitting.day.refresh_from_db()
        self.sittings = sorted([*self.sittings, *new], key=lambda one: (one.day.on, one.day.pk))
        return new

    def _day(self, habit: Habit, month: date) -> date:
        calendar = self.clock.calendar
        today = calendar.on_or_after(self.last_day)
        anchor = calendar.shift(today, habit.ahead) if habit.ahead else today
        if (anchor.year, anchor.month) == (month.year, month.month):
            return anchor
        day = calendar.on_or_after(same_weekday(anchor, month))
        return day if day.month == month.month else calendar.on_or_before(same_weekday(anchor, month))

    def _plan(self, habit: Habit, on: date) -> Plan:
        room = next(row for row in rows(sheet(), "rooms") if said(row, "code") == habit.room)
        return Plan(
            official_id=self.troupe.officials[habit.official].pk,
            on=on,
            opens=habit.opens,
            minutes=habit.minutes,
            places=habit.places,
            place=Words(kk=said(room, "kk"), ru=said(room, "ru")),
        )

    def soonest(self, officials: tuple[str, ...], after: date) -> Sitting | None:
        """The first day with a free hour of the first of these officials who has one; None: nobody has."""
        for official in officials:
            for sitting in self.sittings:
                if sitting.official == official and sitting.day.on > after and sitting.free > 0:
                    return sitting
        return None

    def ahead(self, today: date) -> Iterator[Sitting]:
        return (sitting for sitting in self.sittings if sitting.day.on > today)


def receivers_of(topic: str) -> tuple[str, ...]:
    """Officials who look after a topic, then the rest of those who receive."""
    officials = [row for row in rows(sheet(), "officials") if "topics" in row]
    first = [said(row, "code") for row in officials if topic in lines(row, "topics")]
    rest = dict.fromkeys(habit.official for habit in HABITS if habit.official not in first)
    return (*first, *rest)
