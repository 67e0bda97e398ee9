"""Acts of the materials that begin from an appeal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qabyldau.acts.act import Act
from qabyldau.acts.consideration import AskMaterialInput
from qabyldau.materials import actions as materials
from qabyldau.materials.actions import Wanted
from qabyldau.people.roles import Right
from qabyldau.review import notes

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


def _ask(appeal: Appeal, given: AskMaterialInput, asked: Asked) -> Any:  # noqa: ANN401  acts differ
    due = notes.note_due(appeal)
    wanted = Wanted(**given.model_dump(), note_due=due.on if due else None)
    return materials.ask(appeal.pk, wanted=wanted, asked=asked)


ROWS = (Act("ask_material", Right.ASK_MATERIALS, None, AskMaterialInput, _ask),)
