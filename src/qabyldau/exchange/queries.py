"""Reads: whose number is owed today, what alarms, what does not agree, how the line does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from qabyldau.exchange import line as lines
from qabyldau.exchange.models import Exchange, Line, Mismatch
from qabyldau.registry import queries as appeals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal, Term

# The duty is of the same day; from here people still have time to meet it by hand.
ALARM_FROM = time(16)


@dataclass(frozen=True, slots=True)
class Duty:
    """An appeal without its number of e-Otinish; `exchange` is empty where nothing was ever sent."""

    term: Term
    exchange: Exchange | None
    is_late: bool
    is_alarming: bool


def duties(office: Office, at: datetime) -> list[Duty]:
    """Every appeal whose number is owed, the oldest first."""
    terms = list(appeals.owed_numbers(office.pk))
    ways = Exchange.objects.in_bulk([term.appeal_id for term in terms], field_name="appeal_id")
    today = at.astimezone(ZoneInfo(office.zone)).date()
    return [
        Duty(
            term,
            ways.get(term.appeal_id),
            is_late=term.due_on < today,
            is_alarming=_is_alarming(term.due_on, office, at),
        )
        for term in terms
    ]


def _is_alarming(due_on: date, office: Office, at: datetime) -> bool:
    local = at.astimezone(ZoneInfo(office.zone))
    return due_on < local.date() or (due_on == local.date() and local.time() >= ALARM_FROM)


def alarming(days: Iterable[date], office: Office, at: datetime) -> bool:
    """Whether a number owed by one of these days alarms: for a line on the first page."""
    return any(_is_alarming(day, office, at) for day in days)


def alarms(office: Office, at: datetime) -> list[Duty]:
    """What must be done before the day ends, from four in the afternoon; and what was not done in time."""
    return [duty for duty in duties(office, at) if duty.is_alarming]


def mismatches(office_id: int) -> QuerySet[Mismatch]:
    rows = Mismatch.objects.filter(office_id=office_id).select_related("exchange__appeal", "holder")
    return rows.order_by("pk")


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All that does not agree: answers that a person must judge, and numbers that two appeals share."""

    open: tuple[Mismatch, ...]
    shared: tuple[Appeal, ...]

    @property
    def count(self) -> int:
        return len(self.open) + len(self.shared)


def reconciliation(office_id: int) -> Reconciliation:
    return Reconciliation(
        open=tuple(mismatches(office_id).filter(decision="")),
        shared=tuple(appeals.sharing_a_number(office_id)),
    )


def line() -> Line:
    """How the line to e-Otinish does; a fresh one when nothing was ever tried."""
    return Line.objects.filter(name=lines.EOTINISH).first() or Line(name=lines.EOTINISH)
