"""Freeze the report of a quarter that is over, and note that it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.papers import actions as papers
from qabyldau.papers.kinds import PaperKind
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import local_day
from qabyldau.regulation.norms.control import QuarterlyReport
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language
from qabyldau.reporting import figures, quarters, queries
from qabyldau.reporting.kinds import Way
from qabyldau.reporting.models import Report
from qabyldau.reporting.paper import facts

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.reporting.quarters import Quarter

BOTH = (Language.KK, Language.RU)


@transaction.atomic
def freeze(office: Office, since: date, *, by: Actor, at: datetime) -> Report:
    """Count the quarter, keep the figures with their digest, and issue the paper in both languages."""
    require(by, Right.REPORT, office.pk)
    quarter = quarters.of(office, since)
    cited = quarter.law.cite(QuarterlyReport)
    if not quarter.is_over(local_day(office, at)):
        raise UnlawfulError("quarter_not_over", cited, day=quarter.until)
    journal.hold(office.pk)
    if queries.report(office.pk, quarter.since):
        raise StaleError(quarter.code)
    row = _counted(office, quarter, by, at)
    facts_of = {"since": quarter.code, "until": quarter.until.isoformat(), "digest": row.digest}
    journal.write("freeze_report", about=row.key, by=by, at=at, citation=cited, facts={**facts_of})
    row.paper = papers.issue(
        office,
        PaperKind.QUARTERLY_REPORT,
        about=row.key,
        languages=BOTH,
        facts=facts(office, row),
        by=by,
        at=at,
    )
    row.save(update_fields=["paper"])
    return row


def _counted(office: Office, quarter: Quarter, by: Actor, at: datetime) -> Report:
    span = queries.span_of(office, quarter)
    counts = figures.measure(span)
    return Report.objects.create(
        office=office,
        since=quarter.since,
        until=quarter.until,
        edition_code=quarter.law.code,
        citation=quarter.law.cite(QuarterlyReport).as_row(),
        due_on=quarters.due_on(office, quarter),
        figures=counts,
        digest=figures.digest(span, counts),
        by_user_id=by.user_id,
        by_name=by.name,
        at=at,
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """When, in which way, under which number it went."""

    on: date
    way: Way
    number: str = ""


@transaction.atomic
def record_sent(report_id: int, *, sent: Sent, by: Actor, at: datetime) -> Report:
    """The duty of the quarter is met; late or not, the fact is noted."""
    row = Report.objects.select_for_update(of=("self",)).select_related("office").get(pk=report_id)
    require(by, Right.REPORT, row.office_id)
    if row.sent_on:
        raise StaleError(row.since.isoformat())
    if not row.until <= sent.on <= local_day(row.office, at):
        raise UnlawfulError("report_sent_when", row.cited, day=sent.on, since=row.until)
    row.sent_on, row.sent_way, row.sent_number = sent.on, sent.way, sent.number
    row.save(update_fields=["sent_on", "sent_way", "sent_number"])
    said: dict[str, object] = {"sent_on": sent.on.isoformat(), "way": str(sent.way), "number": sent.number}
    journal.write("send_report", about=row.key, by=by, at=at, citation=row.cited, facts=said)
    return row
