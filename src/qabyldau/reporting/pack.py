"""For whoever receives: who comes and with what, what became of earlier receptions, what was ordered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from qabyldau.control import figures as control
from qabyldau.reception import figures as reception
from qabyldau.registry import figures as registry
from qabyldau.reporting.figures import Part
from qabyldau.reporting.names import Called, names
from qabyldau.review import queries as review
from qabyldau.worktime.spans import span

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay

A_YEAR, A_QUARTER = timedelta(days=365), timedelta(days=91)
MOST = 6


@dataclass(frozen=True, slots=True)
class Pack:
    """The analysis before a reception. Past figures are of a year, topics of the office of a quarter."""

    day: ReceptionDay
    people: int
    out_of_turn: int
    repeated: int
    topics: tuple[Part, ...]
    came: int
    missed: int
    past_topics: tuple[Part, ...]
    answers: tuple[Part, ...]
    given: int
    running: int
    overdue: int
    trends: tuple[Part, ...]


def of(day: ReceptionDay, today: date) -> Pack:
    """As of now, for the official of that day."""
    office_id, mine = day.office_id, day.official_id
    year = span(day.office, today - A_YEAR, today + timedelta(days=1))
    came = reception.came(year).filter(appointment__slot__day__official_id=mine)
    missed = reception.missed(year).filter(appointment__slot__day__official_id=mine)
    closed = reception.closed(year).filter(appeal__official_id=mine)
    running = control.running(office_id).filter(given_by_id=mine)
    quarter = span(day.office, today - A_QUARTER, today + timedelta(days=1))
    people = _people(day)
    return Pack(
        day=day,
        people=len(people),
        out_of_turn=sum(bool(one.standing and one.standing_proof) for one in people),
        repeated=_repeated(people),
        topics=_parts(office_id, Called.TOPICS, Counter(one.topic for one in people).items()),
        came=came.count(),
        missed=missed.count(),
        past_topics=_parts(office_id, Called.TOPICS, _by(came, "appointment__appeal__topic")),
        answers=_parts(office_id, Called.CHARACTERS, _by(closed, "character")),
        given=control.given(year).filter(given_by_id=mine).count(),
        running=running.count(),
        overdue=running.filter(due_on__lt=today).count(),
        trends=_parts(office_id, Called.TOPICS, _by(registry.received(quarter), "topic")),
    )


def _people(day: ReceptionDay) -> list[Appeal]:
    """Those with an hour, and those who wait for one on this day."""
    given = [one.appeal for one in review.appointments(day)]
    known = {one.pk for one in given}
    return given + [one for one in review.listed_waiting(day) if one.pk not in known]


def _repeated(people: Iterable[Appeal]) -> int:
    """How many of them have asked here before."""
    found = {one.applicant_id: one.pk for one in people}
    return registry.asked_before(found)


def _by(rows: QuerySet[Any], column: str) -> Iterable[tuple[str, int]]:
    found: Iterable[tuple[str, int]] = rows.order_by().values_list(column).annotate(count=Count("pk"))
    return found


def _parts(office_id: int, called: Called, counts: Iterable[tuple[str, int]]) -> tuple[Part, ...]:
    ordered = sorted(counts, key=lambda pair: (-pair[1], pair[0]))[:MOST]
    said = names(office_id, called, [key for key, _ in ordered])
    return tuple(Part(key, said[key], count) for key, count in ordered)
