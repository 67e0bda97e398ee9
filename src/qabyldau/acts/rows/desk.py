"""Acts of the desk on the day: about the visit of an appeal, from the check-in to the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qabyldau.acts import at_desk as inputs
from qabyldau.acts.act import Act, Do
from qabyldau.acts.inputs import Input, Nothing
from qabyldau.people.roles import Right
from qabyldau.reception import desk, queries
from qabyldau.reception.desk import Arrival
from qabyldau.regulation.desk import DeskAct
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import actions as replanning

if TYPE_CHECKING:
    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


def _arrive(appeal: Appeal, given: inputs.ArriveInput, asked: Asked) -> Any:  # noqa: ANN401
    return desk.arrive(appeal.pk, arrival=Arrival(**given.model_dump()), asked=asked)


def _call(appeal: Appeal, given: inputs.CallInput, asked: Asked) -> Any:  # noqa: ANN401
    visit = _here(appeal)
    return desk.call(visit.day_id, visit_id=visit.pk, motive=given.motive, asked=asked)


def _agree_time(appeal: Appeal, given: inputs.AgreeTimeInput, asked: Asked) -> Any:  # noqa: ANN401
    return replanning.agree_time(_here(appeal).pk, **given.model_dump(), asked=asked)


def _here(appeal: Appeal) -> Visit:
    visit = queries.here(appeal)
    if visit is None:
        raise UnlawfulError("not_checked_in", appeal.edition.cite(IdentityShown))
    return visit


def _on_visit(function: Callable[..., Any]) -> Do:
    """An act on the visit that is not over; its input fields are its own keyword arguments."""

    def do(appeal: Appeal, given: Input, asked: Asked) -> Any:  # noqa: ANN401  acts differ
        return function(_here(appeal).pk, **given.model_dump(), asked=asked)

    return do


def _row(act: DeskAct, given: type[Input], do: Do) -> Act:
    return Act(act.value, Right.RECORD_RECEPTION, None, given, do)


ROWS = (
    _row(DeskAct.ARRIVE, inputs.ArriveInput, _arrive),
    _row(DeskAct.CALL, inputs.CallInput, _call),
    _row(DeskAct.CALL_AGAIN, Nothing, _on_visit(desk.call_again)),
    _row(DeskAct.START, Nothing, _on_visit(desk.start)),
    _row(DeskAct.FINISH, inputs.FinishInput, _on_visit(desk.finish)),
    _row(DeskAct.ABSENT, Nothing, _on_visit(desk.absent)),
    _row(DeskAct.LEAVE, Nothing, _on_visit(desk.leave)),
    _row(DeskAct.AGREE_TIME, inputs.AgreeTimeInput, _agree_time),
    _row(DeskAct.RECALL, Nothing, _on_visit(desk.recall)),
    _row(DeskAct.STEP_BACK, Nothing, _on_visit(desk.step_back)),
    _row(DeskAct.CANCEL, Nothing, _on_visit(desk.cancel)),
)
