"""A month as a grid, officials by days: what stands, what is drafted, and where somebody is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from qabyldau.people import queries as people
from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.checks import month_days
from qabyldau.schedule.plans import Plan
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official
    from qabyldau.schedule.models import ReceptionDay


@dataclass(frozen=True, slots=True)
class Standing:
    """A day of reception in a cell; `mark` says whether it is posted, drafted, or about to change."""

    day: ReceptionDay
    plan: Plan
    mark: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One official on one day. `open`: a reception may still be planned here."""

    official: Official
    on: date
    there: tuple[Standing, ...]
    working: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An official's month; `gap`: the law asks for a reception and there is none."""

    official: Official
    cells: tuple[Cell, ...]
    gap: bool


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head."""

    on: date
    working: bool
    today: bool


@dataclass(frozen=True, slots=True)
class Grid:
    month: date
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    days: tuple[Standing, ...]
    known: bool

    @property
    def gaps(self) -> list[Official]:
        return [row.official for row in self.rows if row.gap]


def of_month(office: Office, month: date, now: datetime) -> Grid:
    today, dates = now.date(), month_days(month)
    working, known = _working(dates)
    there = [_standing(day) for day in schedule.of_month(office.pk, month)]
    without = set(schedule.gaps(office, month, now)) if known else set()
    officials = [one for one in people.all_officials(office.pk) if any(map(one.authorised_on, dates))]
    rows = []
    for one in officials:
        own = [standing for standing in there if standing.day.official_id == one.pk]
        cells = tuple(_cell(one, day, own, working[day], today) for day in dates)
        rows.append(Row(one, cells, one in without))
    heads = tuple(Head(day, working[day], day == today) for day in dates)
    return Grid(month, heads, tuple(rows), tuple(there), known)


def _working(dates: list[date]) -> tuple[dict[date, bool], bool]:
    """Of a year whose calendar nobody entered, Saturdays and Sundays alone are shown as days off."""
    calendar = worktime.calendar()
    try:
        return {day: calendar.is_working(day) for day in dates}, True
    except CalendarUnknownError:
        return {day: day.weekday() < 5 for day in dates}, False  # noqa: PLR2004  Saturday


def _standing(day: ReceptionDay) -> Standing:
    change = schedule.change_of(day)
    if day.published_at is None:
        return Standing(day, Plan.of(day), "draft")
    if change is None:
        return Standing(day, Plan.of(day), "posted")
    if change.wanted:
        return Standing(day, Plan.from_row(change.wanted), "changed")
    return Standing(day, Plan.of(day), "going")


def _cell(official: Official, day: date, own: list[Standing], working: bool, today: date) -> Cell:
    there = tuple(one for one in own if one.plan.on == day)
    free = working and day >= today and official.authorised_on(day)
    return Cell(official, day, there, working, free)
