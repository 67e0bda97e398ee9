"""Acts of participation that begin from an appeal: central bodies, and what foreigners need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qabyldau.acts import participating as inputs
from qabyldau.acts.act import Act, plain
from qabyldau.acts.inputs import Nothing
from qabyldau.participation import actions as participation
from qabyldau.participation.actions import CentralSaid
from qabyldau.people.roles import Right
from qabyldau.regulation.lifecycle import Action

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


def _record(appeal: Appeal, given: inputs.CentralAnswerInput, asked: Asked) -> Any:  # noqa: ANN401  acts differ
    said = CentralSaid(**given.model_dump(exclude={"request_id"}))
    return participation.record_central_answer(appeal.pk, request_id=given.request_id, said=said, asked=asked)


ROWS = (
    Act(
        "request_central",
        Right.ASK_CENTRAL,
        None,
        inputs.RequestCentralInput,
        plain(participation.request_central),
    ),
    Act(
        "extend_for_central",
        Right.EXTEND,
        Action.EXTEND,
        inputs.ExtendForCentralInput,
        plain(participation.extend_for_central),
    ),
    Act("tell_central", Right.ASK_CENTRAL, None, Nothing, plain(participation.tell_central)),
    Act("record_central_answer", Right.ASK_CENTRAL, None, inputs.CentralAnswerInput, _record),
    Act(
        "approve_regime",
        Right.PREPARE_FOREIGNERS,
        None,
        inputs.ApproveRegimeInput,
        plain(participation.approve_regime),
    ),
    Act(
        "ask_interpreter",
        Right.PREPARE_FOREIGNERS,
        None,
        inputs.AskInterpreterInput,
        plain(participation.ask_interpreter),
    ),
    Act(
        "confirm_interpreter",
        Right.PREPARE_FOREIGNERS,
        None,
        inputs.ConfirmInterpreterInput,
        plain(participation.confirm_interpreter),
    ),
    Act(
        "note_treaty",
        Right.PREPARE_FOREIGNERS,
        None,
        inputs.NoteTreatyInput,
        plain(participation.note_treaty),
    ),
)
