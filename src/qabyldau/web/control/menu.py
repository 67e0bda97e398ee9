"""Lines of the menu: what is on control, what is ordered of us, the akim's page."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from qabyldau.control import queries
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right
from qabyldau.web.navigation import MenuItem


def items(actor: Actor, here: str) -> list[MenuItem]:
    found = []
    if actor.may(Right.OVERSEE):
        found.append(_item("overview", gettext("Overview"), "list", here))
    if actor.may(Right.READ_CONTROL):
        found.append(_item("control", gettext("On control"), "clock", here))
    if actor.may(Right.CARRY_OUT):
        rows = queries.at_work(queries.visible_to(actor, timezone.localdate()))
        found.append(_item("ordered", gettext("Ordered to us"), "clock", here, rows.count()))
    return found


def _item(name: str, words: str, icon: str, here: str, count: int | None = None) -> MenuItem:
    current = here == name or here.startswith(f"{name}_")
    return MenuItem(url=reverse(f"staff:{name}"), words=words, icon=icon, count=count, current=current)
