"""What waits because of screening: alarms, what is not ours, what did not come in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import ngettext

from qabyldau.people.roles import Right

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.web.staff.counts import Counts

Line = tuple[str, str, bool]


def of(actor: Actor, counts: Counts) -> list[Line]:
    """Words, where, and whether it presses."""
    if not actor.may(Right.REDIRECT):
        return []
    page, owed = reverse("staff:screening"), counts.screened
    alarming = ngettext(
        "%(count)s news of a crime or a threat must be passed on at once",
        "%(count)s news of a crime or a threat must be passed on at once",
        owed.alarms,
    )
    passing = ngettext(
        "%(count)s appeal is not ours: redirect it",
        "%(count)s appeals are not ours: redirect them",
        owed.redirections,
    )
    missing = ngettext(
        "%(count)s applicant has not added what was missing",
        "%(count)s applicants have not added what was missing",
        owed.lacking,
    )
    rows = [
        (owed.alarms, alarming, True),
        (owed.redirections, passing, bool(owed.pressing)),
        (owed.lacking, missing, False),
    ]
    return [(words % {"count": count}, page, presses) for count, words, presses in rows if count]
