"""The line of the menu, and what must be taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import pgettext

from qabyldau.people.roles import Right
from qabyldau.press import queries
from qabyldau.web.navigation import MenuItem

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor


def items(actor: Actor, here: str) -> list[MenuItem]:
    if not actor.may(Right.KEEP_PRESS):
        return []
    current = here == "press" or here.startswith("press_")
    count = queries.owed(actor.office_id).count()
    words = pgettext("menu", "Press")
    return [MenuItem(url=reverse("staff:press"), words=words, icon="paper", count=count, current=current)]
