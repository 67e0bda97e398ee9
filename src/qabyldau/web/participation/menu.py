"""Lines of the menu: the body's own, the ledger, what must be reported, requests to central bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext, pgettext

from qabyldau.people.roles import Right
from qabyldau.web.navigation import MenuItem

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.web.staff.counts import Counts


def items(actor: Actor, here: str, counts: Counts) -> list[MenuItem]:
    found = []
    if actor.may(Right.ANSWER_INVITATION):
        found.append(_item("invited", gettext("Invitations"), "inbox", here))
    if actor.may(Right.INVITE_BODIES):
        found.append(_item("participation", gettext("Participation of bodies"), "people", here))
    if actor.may(Right.ASK_CENTRAL) or actor.may(Right.DECIDE):
        found.append(_item("central", pgettext("menu", "Central bodies"), "screen", here))
    if actor.may(Right.REPORT_REFUSALS):
        owed = len(counts.refusals)
        found.append(_item("refusals", gettext("Refusals to take part"), "warning", here, owed))
    return found


def _item(name: str, words: str, icon: str, here: str, count: int | None = None) -> MenuItem:
    current = here == name or here.startswith(f"{name}_")
    return MenuItem(url=reverse(f"staff:{name}"), words=words, icon=icon, count=count, current=current)
