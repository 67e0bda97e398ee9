"""Lines of the menu: reports, the office beside each paragraph, the law laboratory."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext, pgettext

from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right
from qabyldau.web.navigation import MenuItem, MenuSection


def section(actor: Actor, here: str) -> MenuSection:
    return MenuSection(pgettext("menu", "Analysis"), _items(actor, here))


def _items(actor: Actor, here: str) -> list[MenuItem]:
    if not actor.may(Right.READ_REPORTS):
        return []
    return [
        _item("reports", gettext("Quarterly reports"), "paper", here),
        _item("compliance", gettext("Compliance"), "scales", here),
        _item("lab", gettext("Law laboratory"), "search", here),
    ]


def _item(name: str, words: str, icon: str, here: str) -> MenuItem:
    current = here == name or here.startswith(f"{name}_")
    return MenuItem(url=reverse(f"staff:{name}"), words=words, icon=icon, current=current)
