"""What a foreigner's reception needs: approval by the rules of secrecy, an interpreter, a treaty note."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.occupancy import actions as occupancy
from qabyldau.occupancy.actions import TwoPlacesError
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
    """Somebody is asked to interpret; a later name takes the place of the earlier, who is free again."""
    appeal = _of_foreigner(appeal_id, asked, "ask_interpreter")
    _bring(appeal, name)
    row = Interpreter.objects.create(
        appeal=appeal, language=language, name=name, asked_at=asked.at, by_user_id=asked.by.user_id
    )
    save(appeal)
    facts: dict[str, object] = {"interpreter": row.pk, "language": language}
    note(appeal, "ask_interpreter", asked, appeal.edition.cite(reception.Interpreter), facts)
    return row


@transaction.atomic
def confirm_interpreter(appeal_id: int, *, comes: bool, asked: Asked) -> Interpreter:
    """The interpreter who was asked comes, or cannot and is free again."""
    appeal = _of_foreigner(appeal_id, asked, "confirm_interpreter")
    clause = appeal.edition.cite(reception.Interpreter)
    row = queries.interpreter(appeal)
    if row is None:
        raise UnlawfulError("interpreter_not_asked", clause)
    row.ready = Ready.CONFIRMED if comes else Ready.DECLINED
    row.answered_at = asked.at
    row.save(update_fields=["ready", "answered_at"])
    if not comes:
        occupancy.need_no_more(appeal.office_id, appeal.key, person(row.name))
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


def person(name: str) -> str:
    """One interpreter, by a digest of the name: two receptions at one time cannot both have them."""
    return f"interpreter:{sha256(' '.join(name.casefold().split()).encode()).hexdigest()[:16]}"


def _bring(appeal: Appeal, name: str) -> None:
    """From now on the appeal needs this interpreter, and no longer whoever was asked before."""
    before = queries.interpreter(appeal)
    if before is not None:
        occupancy.need_no_more(appeal.office_id, appeal.key, person(before.name))
    try:
        occupancy.need(appeal.office_id, appeal.key, person(name))
    except TwoPlacesError as twice:
        clause = appeal.edition.cite(reception.Interpreter)
        raise UnlawfulError("two_places_interpreter", clause) from twice


def _of_foreigner(appeal_id: int, asked: Asked, action: str) -> Appeal:
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.PREPARE_FOREIGNERS, appeal.office_id)
    clause = appeal.edition.cite(SecrecyRegime)
    if queries.citizenship(appeal) is Citizenship.CITIZEN:
        raise UnlawfulError("not_a_foreigner", clause)
    if appeal.stage in FINAL:
        raise UnlawfulError("already_over", clause, action=action, state=appeal.state)
    return appeal
