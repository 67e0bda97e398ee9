"""Record who was received and who did not come; send the final answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.happenings import announce
from qabyldau.letters.facts import FinalAnswer as FinalAnswerLetter
from qabyldau.participation import queries as participation
from qabyldau.people import queries as people
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.reception import queries
from qabyldau.reception.events import AnswerSigned
from qabyldau.reception.kinds import Character
from qabyldau.reception.models import Attendance, FinalAnswer
from qabyldau.registry.moves import Asked, Step, local_day, locked, move
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Action, Notice, take
from qabyldau.regulation.norms import control
from qabyldau.regulation.norms.reception import IdentityShown, SecrecyRegime, Shown
from qabyldau.regulation.norms.schedule import Receivers
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from qabyldau.review.queries import live_appointment

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment


@dataclass(frozen=True, slots=True)
class Seen:
    """What the desk saw: the kind of document (never its copy), and whether authority was shown."""

    document: str
    authority_shown: bool = False
    summary: str = ""


@transaction.atomic
def hold(appeal_id: int, *, seen: Seen, asked: Asked) -> Attendance:
    """The person came, showed who they are, and was received."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.RECORD_RECEPTION, appeal.office_id)
    appointment = due_now(appeal, Action.HOLD, asked)
    _not_at_the_desk(appeal)
    _identified(appeal, seen, asked)
    regime_approved(appeal)
    row = _attended(appointment, asked, came=True, document=seen.document, summary=seen.summary)
    move(appeal, Action.HOLD, asked, Step(facts={"appointment": appointment.pk}))
    return row


@transaction.atomic
def miss(appeal_id: int, *, asked: Asked) -> Attendance:
    """The person did not come; another hour may be given, or a final answer sent."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.RECORD_RECEPTION, appeal.office_id)
    appointment = due_now(appeal, Action.MISS, asked)
    _not_at_the_desk(appeal)
    row = _attended(appointment, asked, came=False)
    review.retire(appeal.pk)
    move(appeal, Action.MISS, asked, Step(facts={"appointment": appointment.pk}))
    return row


def due_now(appeal: Appeal, action: Action, asked: Asked) -> Appointment:
    """The live appointment, whose day must have come."""
    appointment = live_appointment(appeal)
    law = appeal.edition
    if appointment is None:
        raise UnlawfulError("act_not_now", law.cite(control.Minutes), action=action, state=appeal.state)
    if local_day(appeal.office, asked.at) < appointment.slot.day.on:
        raise UnlawfulError("day_not_come", law.cite(control.Minutes), day=appointment.slot.day.on)
    return appointment


def _not_at_the_desk(appeal: Appeal) -> None:
    """Who was checked in is brought to the end at the desk: the line of the day knows of no other way."""
    visit = queries.here(appeal)
    if visit is not None:
        raise UnlawfulError("at_the_desk", appeal.edition.cite(control.Minutes), ticket=visit.ticket)


def _identified(appeal: Appeal, seen: Seen, asked: Asked) -> None:
    law = appeal.edition
    shown = Shown(
        identity=bool(seen.document),
        represents_another=bool(appeal.representative),
        authority=seen.authority_shown,
        authority_until=appeal.authority_until,
    )
    if code := law.get(IdentityShown).lacking(shown, local_day(appeal.office, asked.at)):
        raise UnlawfulError(code, law.cite(IdentityShown))


def regime_approved(appeal: Appeal) -> None:
    """A foreigner's reception starts only when it is approved by the rules of secrecy."""
    if code := participation.regime_lacking(appeal):
        raise UnlawfulError(code, appeal.edition.cite(SecrecyRegime))


def _attended(
    appointment: Appointment, asked: Asked, *, came: bool, document: str = "", summary: str = ""
) -> Attendance:
    return Attendance.objects.create(
        appointment=appointment,
        came=came,
        document=document,
        summary=summary,
        at=asked.at,
        by_user_id=asked.by.user_id,
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """The final motivated answer: its text, its character, and the official who signed it."""

    text: str
    character: Character
    signed_by_id: int
    kind: control.AnswerKind = control.AnswerKind.FINAL


@transaction.atomic
def close(appeal_id: int, *, answer: Answer, asked: Asked) -> FinalAnswer:
    """Send the final motivated answer; only it takes an appeal off control."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.CLOSE, appeal.office_id)
    law = appeal.edition
    if not law.get(control.FinalAnswer).closes(answer.kind, answer.text):
        raise UnlawfulError("answer_not_final", law.cite(control.FinalAnswer))
    signer = people.official(appeal.office_id, answer.signed_by_id)
    if not signer.authorised_on(local_day(appeal.office, asked.at)):
        raise UnlawfulError("no_authority", law.cite(Receivers), day=local_day(appeal.office, asked.at))
    take(Action.CLOSE, appeal.stage, law)
    announce(AnswerSigned(appeal, signer, asked))
    row = FinalAnswer.objects.create(
        appeal=appeal, text=answer.text, character=answer.character, signed_by=signer, at=asked.at
    )
    letter = FinalAnswerLetter(text=answer.text, character=answer.character, signed_by=signer.name)
    facts = {"answer": row.pk, "character": str(answer.character)}
    move(appeal, Action.CLOSE, asked, Step(facts=dict(facts), tells=Told(Notice.FINAL_ANSWER, letter)))
    return row
