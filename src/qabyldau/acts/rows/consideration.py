"""Acts of the consideration: the note, agreement to it, the hearing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from qabyldau.acts import consideration as inputs
from qabyldau.acts import note_papers, quotes
from qabyldau.acts.act import Act
from qabyldau.people import queries as people
from qabyldau.people.roles import Right
from qabyldau.regulation.lifecycle import Action
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


def proposed(appeal: Appeal, given: inputs.NoteInput) -> review.Proposed:
    """The version as it is kept, with its quotes."""
    if given.official_id is not None:
        people.official(appeal.office_id, given.official_id)
    values = given.model_dump(exclude={"history", "materials"})
    values |= {"proposal": given.proposal or "", "mode": given.mode or ""}
    return review.Proposed(
        **values,
        history=quotes.history(appeal, given.history),
        materials=quotes.collected(appeal, given.materials),
    )


def _keep(appeal: Appeal, given: inputs.NoteInput, asked: Asked) -> Any:  # noqa: ANN401  acts differ
    return review.keep_note(appeal.pk, proposed=proposed(appeal, given), asked=asked)


@transaction.atomic
def _submit(appeal: Appeal, given: inputs.SubmitInput, asked: Asked) -> Any:  # noqa: ANN401
    """Before the head, and on paper."""
    note = review.submit(appeal.pk, proposed=proposed(appeal, given), asked=asked)
    note_papers.issue(note, by=asked.by, at=asked.at)
    return note


def _ask_agreement(appeal: Appeal, given: inputs.AskAgreementInput, asked: Asked) -> Any:  # noqa: ANN401
    users, bodies = tuple(given.user_ids), tuple(given.body_ids)
    return review.ask_agreement(appeal.pk, user_ids=users, body_ids=bodies, asked=asked)


def _agree(appeal: Appeal, given: inputs.AgreeInput, asked: Asked) -> Any:  # noqa: ANN401
    return review.agree(appeal.pk, said=review.Opinion(given.position, given.remark), asked=asked)


def _invite(appeal: Appeal, given: inputs.InviteInput, asked: Asked) -> Any:  # noqa: ANN401
    office = appeal.office
    place = Words(kk=given.place_kk or office.address_kk, ru=given.place_ru or office.address_ru)
    invitation = review.Invitation(given.starts_at, given.intended, place)
    return review.invite(appeal.pk, invitation=invitation, asked=asked)


def _record(appeal: Appeal, given: inputs.RecordHearingInput, asked: Asked) -> Any:  # noqa: ANN401
    return review.record_hearing(appeal.pk, state=given.state, text=given.text, asked=asked)


def _object(appeal: Appeal, given: inputs.ObjectInput, asked: Asked) -> Any:  # noqa: ANN401
    return review.object_to(appeal.pk, text=given.text, asked=asked)


ROWS = (
    Act("keep_note", Right.SUBMIT, None, inputs.NoteInput, _keep),
    Act("submit", Right.SUBMIT, Action.SUBMIT, inputs.SubmitInput, _submit),
    Act("ask_agreement", Right.SUBMIT, None, inputs.AskAgreementInput, _ask_agreement),
    Act("agree", Right.AGREE_NOTE, None, inputs.AgreeInput, _agree),
    Act("invite", Right.HEAR, Action.HEAR, inputs.InviteInput, _invite),
    Act("object_to", Right.HEAR, None, inputs.ObjectInput, _object),
    Act("record_hearing", Right.HEAR, None, inputs.RecordHearingInput, _record),
)
