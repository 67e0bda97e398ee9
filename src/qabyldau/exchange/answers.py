"""What the register says is kept, unless it disagrees with what we have: then a person decides."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.exchange import line
from qabyldau.exchange.kinds import Decision, Difference, Status
from qabyldau.exchange.models import Exchange, Mismatch
from qabyldau.people import queries as people
from qabyldau.people.actor import Actor
from qabyldau.ports.eotinish import Declined, Registered
from qabyldau.registry import actions as registry
from qabyldau.registry import queries as appeals
from qabyldau.registry.moves import Asked

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

FAULT_LENGTH = 40


@transaction.atomic
def record(answer: Registered | Declined, *, at: datetime) -> None:
    """Keep the number, or note that it does not agree. The same answer again changes nothing."""
    line.locked()
    line.succeeded(at)
    row = Exchange.objects.select_for_update().filter(key=answer.key).first()
    if isinstance(answer, Declined):
        Exchange.objects.filter(key=answer.key, status__in=[Status.WAITING, Status.SENT]).update(
            status=Status.GIVEN_UP, fault=f"declined:{answer.reason}"[:FAULT_LENGTH]
        )
    elif row is None:
        _differ(None, answer, Difference.UNKNOWN_KEY, at=at)
    else:
        _compare(row, answer, at=at)


def _compare(row: Exchange, answer: Registered, *, at: datetime) -> None:
    kept = appeals.get(row.appeal_id).external_number
    holder = appeals.holder(row.office_id, answer.number, besides=row.appeal_id)
    if kept and kept != answer.number:
        _differ(row, answer, Difference.OTHER_NUMBER, ours=kept, holder=holder, at=at)
    elif holder:
        _differ(row, answer, Difference.ANOTHERS_NUMBER, ours=kept, holder=holder, at=at)
    else:
        _keep(row, answer, kept, at=at)


def _keep(row: Exchange, answer: Registered, kept: str, *, at: datetime) -> None:
    if not kept:
        by = Actor.system(line.EOTINISH, row.office_id)
        registry.note_external_number(row.appeal_id, number=answer.number, asked=Asked(by=by, at=at))
    is_disputed = row.mismatches.filter(decision="").exists()
    row.status = Status.MISMATCH if is_disputed else Status.ANSWERED
    _answered(row, answer, at=at)


def _answered(row: Exchange, answer: Registered, *, at: datetime) -> None:
    row.number, row.answered_at, row.fault = answer.number, row.answered_at or at, ""
    row.save(update_fields=["status", "number", "answered_at", "fault"])


def _differ(
    row: Exchange | None,
    answer: Registered,
    difference: Difference,
    *,
    at: datetime,
    ours: str = "",
    holder: Appeal | None = None,
) -> None:
    """One open row for each thing that does not agree; what a person has set aside stays aside."""
    office_id = row.office_id if row else _office_of(answer.key)
    same = Mismatch.objects.filter(office_id=office_id, key=answer.key, theirs=answer.number, ours=ours)
    if same.filter(decision="").exists() or (ours and same.filter(decision=Decision.OURS).exists()):
        return
    Mismatch.objects.create(
        office_id=office_id,
        exchange=row,
        key=answer.key,
        difference=difference,
        ours=ours,
        theirs=answer.number,
        holder=holder,
        found_at=at,
    )
    if row:
        row.status = Status.MISMATCH
        _answered(row, answer, at=at)


def _office_of(key: str) -> int:
    """Whose key it would be; the first office for one that nobody made."""
    offices = people.all_offices()
    named = offices.filter(code=key.partition(":")[0]).first()
    return (named or offices[0]).pk
