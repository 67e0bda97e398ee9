"""Who of those that must receive every month has no day in it, ten and three days before it is too late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.schedule import queries
from qabyldau.schedule.checks import next_month

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official

MARKS = (3, 10)


@dataclass(frozen=True, slots=True)
class Shortage:
    """A month with gaps. `ends`: it is running out; else it is about to begin. `mark`: days ahead."""

    month: date
    officials: tuple[Official, ...]
    mark: int
    left: int
    ends: bool

    @property
    def key(self) -> str:
        return f"gap-{self.month:%Y-%m}-{'end' if self.ends else 'begin'}-{self.mark}"


def due(office: Office, at: datetime) -> list[Shortage]:
    """What is to be warned of now: whoever was not told on the day itself is told on the next one."""
    local = at.astimezone(ZoneInfo(office.zone))
    return [one for one in _near(office, local) if one.officials]


def _near(office: Office, local: datetime) -> Iterator[Shortage]:
    this = local.date().replace(day=1)
    after = next_month(this)
    left = (after - local.date()).days
    last = left - 1
    for month, days, ends in ((this, last, True), (after, left, False)):
        marks = [mark for mark in MARKS if days <= mark]
        if marks:
            yield Shortage(month, _gaps(office, month, local), min(marks), days, ends)


def _gaps(office: Office, month: date, local: datetime) -> tuple[Official, ...]:
    """Of a month whose calendar nobody entered nothing is known."""
    try:
        return tuple(queries.gaps(office, month, local))
    except CalendarUnknownError:
        return ()
