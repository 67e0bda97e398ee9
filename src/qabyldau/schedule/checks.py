"""What stands against a month before it goes to the akim: each finding with its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import combinations
from typing import TYPE_CHECKING, Any

from qabyldau.people import queries as people
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.edition import Citation, Edition, Norm
from qabyldau.regulation.norms.intake import BookingHours
from qabyldau.regulation.norms.reception import Mode, VideoByConsent
from qabyldau.regulation.norms.schedule import MonthlyReception, Publication, Rank, Receiver, Receivers
from qabyldau.schedule.hours import overlap
from qabyldau.schedule.models import Room
from qabyldau.schedule.sheets import Line

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. What is not `blocking` is shown, and the akim decides knowing it."""

    code: str
    citation: Citation
    on: date | None = None
    official_id: int | None = None
    day_id: int | None = None
    blocking: bool = True

    def as_row(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "citation": self.citation.as_row(),
            "on": self.on.isoformat() if self.on else None,
            "official_id": self.official_id,
            "day_id": self.day_id,
            "blocking": self.blocking,
        }

    @staticmethod
    def from_row(row: dict[str, Any]) -> Problem:
        day = date.fromisoformat(row["on"]) if row["on"] else None
        return Problem(**{**row, "citation": Citation.from_row(row["citation"]), "on": day})


@dataclass(frozen=True, slots=True)
class Case:
    """A month before its check: the office, the law and calendar of the day, the moment, the lines."""

    office: Office
    month: date
    law: Edition
    calendar: WorkingCalendar
    now: datetime
    lines: list[Line]
    posted: frozenset[int] = field(default_factory=frozenset)

    def problem(self, code: str, norm: type[Norm], line: Line, *, blocking: bool = True) -> Problem:
        return Problem(code, self.law.cite(norm), line.on, line.official_id, line.day_id, blocking)


def problems(case: Case) -> list[Problem]:
    """Everything at once, days first, then the gaps of the month."""
    officials = {one.pk: one for one in people.all_officials(case.office.pk)}
    rooms = {one.pk: one for one in Room.objects.filter(office_id=case.office.pk)}
    found = [row for line in case.lines for row in _of_line(case, line, officials[line.official_id])]
    found += [row for line in case.lines for row in _of_room(case, line, rooms.get(line.room_id or 0))]
    found += _clashes(case)
    ordered = sorted(found, key=lambda row: (row.on or date.max, row.official_id or 0, row.code))
    return ordered + [_gap(case, one) for one in gaps(case, officials.values())]


def _of_line(case: Case, line: Line, official: Official) -> Iterator[Problem]:
    receiver = Receiver(Rank(official.rank), False, official.since, official.until)
    if not case.law.get(Receivers).may_receive(receiver, line.on):
        yield case.problem("no_authority", Receivers, line)
    if not case.calendar.is_working(line.on):
        yield case.problem("on_a_day_off", BookingHours, line)
    if line.day_id not in case.posted and datetime.combine(line.on, line.opens, case.now.tzinfo) < case.now:
        yield case.problem("hour_has_passed", Publication, line)
    if line.mode is Mode.VIDEO and line.rank not in case.law.get(VideoByConsent).ranks:
        yield case.problem("video_by_whom", VideoByConsent, line)
    if not _within_hours(case.office, line):
        yield case.problem("outside_office_hours", BookingHours, line, blocking=False)


def _within_hours(office: Office, line: Line) -> bool:
    return office.opens <= line.opens and line.closes <= office.closes


def _of_room(case: Case, line: Line, room: Room | None) -> Iterator[Problem]:
    if room is None:
        return
    if line.mode is Mode.VIDEO and not room.video:
        yield case.problem("room_without_video", VideoByConsent, line, blocking=False)
    if room.until and room.until < line.on:
        yield case.problem("room_out_of_use", Receivers, line)
    if not room.public_reception:
        yield case.problem("room_outside_reception", Receivers, line, blocking=False)


def _clashes(case: Case) -> Iterator[Problem]:
    """One official in two receptions at once, or one room given twice."""
    for one, other in combinations(case.lines, 2):
        if one.on != other.on or not overlap(one.hours, other.hours):
            continue
        if one.official_id == other.official_id:
            yield case.problem("official_twice", Publication, other)
        if one.room_id and one.room_id == other.room_id:
            yield case.problem("room_twice", Publication, other)


def gaps(case: Case, officials: Iterable[Official]) -> list[Official]:
    """Officials who have authority on a working day of the month, and too few receptions in it."""
    norm = case.law.get(MonthlyReception)
    held: dict[int, list[date]] = {}
    for line in case.lines:
        held.setdefault(line.official_id, []).append(line.on)
    return [
        one
        for one in officials
        if norm.is_short(Rank(one.rank), held.get(one.pk, []), case.month) and _in_office(case, one)
    ]


def _in_office(case: Case, official: Official) -> bool:
    return any(official.authorised_on(day) for day in working_days(case.calendar, case.month))


def working_days(calendar: WorkingCalendar, month: date) -> list[date]:
    return [day for day in month_days(month) if calendar.is_working(day)]


def month_days(month: date) -> list[date]:
    first = month.replace(day=1)
    length = (next_month(first) - first).days
    return [first.replace(day=number + 1) for number in range(length)]


def next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _gap(case: Case, official: Official) -> Problem:
    return Problem(
        "month_without_reception",
        case.law.cite(MonthlyReception),
        official_id=official.pk,
        blocking=False,
    )
