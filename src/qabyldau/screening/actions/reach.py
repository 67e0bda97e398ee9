"""Tries to reach an applicant; after so many in vain a letter goes on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.letters.facts import Unreached
from qabyldau.outbox import actions as outbox
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.people import settings
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, flag, local_day, locked, note, save
from qabyldau.registry.notices import Told, letter_of
from qabyldau.regulation.lifecycle import AT_REST, Notice
from qabyldau.regulation.norms.deadlines import AnswerDeadline
from qabyldau.screening.kinds import Reached, Way
from qabyldau.screening.models import ContactAttempt
from qabyldau.screening.queries import vain

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Tried:
    """How it was tried, and what came of it. `tried_at` None: just now."""

    way: Way
    result: Reached
    tried_at: datetime | None = None
    remark: str = ""


@transaction.atomic
def note_contact(appeal_id: int, *, tried: Tried, asked: Asked) -> ContactAttempt:
    """Record a try, whenever it was; the last of so many in vain owes a letter, and is flagged."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.NOTE_CONTACT, appeal.office_id)
    row = ContactAttempt.objects.create(
        appeal=appeal,
        way=tried.way,
        result=tried.result,
        tried_at=min(tried.tried_at or asked.at, asked.at),
        remark=tried.remark,
        by_user_id=asked.by.user_id,
        by_name=asked.by.name,
        noted_at=asked.at,
    )
    save(appeal)
    facts = {"way": str(tried.way), "result": str(tried.result), "tried_at": row.tried_at.isoformat()}
    note(appeal, "note_contact", asked, appeal.edition.cite(AnswerDeadline), dict(facts))
    if tried.result is Reached.CAME_BACK:
        flag(appeal, "letter_came_back", AnswerDeadline, asked)
    if vain(appeal) >= settings.of(appeal.office_id).contact_tries and appeal.stage not in AT_REST:
        _write_instead(appeal, row, asked)
    return row


def _write_instead(appeal: Appeal, row: ContactAttempt, asked: Asked) -> None:
    basis = appeal.edition.cite(AnswerDeadline)
    told = Told(Notice.UNREACHED, Unreached(vain(appeal), appeal.due_on))
    letter = letter_of(appeal, appeal.office, told, basis, local_day(appeal.office, asked.at))
    row.letter_sent = True
    row.save(update_fields=["letter_sent"])
    owed = Owed(
        key=f"unreached-{row.pk}:{Channel.PAPER}",
        about=appeal.key,
        notice=Notice.UNREACHED,
        channel=Channel.PAPER,
        language=appeal.language,
        address=appeal.address[:254],
        subject=letter.subject,
        text=letter.text,
    )
    outbox.put(appeal.office_id, [owed], at=asked.at)
    flag(appeal, "unreachable", AnswerDeadline, asked)
