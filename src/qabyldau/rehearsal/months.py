"""The month as it is rehearsed: sittings with their hours, and who waits already, by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Sitting:
    """An official receives: `starts` are the hours given out, in minutes of the day; `until` is the end."""

    official: int
    on: date
    starts: tuple[int, ...]
    minutes: int
    until: int


@dataclass(frozen=True, slots=True)
class Backlog:
    """Somebody who waits for an answer as the month begins."""

    registered_on: date
    due_on: date
    priority: bool
    topic: str


@dataclass(frozen=True, slots=True)
class Month:
    """Its working days in order, its sittings, the backlog, and how many days the law gives for an answer."""

    working: tuple[date, ...]
    sittings: tuple[Sitting, ...]
    backlog: tuple[Backlog, ...]
    answer_days: int


def longer(month: Month, weekday: int, minutes: int) -> Month:
    """The same month with so many minutes more at the end of every sitting on that weekday."""
    return replace(month, sittings=tuple(_longer(month.sittings, weekday, minutes)))


def _longer(sittings: Iterable[Sitting], weekday: int, minutes: int) -> Iterable[Sitting]:
    for one in sittings:
        if one.on.weekday() != weekday or not minutes:
            yield one
            continue
        more = tuple(one.until + step for step in range(0, minutes - one.minutes + 1, one.minutes))
        yield replace(one, starts=one.starts + more, until=one.until + len(more) * one.minutes)
