"""What acts on instructions of an appeal ask for, and what stands against them before they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from qabyldau.acts.inputs import Id, Input, Plain, Reasons
from qabyldau.control import queries as control
from qabyldau.regulation.instructions import AT_WORK
from qabyldau.regulation.norms.control import FinalAnswer, InstructionControl
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


class HandOnInput(Input):
    """`part_id`: a body's part in an instruction; `person_id`: who of that body does it."""

    part_id: Id
    person_id: Id


class EarlierHandInput(Input):
    """Somebody of a body, or an official, and from where it is known."""

    known_from: Annotated[str, Field(min_length=1, max_length=200), Plain]
    person_id: Id | None = None
    official_id: Id | None = None


class ReopenInput(Input):
    words: Reasons


class FoundInput(Input):
    found: Reasons


def against(name: str, appeal: Appeal) -> UnlawfulError | None:
    """What stands against an act of control; None: nothing that is known before it is asked for."""
    if name == "close" and (count := control.still_open(appeal)):
        return UnlawfulError("instructions_open", appeal.edition.cite(FinalAnswer), count=count)
    if name == "reopen" and not control.taken_off(appeal).exists():
        return UnlawfulError("nothing_was_ordered", appeal.edition.cite(InstructionControl))
    if name == "hand_on" and not any(one.stage in AT_WORK for one in control.of_appeal(appeal)):
        return UnlawfulError("no_instruction_at_work", appeal.edition.cite(InstructionControl))
    return None
