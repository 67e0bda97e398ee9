"""During the reception: invite an employee to the applicant, or agree another time and place (п. 22)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.consulting import queries
from qabyldau.consulting.kinds import Answer
from qabyldau.consulting.models import AgreedHour, CallIn
from qabyldau.journal import actions as journal
from qabyldau.people import queries as people
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, local_day, locked
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.norms.reception import CallIn as CallInNorm
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.words import Words


@dataclass(frozen=True, slots=True)
class Meeting:
    """With whom, when and where another talk was agreed."""

    official_id: int
    starts_at: datetime
    place: Words


@transaction.atomic
def call_in(appeal_id: int, *, employee: str, position: str, asked: Asked) -> CallIn:
    """An employee of the apparatus is asked to come to the applicant, now."""
    appeal = _at_the_reception(appeal_id, asked)
    row = CallIn.objects.create(
        office=appeal.office,
        appeal=appeal,
        on=local_day(appeal.office, asked.at),
        employee=employee.strip(),
        position=position.strip(),
        asked_at=asked.at,
        by_user_id=asked.by.user_id,
    )
    _note("call_in", appeal, asked, {"call_in": row.pk})
    return row


@transaction.atomic
def answer(call_in_id: int, *, came: bool, reason: str = "", asked: Asked) -> CallIn:
    """The employee came, or refused and said why."""
    row = CallIn.objects.select_for_update(of=("self",)).select_related("appeal__office").get(pk=call_in_id)
    require(asked.by, Right.CALL_IN, row.office_id)
    clause = row.appeal.edition.cite(CallInNorm)
    if row.answer != Answer.ASKED:
        raise UnlawfulError("call_in_answered", clause)
    if not came and not reason.strip():
        raise UnlawfulError("call_in_without_reason", clause)
    row.answer, row.answered_at = (Answer.CAME if came else Answer.REFUSED), asked.at
    row.reason = "" if came else reason.strip()
    row.save(update_fields=["answer", "answered_at", "reason"])
    _note("answer_call_in", row.appeal, asked, {"call_in": row.pk, "answer": str(row.answer)})
    return row


@transaction.atomic
def agree(appeal_id: int, *, meeting: Meeting, asked: Asked) -> AgreedHour:
    """An official agreed to meet the applicant at another time and place: it stands in the official's day."""
    appeal = _at_the_reception(appeal_id, asked)
    clause = appeal.edition.cite(CallInNorm)
    official = people.official(appeal.office_id, meeting.official_id)
    on = local_day(appeal.office, meeting.starts_at)
    if meeting.starts_at <= asked.at:
        raise UnlawfulError("agreed_hour_past", clause, day=on)
    if AgreedHour.objects.filter(official=official, starts_at=meeting.starts_at).exists():
        raise UnlawfulError("agreed_hour_taken", clause)
    row = AgreedHour.objects.create(
        office=appeal.office,
        appeal=appeal,
        official=official,
        on=on,
        starts_at=meeting.starts_at,
        place_kk=meeting.place.kk,
        place_ru=meeting.place.ru,
        by_user_id=asked.by.user_id,
        at=asked.at,
    )
    _note("agree_hour", appeal, asked, {"agreed": row.pk, "official": official.pk, "on": on.isoformat()})
    return row


def _at_the_reception(appeal_id: int, asked: Asked) -> Appeal:
    """The law speaks of the time of the reception: on another day nobody is called in."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.CALL_IN, appeal.office_id)
    clause = appeal.edition.cite(CallInNorm)
    if appeal.stage in FINAL:
        raise UnlawfulError("already_over", clause, action="call_in", state=appeal.state)
    today = local_day(appeal.office, asked.at)
    if not queries.is_reception_day(appeal.office_id, today):
        raise UnlawfulError("call_in_without_reception", clause, day=today)
    return appeal


def _note(action: str, appeal: Appeal, asked: Asked, facts: dict[str, object]) -> None:
    journal.write(
        action,
        about=appeal.key,
        by=asked.by,
        at=asked.at,
        citation=appeal.edition.cite(CallInNorm),
        facts=facts,
        once=asked.once,
        asked=asked.digest,
    )
