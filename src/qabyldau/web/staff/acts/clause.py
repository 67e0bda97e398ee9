"""Under which clause an act is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.acts import ACTS
from qabyldau.regulation.edition import Citation, Norm
from qabyldau.regulation.lifecycle import MOVES
from qabyldau.regulation.norms.deadlines import Registration
from qabyldau.regulation.norms.refusal import Ground
from qabyldau.web.consideration import words as consideration
from qabyldau.web.control import acts as control
from qabyldau.web.desk import acts as desk
from qabyldau.web.participation import acts as participation
from qabyldau.web.replanning import acts as replanning

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

UNDER: dict[str, type[Norm]] = {
    **consideration.UNDER,
    **participation.UNDER,
    **replanning.UNDER,
    **desk.UNDER,
    **control.UNDER,
    "screen": Ground,
    "note_external_number": Registration,
}


def clause(name: str, appeal: Appeal) -> Citation | None:
    """None: the act rests on no clause of its own."""
    law = appeal.edition
    kinds = [move.under for move in MOVES if move.action is ACTS[name].moves]
    kind = UNDER.get(name) or next(iter(kinds), None)
    return law.cite(kind) if kind and law.has(kind) else None
