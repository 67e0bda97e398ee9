"""Facts of the reception that rooms upstairs may want to hear of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qabyldau.people.models import Official
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


@dataclass(frozen=True, slots=True)
class AnswerSigned:
    """A final answer is about to go; announced before the appeal is closed, and may still be refused."""

    appeal: Appeal
    signed_by: Official
    asked: Asked
