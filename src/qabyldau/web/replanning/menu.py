"""Lines of the side menu: what waits because life interfered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

from qabyldau.people.roles import Right
from qabyldau.web.navigation import MenuItem

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.web.staff.counts import Counts


def items(actor: Actor, here: str, counts: Counts) -> list[MenuItem]:
    found = []
    if actor.may(Right.REPLAN) or (actor.may(Right.TELL_ABSENCE) and actor.official_id):
        count = counts.absent_days if actor.may(Right.REPLAN) else None
        found.append(_item("replanning", gettext("Replanning"), "arrow", here, count))
    if actor.may(Right.REPLAN) or actor.may(Right.DECLARE_RESTRICTION):
        found.append(_item("restrictions", gettext("Restrictive measures"), "lock", here, None))
    return found


def _item(name: str, words: str, icon: str, here: str, count: int | None) -> MenuItem:
    current = here == name or here.startswith(f"{name}_")
    return MenuItem(url=reverse(f"staff:{name}"), words=words, icon=icon, count=count, current=current)
