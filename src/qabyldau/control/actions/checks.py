"""After the final answer: the applicant says that it was not kept, the department looks and decides."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.control import queries
from qabyldau.control.actions.steps import also, take
from qabyldau.control.kinds import Outcome, Stage
from qabyldau.control.models import Check, Instruction
from qabyldau.letters.facts import CheckBegun, CheckOver
from qabyldau.letters.spelling import Prose
from qabyldau.people import settings
from qabyldau.people.actor import Kind, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.registry.moves import Asked, Step, local_day, locked, move
from qabyldau.registry.notices import Told
from qabyldau.regulation.instructions import ControlAct
from qabyldau.regulation.lifecycle import Action, Notice
from qabyldau.regulation.lifecycle import take as lawful
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.registry.models import Appeal


@transaction.atomic
def reopen(appeal_id: int, *, words: str, asked: Asked) -> Check:
    """The applicant, or a worker whom they told so: what was promised is not done."""
    appeal = locked(appeal_id, asked)
    _own(appeal, asked)
    lawful(Action.REOPEN, appeal.stage, appeal.edition)
    today = local_day(appeal.office, asked.at)
    if against := doubt_refused(appeal, today):
        raise against
    days = settings.of(appeal.office_id).check_days
    row = Check.objects.create(
        appeal=appeal,
        words=words.strip(),
        asked_by=asked.by.label,
        at=asked.at,
        due_on=worktime.calendar().shift(today, days),
    )
    told = Told(Notice.CHECK_BEGUN, CheckBegun(said=Prose(row.words), until=row.due_on))
    move(appeal, Action.REOPEN, asked, Step(facts={"check": row.pk}, tells=told))
    return row


def doubt_refused(appeal: Appeal, today: date) -> UnlawfulError | None:
    """What stands against saying "not done"; None: nothing."""
    law = appeal.edition.cite(InstructionControl)
    if not queries.taken_off(appeal).exists():
        return UnlawfulError("nothing_was_ordered", law)
    last = doubt_until(appeal)
    return UnlawfulError("doubt_too_late", law, day=last) if last and today > last else None


def doubt_until(appeal: Appeal) -> date | None:
    """The last day to say "not done", counted from the last final answer."""
    answer = reception.final_answer(appeal)
    if answer is None:
        return None
    return local_day(appeal.office, answer.at) + timedelta(days=settings.of(appeal.office_id).doubt_days)


@transaction.atomic
def confirm_done(appeal_id: int, *, found: str, asked: Asked) -> Check:
    """The check found it done; the applicant is told what was seen."""
    appeal, row = _checking(appeal_id, asked, Action.CONFIRM_DONE)
    _decide(row, Outcome.CONFIRMED, found, asked)
    told = Told(Notice.CHECK_OVER, CheckOver(Outcome.CONFIRMED, Prose(row.found)))
    move(appeal, Action.CONFIRM_DONE, asked, Step(facts={"check": row.pk}, tells=told))
    return row


@transaction.atomic
def put_back(appeal_id: int, *, found: str, asked: Asked) -> Check:
    """It is not done: its instructions are on control again, under their old days, until a new answer."""
    appeal, row = _checking(appeal_id, asked, Action.PUT_BACK)
    _decide(row, Outcome.RESTORED, found, asked)
    for one in Instruction.objects.select_for_update().filter(appeal=appeal, stage=Stage.DONE).order_by("pk"):
        one.off_on = one.reported_on = None
        take(one, ControlAct.RESTORE, also(asked), {"check": row.pk})
    told = Told(Notice.CHECK_OVER, CheckOver(Outcome.RESTORED, Prose(row.found)))
    move(appeal, Action.PUT_BACK, asked, Step(facts={"check": row.pk}, tells=told))
    return row


def _own(appeal: Appeal, asked: Asked) -> None:
    by = asked.by
    if by.kind is not Kind.APPLICANT:
        require(by, Right.REOPEN, appeal.office_id)
    elif (by.office_id, by.appeal_id) != (appeal.office_id, appeal.pk):
        raise PermissionDeniedError(Right.REOPEN)


def _checking(appeal_id: int, asked: Asked, action: Action) -> tuple[Appeal, Check]:
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.CONTROL, appeal.office_id)
    lawful(action, appeal.stage, appeal.edition)
    return appeal, Check.objects.get(appeal=appeal, outcome="")


def _decide(row: Check, outcome: Outcome, found: str, asked: Asked) -> None:
    row.outcome, row.found = outcome, found.strip()
    row.decided_by_name, row.decided_at = asked.by.name, asked.at
    row.save(update_fields=["outcome", "found", "decided_by_name", "decided_at"])
