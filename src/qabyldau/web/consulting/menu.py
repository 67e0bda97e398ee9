"""The line of the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import pgettext

from qabyldau.people.roles import Right
from qabyldau.web.navigation import MenuItem

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor


def items(actor: Actor, here: str) -> list[MenuItem]:
    if not actor.may(Right.RECORD_CONSULTATION):
        return []
    current = here == "consulting" or here.startswith("consulting_")
    words = pgettext("menu", "Consultants")
    return [
        MenuItem(url=reverse("staff:consulting"), words=words, icon="people", count=None, current=current)
    ]
