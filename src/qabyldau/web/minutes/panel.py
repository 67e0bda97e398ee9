"""What the pages of an appeal and of a day show of the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.minutes import queries
from qabyldau.regulation.norms.control import Minutes as MinutesNorm

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


def of(found: Appeal) -> dict[str, object]:
    """The minutes attached to an appeal, and what was answered on the spot."""
    return {
        "attached_minutes": queries.signed_for(found),
        "on_the_spot": queries.result(found),
        "minutes_clause": found.edition.cite(MinutesNorm),
    }
