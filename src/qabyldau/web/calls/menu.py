"""Lines of the side menu: calls without a network, and emergency mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext

from qabyldau.people.roles import Right
from qabyldau.web.navigation import MenuItem

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor


def items(actor: Actor, here: str) -> list[MenuItem]:
    found = []
    if actor.may(Right.REGISTER_CALL):
        found.append(_item("calls", gettext("Calls without a network"), "call", here))
    if actor.may(Right.DECLARE_EMERGENCY):
        found.append(_item("emergency", gettext("Emergency mode"), "warning", here))
    return found


def _item(name: str, words: str, icon: str, here: str) -> MenuItem:
    current = here == name or here.startswith(f"{name}_")
    return MenuItem(url=reverse(f"staff:{name}"), words=words, icon=icon, current=current)
