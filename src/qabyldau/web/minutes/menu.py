"""The line of the menu, and what waits for a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import ngettext, pgettext

from qabyldau.minutes import queries
from qabyldau.people.roles import Right
from qabyldau.web.navigation import MenuItem

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.people.actor import Actor


def items(actor: Actor, here: str) -> list[MenuItem]:
    if not (actor.may(Right.WRITE_MINUTES) or actor.may(Right.SIGN_MINUTES)):
        return []
    current = here == "minutes" or here.startswith("minutes_")
    words = pgettext("menu", "Minutes")
    return [MenuItem(url=reverse("staff:minutes"), words=words, icon="pen", count=None, current=current)]


def waits(actor: Actor, day: date) -> list[tuple[str, str, bool]]:
    """Minutes of days before today that this official has not signed."""
    if not actor.may(Right.SIGN_MINUTES) or actor.official_id is None:
        return []
    rows = list(queries.unsigned(actor.official_id, day)[:1])
    if not rows:
        return []
    count = queries.unsigned(actor.official_id, day).count()
    words = ngettext(
        "%(count)s protocol of your receptions waits for your signature",
        "%(count)s protocols of your receptions wait for your signature",
        count,
    )
    return [(words % {"count": count}, reverse("staff:minutes_day", args=[rows[0].day_id]), True)]
