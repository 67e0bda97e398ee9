"""Acts of the day of reception and of the answer after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qabyldau.acts import inputs
from qabyldau.acts.act import Act, plain
from qabyldau.acts.inputs import Nothing
from qabyldau.people.roles import Right
from qabyldau.reception import actions as reception
from qabyldau.regulation.lifecycle import Action

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


def _hold(appeal: Appeal, given: inputs.HoldInput, asked: Asked) -> Any:  # noqa: ANN401
    return reception.hold(appeal.pk, seen=reception.Seen(**given.model_dump()), asked=asked)


def _close(appeal: Appeal, given: inputs.CloseInput, asked: Asked) -> Any:  # noqa: ANN401
    return reception.close(appeal.pk, answer=reception.Answer(**given.model_dump()), asked=asked)


ROWS = (
    Act("hold", Right.RECORD_RECEPTION, Action.HOLD, inputs.HoldInput, _hold),
    Act("miss", Right.RECORD_RECEPTION, Action.MISS, Nothing, plain(reception.miss)),
    Act("close", Right.CLOSE, Action.CLOSE, inputs.CloseInput, _close),
)
