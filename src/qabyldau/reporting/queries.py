"""Reads: frozen reports, what is owed, and whether a report still gives the same figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.journal import queries as journal
from qabyldau.regulation.editions import NoLawError, by_code
from qabyldau.reporting import figures, quarters
from qabyldau.reporting.models import Report
from qabyldau.reporting.quarters import Quarter
from qabyldau.worktime.spans import Span, span

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.people.models import Office


def reports(office_id: int) -> QuerySet[Report]:
    return Report.objects.filter(office_id=office_id).select_related("paper", "office").order_by("-since")


def report(office_id: int, since: date) -> Report | None:
    return reports(office_id).filter(since=since).first()


def quarter_of(row: Report) -> Quarter:
    return Quarter(row.since, row.until, by_code(row.edition_code))


def span_of(office: Office, quarter: Quarter) -> Span:
    return span(office, quarter.since, quarter.until)


@dataclass(frozen=True, slots=True)
class Owed:
    """A report that has to be sent, and by when."""

    quarter: Quarter
    due_on: date
    report: Report | None


def owed(office: Office, today: date) -> Owed | None:
    """The last period that is over, unless its report was sent; None: nothing is owed.

    What was before the office began to work here is not ours to report.
    """
    try:
        quarter = quarters.before(office, quarters.of(office, today))
    except NoLawError:
        return None
    made = report(office.pk, quarter.since)
    began = journal.began(office.pk)
    if (made and made.sent_on) or began is None or began >= span_of(office, quarter).ends:
        return None
    return Owed(quarter, made.due_on if made else quarters.due_on(office, quarter), made)


@dataclass(frozen=True, slots=True)
class Change:
    """A part of an indicator that counts otherwise now than when the report was frozen."""

    code: str
    key: str
    before: int
    now: int


def recount(row: Report) -> list[Change]:
    """The report counted again; empty: the digest repeats."""
    fresh = figures.measure(span(row.office, row.since, row.until))
    return [change for code, kept in sorted(row.figures.items()) for change in _changes(code, kept, fresh)]


def _changes(code: str, kept: dict[str, int], fresh: figures.Counts) -> list[Change]:
    now = fresh.get(code, {})
    pairs = [(key, kept.get(key, 0), now.get(key, 0)) for key in sorted({*kept, *now})]
    return [Change(code, key, old, new) for key, old, new in pairs if old != new]
