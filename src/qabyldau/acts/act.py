"""One row of the catalogue: an act's name, right, move, input and function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qabyldau.acts.inputs import Input
from qabyldau.people.roles import Right
from qabyldau.regulation.lifecycle import Action

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked

Do = Callable[["Appeal", Any, "Asked"], Any]


@dataclass(frozen=True, slots=True)
class Act:
    """One row. `moves`: the move it makes, None when the state stays."""

    name: str
    right: Right
    moves: Action | None
    input: type[Input]
    do: Do


def plain(function: Callable[..., Any]) -> Do:
    """An act whose input fields are its own keyword arguments."""

    def do(appeal: Appeal, given: Input, asked: Asked) -> Any:  # noqa: ANN401  acts differ
        return function(appeal.pk, **given.model_dump(), asked=asked)

    return do
