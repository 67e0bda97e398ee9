"""What a foreigner's reception needs: approval by the rules of secrecy, an interpreter, a treaty note."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.participation import queries
from qabyldau.participation.kinds import Ready
from qabyldau.participation.models import Interpreter, RegimeApproval, TreatyNote
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, local_day, locked, note, save
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.norms import reception
from qabyldau.regulation.norms.reception import Citizenship, SecrecyRegime
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


@transaction.atomic
def approve_regime(
    appeal_id: int, *, number: str, approved_on: date, approved_by: str, asked: Asked
) -> RegimeApproval:
    """The reception is approved by the rules of secrecy: without it, it cannot start."""
    appeal = _of_foreigner(appeal_id, asked, "approve_regime")
    if approved_on > local_day(appeal.office, asked.at):
        raise UnlawfulError("approved_in_future", appeal.edition.cite(SecrecyRegime), day=approved_on)
    row = RegimeApproval.objects.create(
        appeal=appeal,
        number=number,
        approved_on=approved_on,
        approved_by=approved_by,
        by_user_id=asked.by.user_id,
        at=asked.at,
    )
    save(appeal)
    facts: dict[str, object] = {"number": number, "on": approved_on.isoformat()}
    note(appeal, "approve_regime", asked, appeal.edition.cite(SecrecyRegime), facts)
    return row


@transaction.atomic
def ask_interpreter(appeal_id: int, *, language: str, name: str, asked: Asked) -> Interpreter:
    """Somebody is asked to interpret; a later name takes the place of the earlier."""
    appeal = _of_foreigner(appeal_id, asked, "ask_interpreter")
    row = Interpreter.objects.create(
        appeal=appeal, language=language, name=name, asked_at=asked.at, by_user_id=asked.by.user_id
    )
    save(appeal)
    facts: dict[str, object] = {"interpreter": row.pk, "language": language}
    note(appeal, "ask_interpreter", asked, appeal.edition.cite(reception.Interpreter), facts)
    return row


@transaction.atomic
def confirm_interpreter(appeal_id: int, *, comes: bool, asked: Asked) -> Interpreter:
    """The interpreter who was asked comes, or cannot."""
    appeal = _of_foreigner(appeal_id, asked, "confirm_interpreter")
    clause = appeal.edition.cite(reception.Interpreter)
    row = queries.interpreter(appeal)
    if row is None:
        raise UnlawfulError("interpreter_not_asked", clause)
    row.ready = Ready.CONFIRMED if comes else Ready.DECLINED
    row.answered_at = asked.at
    row.save(update_fields=["ready", "answered_at"])
    save(appeal)
    note(appeal, "confirm_interpreter", asked, clause, {"interpreter": row.pk, "comes": comes})
    return row


@transaction.atomic
def note_treaty(appeal_id: int, *, text: str, asked: Asked) -> TreatyNote:
    """What a treaty of the Republic says otherwise, in the department's words."""
    appeal = _of_foreigner(appeal_id, asked, "note_treaty")
    row = TreatyNote.objects.create(appeal=appeal, text=text, by_user_id=asked.by.user_id, at=asked.at)
    save(appeal)
    note(appeal, "note_treaty", asked, appeal.edition.cite(SecrecyRegime), {"note": row.pk})
    return row


def _of_foreigner(appeal_id: int, asked: Asked, action: str) -> Appeal:
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.PREPARE_FOREIGNERS, appeal.office_id)
    clause = appeal.edition.cite(SecrecyRegime)
    if queries.citizenship(appeal) is Citizenship.CITIZEN:
        raise UnlawfulError("not_a_foreigner", clause)
    if appeal.stage in FINAL:
        raise UnlawfulError("already_over", clause, action=action, state=appeal.state)
    return appeal
