"""What the acts of the desk ask for, and what stands against them before they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from qabyldau.acts.inputs import Id, Input, Plain
from qabyldau.reception import queries
from qabyldau.regulation.desk import DeskAct, Visit, step
from qabyldau.regulation.lifecycle import FINAL, State
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

NAMES = frozenset(act.value for act in DeskAct)
Short = Annotated[str, Field(max_length=200), Plain]


class ArriveInput(Input):
    """`standing` null: as registered with its proof; `ordinary`: what was registered was not shown."""

    document: Annotated[str, Field(max_length=60), Plain] = ""
    document_end: Annotated[str, Field(max_length=4), Plain] = ""
    authority_shown: bool = False
    standing: Standing | None = None
    standing_proof: Short = ""
    ordinary: bool = False


class CallInput(Input):
    """`motive` is needed when the person does not come next in the order."""

    motive: Annotated[str, Field(max_length=500), Plain] = ""


class FinishInput(Input):
    """`summary`: what was answered on the spot."""

    summary: Annotated[str, Field(max_length=5000), Plain] = ""


class AgreeTimeInput(Input):
    """A free hour that was agreed with its official, and why the person is not received now."""

    slot_id: Id
    reason: Annotated[str, Field(min_length=1, max_length=200), Plain]


def against(name: str, appeal: Appeal) -> UnlawfulError | None:
    """None: nothing does, or it is not an act of the desk."""
    if name not in NAMES:
        return None
    here, law = queries.here(appeal), appeal.edition
    if name == DeskAct.ARRIVE:
        return (
            _not_expected(appeal) if here is None else UnlawfulError("already_here", law.cite(IdentityShown))
        )
    if here is None:
        return UnlawfulError("not_checked_in", law.cite(IdentityShown))
    try:
        step(DeskAct(name), Visit(here.stage), law)
    except UnlawfulError as unlawful:
        return unlawful
    return None


def _not_expected(appeal: Appeal) -> UnlawfulError | None:
    if appeal.stage is State.APPOINTED:
        return None
    code = "already_over" if appeal.stage in FINAL else "act_not_now"
    citation = appeal.edition.cite(IdentityShown)
    return UnlawfulError(code, citation, action=DeskAct.ARRIVE, state=appeal.state)
