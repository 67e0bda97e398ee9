"""Acts on the instructions of an appeal, and on whether its final answer was kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qabyldau.acts.act import Act, plain
from qabyldau.acts.controlling import EarlierHandInput, FoundInput, HandOnInput, ReopenInput
from qabyldau.control import actions as control
from qabyldau.control import queries
from qabyldau.people.roles import Right
from qabyldau.regulation.lifecycle import Action
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


def _hand_on(appeal: Appeal, given: HandOnInput, asked: Asked) -> Any:  # noqa: ANN401  acts differ
    """The part must belong to this appeal: whoever may see one is not led to another."""
    parts = {part.pk for one in queries.of_appeal(appeal) for part in one.executors.all()}
    if given.part_id not in parts:
        raise UnlawfulError("executor_unknown", appeal.edition.cite(InstructionControl))
    return control.hand_on(given.part_id, person_id=given.person_id, asked=replace(asked, version=None))


def _note_hand(appeal: Appeal, given: EarlierHandInput, asked: Asked) -> Any:  # noqa: ANN401
    return control.note_earlier_hand(appeal.pk, known=control.Known(**given.model_dump()), asked=asked)


ROWS = (
    Act("hand_on", Right.CONTROL, None, HandOnInput, _hand_on),
    Act("note_earlier_hand", Right.CONTROL, None, EarlierHandInput, _note_hand),
    Act("reopen", Right.REOPEN, Action.REOPEN, ReopenInput, plain(control.reopen)),
    Act("confirm_done", Right.CONTROL, Action.CONFIRM_DONE, FoundInput, plain(control.confirm_done)),
    Act("put_back", Right.CONTROL, Action.PUT_BACK, FoundInput, plain(control.put_back)),
)
