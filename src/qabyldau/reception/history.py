"""What the past of an office says to a rehearsal, and what a month that is over came to in fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.people.actor import Actor
from qabyldau.reception.models import Attendance, Visit
from qabyldau.registry import queries as registry
from qabyldau.regulation.calendar import CalendarUnknownError, WorkingCalendar
from qabyldau.regulation.lifecycle import State
from qabyldau.rehearsal import Backlog, History, Observed

if TYPE_CHECKING:
    from qabyldau.people.models import Office

A_MINUTE = 60.0
NOT_RECEIVED = frozenset({State.REFUSED, State.LEFT})


def of_office(office: Office, since: date, until: date, calendar: WorkingCalendar) -> History:
    """Every appeal registered between two days, and what became of it."""
    appeals = registry.visible_to(Actor.system("rehearsal", office.pk))
    rows = appeals.filter(registered_on__gte=since, registered_on__lte=until).order_by("pk")
    seen, minutes = _attended(office, since), _minutes(office, since)
    found = tuple(
        Observed(
            registered_on=registered,
            topic=topic,
            priority=bool(standing and proof),
            refused=State(state) in NOT_RECEIVED,
            ready_on=seen.get(pk, (None, None))[0],
            came=seen.get(pk, (None, None))[1],
            minutes=minutes.get(pk),
        )
        for pk, registered, topic, standing, proof, state in rows.values_list(
            "pk", "registered_on", "topic", "standing", "standing_proof", "state"
        )
    )
    return History(since, until, frozenset(_working(calendar, since, until)), found)


def _working(calendar: WorkingCalendar, since: date, until: date) -> list[date]:
    """Days of years that nobody entered are left out: nothing is guessed."""
    found = []
    for number in range(since.toordinal(), until.toordinal() + 1):
        day = date.fromordinal(number)
        try:
            if calendar.is_working(day):
                found.append(day)
        except CalendarUnknownError:
            continue
    return found


def _attended(office: Office, since: date) -> dict[int, tuple[date | None, bool | None]]:
    """By appeal: when its hour was given, and whether the person came to the last one."""
    zone = ZoneInfo(office.zone)
    rows = Attendance.objects.filter(
        appointment__appeal__office=office, appointment__appeal__registered_on__gte=since
    )
    told = rows.order_by("pk").values_list("appointment__appeal_id", "appointment__at", "came")
    return {pk: (at.astimezone(zone).date(), came) for pk, at, came in told}


def _minutes(office: Office, since: date) -> dict[int, float]:
    """By appeal: how long the person was with the official."""
    timed = Visit.objects.filter(
        office=office, on__gte=since, started_at__isnull=False, ended_at__isnull=False
    )
    rows = timed.order_by("pk").values_list("appeal_id", "started_at", "ended_at")
    return {
        pk: (ended - started).total_seconds() / A_MINUTE for pk, started, ended in rows if started and ended
    }


def backlog(office: Office, first: date) -> tuple[Backlog, ...]:
    """Who waits for an answer as a month begins, or now if it has not begun."""
    waiting = registry.visible_to(Actor.system("rehearsal", office.pk)).filter(
        due_on__gte=first, registered_on__lt=first
    )
    rows = waiting.order_by("pk").values_list(
        "registered_on", "due_on", "standing", "standing_proof", "topic"
    )
    return tuple(
        Backlog(registered, due, bool(standing and proof), topic)
        for registered, due, standing, proof, topic in rows
        if due
    )


@dataclass(frozen=True, slots=True)
class Fact:
    """A month as it went. None: the desk noted no times, so nobody knows."""

    asked: int
    received: int
    absent: int
    missed: int
    waiting: float | None


def fact(office: Office, first: date, after: date) -> Fact:
    """What happened from one day up to another, in the words of the forecast."""
    zone = ZoneInfo(office.zone)
    begins, ends = (datetime(day.year, day.month, day.day, tzinfo=zone) for day in (first, after))
    appeals = registry.visible_to(Actor.system("rehearsal", office.pk))
    met = Attendance.objects.filter(
        appointment__slot__day__office=office,
        appointment__slot__day__on__gte=first,
        appointment__slot__day__on__lt=after,
    )
    late = appeals.filter(flags__code="answer_overdue", flags__at__gte=begins, flags__at__lt=ends)
    return Fact(
        asked=appeals.filter(registered_on__gte=first, registered_on__lt=after).count(),
        received=met.filter(came=True).count(),
        absent=met.filter(came=False).count(),
        missed=late.distinct().count(),
        waiting=_waited(office, first, after),
    )


def _waited(office: Office, first: date, after: date) -> float | None:
    there = Visit.objects.filter(office=office, on__gte=first, on__lt=after, started_at__isnull=False)
    waits = [
        max(0.0, (started - max(hour or arrived, arrived)).total_seconds() / A_MINUTE)
        for started, hour, arrived in there.values_list("started_at", "hour", "arrived_at")
        if started
    ]
    return fmean(waits) if waits else None
