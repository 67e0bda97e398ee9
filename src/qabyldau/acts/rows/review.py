"""Acts of the review: the department's, the head's, and the hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qabyldau.acts import inputs
from qabyldau.acts.act import Act, plain
from qabyldau.acts.inputs import Nothing
from qabyldau.people.roles import Right
from qabyldau.registry import queries as appeals
from qabyldau.regulation.lifecycle import Action
from qabyldau.review import actions as review

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


def _screen(appeal: Appeal, given: inputs.ScreenInput, asked: Asked) -> Any:  # noqa: ANN401  acts differ
    values = given.model_dump(exclude={"earlier_number"})
    earlier = appeals.numbered(appeal.office_id, given.earlier_number)
    found = review.Findings(**values, earlier_id=earlier.pk if earlier else None)
    return review.screen(appeal.pk, found=found, asked=asked)


def _approve(appeal: Appeal, given: inputs.ApproveInput, asked: Asked) -> Any:  # noqa: ANN401
    return review.approve(appeal.pk, day_id=given.day_id, mode=given.mode, asked=asked)


def _refuse(appeal: Appeal, given: inputs.RefuseInput, asked: Asked) -> Any:  # noqa: ANN401
    return review.refuse(appeal.pk, ground_code=given.ground, motive=given.motive, asked=asked)


ROWS = (
    Act("screen", Right.SCREEN, None, inputs.ScreenInput, _screen),
    Act("leave", Right.LEAVE, Action.LEAVE, Nothing, plain(review.leave)),
    Act("take_up", Right.TAKE_UP, Action.TAKE_UP, Nothing, plain(review.take_up)),
    Act("approve", Right.DECIDE, Action.APPROVE, inputs.ApproveInput, _approve),
    Act("refuse", Right.DECIDE, Action.REFUSE, inputs.RefuseInput, _refuse),
    Act("send_back", Right.DECIDE, Action.RETURN, inputs.SendBackInput, plain(review.send_back)),
    Act("extend", Right.EXTEND, Action.EXTEND, inputs.ExtendInput, plain(review.extend)),
    Act("appoint", Right.APPOINT, Action.APPOINT, inputs.AppointInput, plain(review.appoint)),
)
