"""What waits because life interfered: days without their official, on the page of one's own work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import ngettext

from qabyldau.people.roles import Right

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.web.staff.counts import Counts

Waits = tuple[str, str, bool]


def of(actor: Actor, counts: Counts) -> list[Waits]:
    """Words, address, whether it is late."""
    if not actor.may(Right.REPLAN):
        return []
    count = counts.absent_days
    words = ngettext(
        "%(count)s day of reception has lost its official: say what becomes of the people",
        "%(count)s days of reception have lost their officials: say what becomes of the people",
        count,
    )
    return [(words % {"count": count}, reverse("staff:replanning"), True)] if count else []
