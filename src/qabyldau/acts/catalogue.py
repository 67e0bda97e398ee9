"""Every act on an appeal, as data: name, right, move, input, function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError

from qabyldau.acts import inputs
from qabyldau.acts.inputs import Input, Nothing
from qabyldau.journal import queries as journal
from qabyldau.people import queries as people
from qabyldau.people.actor import Kind, require
from qabyldau.people.roles import Right
from qabyldau.reception import actions as reception
from qabyldau.registry import actions as registry
from qabyldau.registry import queries as appeals
from qabyldau.registry.errors import AskedDifferentlyError, StaleError
from qabyldau.regulation.lifecycle import Action
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


class UnknownActError(LookupError):
    """No act of this name is in the catalogue."""


@dataclass(frozen=True, slots=True)
class Act:
    """One row. `moves`: the move it makes, None when the state stays."""

    name: str
    right: Right
    moves: Action | None
    input: type[Input]
    do: Callable[[Appeal, Any, Asked], Any]


def _screen(appeal: Appeal, given: inputs.ScreenInput, asked: Asked) -> Any:  # noqa: ANN401  acts differ
    values = given.model_dump(exclude={"earlier_number"})
    earlier = appeals.numbered(appeal.office_id, given.earlier_number)
    found = review.Findings(**values, earlier_id=earlier.pk if earlier else None)
    return review.screen(appeal.pk, found=found, asked=asked)


def _submit(appeal: Appeal, given: inputs.SubmitInput, asked: Asked) -> Any:  # noqa: ANN401
    if given.official_id is not None:
        people.official(appeal.office_id, given.official_id)
    return review.submit(appeal.pk, proposed=review.Proposed(**given.model_dump()), asked=asked)


def _approve(appeal: Appeal, given: inputs.ApproveInput, asked: Asked) -> Any:  # noqa: ANN401
    return review.approve(appeal.pk, day_id=given.day_id, mode=given.mode, asked=asked)


def _refuse(appeal: Appeal, given: inputs.RefuseInput, asked: Asked) -> Any:  # noqa: ANN401
    return review.refuse(appeal.pk, ground_code=given.ground, motive=given.motive, asked=asked)


def _hold(appeal: Appeal, given: inputs.HoldInput, asked: Asked) -> Any:  # noqa: ANN401
    return reception.hold(appeal.pk, seen=reception.Seen(**given.model_dump()), asked=asked)


def _close(appeal: Appeal, given: inputs.CloseInput, asked: Asked) -> Any:  # noqa: ANN401
    return reception.close(appeal.pk, answer=reception.Answer(**given.model_dump()), asked=asked)


def _plain(function: Callable[..., Any]) -> Callable[[Appeal, Any, Asked], Any]:
    """An act whose input fields are its own keyword arguments."""

    def do(appeal: Appeal, given: Input, asked: Asked) -> Any:  # noqa: ANN401
        return function(appeal.pk, **given.model_dump(), asked=asked)

    return do


_ROWS = (
    Act("screen", Right.SCREEN, None, inputs.ScreenInput, _screen),
    Act("leave", Right.LEAVE, Action.LEAVE, Nothing, _plain(review.leave)),
    Act("take_up", Right.TAKE_UP, Action.TAKE_UP, Nothing, _plain(review.take_up)),
    Act("submit", Right.SUBMIT, Action.SUBMIT, inputs.SubmitInput, _submit),
    Act("approve", Right.DECIDE, Action.APPROVE, inputs.ApproveInput, _approve),
    Act("refuse", Right.DECIDE, Action.REFUSE, inputs.RefuseInput, _refuse),
    Act("send_back", Right.DECIDE, Action.RETURN, inputs.SendBackInput, _plain(review.send_back)),
    Act("extend", Right.EXTEND, Action.EXTEND, inputs.ExtendInput, _plain(review.extend)),
    Act("appoint", Right.APPOINT, Action.APPOINT, inputs.AppointInput, _plain(review.appoint)),
    Act("hold", Right.RECORD_RECEPTION, Action.HOLD, inputs.HoldInput, _hold),
    Act("miss", Right.RECORD_RECEPTION, Action.MISS, Nothing, _plain(reception.miss)),
    Act("close", Right.CLOSE, Action.CLOSE, inputs.CloseInput, _close),
    Act("withdraw", Right.WITHDRAW, Action.WITHDRAW, Nothing, _plain(registry.withdraw)),
    Act(
        "note_external_number",
        Right.NOTE_EXTERNAL_NUMBER,
        None,
        inputs.ExternalNumberInput,
        _plain(registry.note_external_number),
    ),
    Act("reveal", Right.REVEAL_IDENTITY, None, inputs.RevealInput, _plain(registry.reveal)),
)
ACTS: dict[str, Act] = {row.name: row for row in _ROWS}


def _done_before(appeal: Appeal, asked: Asked) -> bool:
    before = journal.asked_before(appeal.office_id, asked.once)
    if before is None:
        return False
    if (before.object, before.asked) != (appeal.key, asked.digest):
        raise AskedDifferentlyError(asked.once)
    return True


def perform(name: str, appeal: Appeal, given: dict[str, object], asked: Asked) -> Any:  # noqa: ANN401
    """Do the act. A key that already did one does nothing more and returns None."""
    if _done_before(appeal, asked):
        return None
    act = ACTS.get(name)
    if act is None:
        raise UnknownActError(name)
    if asked.by.kind is Kind.STAFF:
        require(asked.by, act.right, appeal.office_id)
    shaped = act.input.model_validate(given)
    try:
        return act.do(appeal, shaped, asked)
    except (IntegrityError, StaleError, UnlawfulError):
        # The same request may have come twice at once, and its twin was first.
        if _done_before(appeal, asked):
            return None
        raise
