"""What stands against asking an official to receive today, before anybody is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.regulation.lifecycle import Action, take
from qabyldau.regulation.norms.schedule import SameDayReception
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.sameday import queries as sameday

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


def against(name: str, appeal: Appeal) -> UnlawfulError | None:
    """None: nothing does, or it is another act."""
    if name != "ask_today":
        return None
    try:
        take(Action.RECEIVE_TODAY, appeal.stage, appeal.edition)
    except UnlawfulError as unlawful:
        return unlawful
    if sameday.asked(appeal):
        return UnlawfulError("asked_today_already", appeal.edition.cite(SameDayReception))
    return None
