"""A refusal to take part is reported to the President's Administration within the term of the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.participation import papers, queries
from qabyldau.participation.kinds import Way
from qabyldau.participation.models import CentralRequest, Invitation, RefusalReport
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import local_day
from qabyldau.regulation.norms.deadlines import Due, due
from qabyldau.regulation.norms.deadlines import RefusalReport as ReportTerm
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.regulation.edition import Edition


@dataclass(frozen=True, slots=True)
class Sent:
    """The report went: on which day, by which way, under which number of the register it went through."""

    on: date
    way: Way
    number: str = ""


def open_refusal(row: Invitation, reason: str, *, by: Actor, at: datetime) -> RefusalReport | None:
    """Of the akim's reception only; a refusal said twice is one refusal. None: nothing is owed."""
    # ВОПРОС 26: silence is no refusal.
    law = queries.law_of(row.day)
    already = RefusalReport.objects.filter(invitation=row, taken_back_at=None).first()
    if already or not queries.is_akims(row.day) or not law.has(ReportTerm):
        return already
    found = _due(local_day(row.day.office, at), law)
    owed = _owed(row.office_id, row.body_id, reason, found, law)
    owed.invitation = row
    return _opened(owed, by, at)


def open_central(
    row: CentralRequest, reason: str, *, on: date, by: Actor, at: datetime
) -> RefusalReport | None:
    """A central body would not take part; the term runs from the day its refusal came."""
    law = row.appeal.edition
    if not law.has(ReportTerm):
        return None
    owed = _owed(row.appeal.office_id, row.body_id, reason, _due(on, law), law)
    owed.request = row
    return _opened(owed, by, at)


def _due(on: date, law: Edition) -> Due:
    return due(ReportTerm, on, law, worktime.calendar())


def _owed(office_id: int, body_id: int, reason: str, found: Due, law: Edition) -> RefusalReport:
    return RefusalReport(
        office_id=office_id,
        body_id=body_id,
        refused_on=found.event,
        reason=reason.strip(),
        edition_code=law.code,
        due_on=found.on,
        citation=found.citation.as_row(),
        calendar_version=found.calendar_version,
    )


def _opened(owed: RefusalReport, by: Actor, at: datetime) -> RefusalReport:
    owed.save(force_insert=True)
    facts: dict[str, object] = {"refusal": owed.pk, "body": owed.body_id, "due": owed.due_on.isoformat()}
    journal.write("open_refusal", about=owed.key, by=by, at=at, citation=owed.cited, facts=facts)
    return owed


def take_back(row: Invitation, *, by: Actor, at: datetime) -> None:
    """The body comes after all before its refusal was reported: there is nothing to report."""
    for owed in RefusalReport.objects.filter(invitation=row, sent_on=None, taken_back_at=None):
        owed.taken_back_at = at
        owed.save(update_fields=["taken_back_at"])
        journal.write(
            "take_back_refusal", about=owed.key, by=by, at=at, citation=owed.cited, facts={"refusal": owed.pk}
        )


@transaction.atomic
def make_report(refusal_id: int, *, by: Actor, at: datetime) -> RefusalReport:
    """The letter, numbered; made anew it replaces the one before."""
    row = _for_update(refusal_id)
    require(by, Right.REPORT_REFUSALS, row.office_id)
    _is_open(row)
    row.paper = papers.refusal_report(row, by=by, at=at)
    row.save(update_fields=["paper"])
    return row


@transaction.atomic
def record_sent(refusal_id: int, *, sent: Sent, by: Actor, at: datetime) -> RefusalReport:
    """It went: on which day, by which way. Late is a fact, and shown."""
    row = _for_update(refusal_id)
    require(by, Right.REPORT_REFUSALS, row.office_id)
    _is_open(row)
    if row.paper is None:
        raise UnlawfulError("report_not_made", row.cited)
    if not row.refused_on <= sent.on <= local_day(row.office, at):
        raise UnlawfulError("report_day_impossible", row.cited, since=row.refused_on)
    row.sent_on, row.sent_way, row.sent_number = sent.on, sent.way, sent.number
    if sent.on > row.due_on and row.breached_on is None:
        row.breached_on = sent.on
    row.save(update_fields=["sent_on", "sent_way", "sent_number", "breached_on"])
    facts: dict[str, object] = {"refusal": row.pk, "sent": sent.on.isoformat(), "late": sent.on > row.due_on}
    journal.write("report_refusal", about=row.key, by=by, at=at, citation=row.cited, facts=facts)
    return row


def _is_open(row: RefusalReport) -> None:
    if not row.is_open:
        raise StaleError(row.key)


def _for_update(refusal_id: int) -> RefusalReport:
    rows = RefusalReport.objects.select_for_update(of=("self",))
    return rows.select_related("office", "body", "paper", "invitation__day__official", "request__appeal").get(
        pk=refusal_id
    )


@transaction.atomic
def flag_overdue(office: Office, at: datetime) -> int:
    """A report not sent in its term is a breach: noted once, with its clause; returns how many were new."""
    today = local_day(office, at)
    late = queries.owed_refusals(office.pk).filter(due_on__lt=today, breached_on=None)
    by = Actor.system("tick", office.pk)
    for row in late:
        row.breached_on = today
        row.save(update_fields=["breached_on"])
        facts: dict[str, object] = {
            "refusal": row.pk,
            "code": "refusal_not_reported",
            "due": row.due_on.isoformat(),
        }
        journal.write("flag", about=row.key, by=by, at=at, citation=row.cited, facts=facts)
    return len(late)
