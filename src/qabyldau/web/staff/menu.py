"""The side menu: only what this person may open, with what waits behind each line."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from qabyldau.materials import queries as materials
from qabyldau.materials.kinds import RequestState
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right
from qabyldau.web.calls import menu as calls
from qabyldau.web.consulting import menu as consulting
from qabyldau.web.control import menu as control
from qabyldau.web.minutes import menu as minutes
from qabyldau.web.navigation import MenuItem, MenuSection
from qabyldau.web.participation import menu as participation
from qabyldau.web.press import menu as press
from qabyldau.web.recordings.words import MENU as RECORDINGS
from qabyldau.web.replanning import menu as replanning
from qabyldau.web.reporting import menu as reporting
from qabyldau.web.room.words import MENU as ROOM
from qabyldau.web.screening.words import MENU as SCREENING
from qabyldau.web.staff.counts import Counts, counts_of
from qabyldau.web.surveys import menu as surveys


def menu(request: HttpRequest) -> list[MenuSection]:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # put there by the middleware
    match = request.resolver_match
    here = match.url_name or "" if match else ""
    counts = counts_of(request)
    sections = [_appeals(actor, here, counts), _receptions(actor, here, counts), _office(actor, here)]
    sections.insert(2, reporting.section(actor, here))
    return [section for section in sections if section.items]


def _item(name: str, words: str, icon: str, here: str, count: int | None = None) -> MenuItem:
    """A line is current on its own page and on the pages beneath it."""
    current = here == name or here.startswith(f"{name}_")
    return MenuItem(url=reverse(f"staff:{name}"), words=words, icon=icon, count=count, current=current)


def _screening(actor: Actor, here: str, counts: Counts) -> list[MenuItem]:
    if not actor.may(Right.REDIRECT):
        return []
    return [_item("screening", str(SCREENING), "scales", here, counts.screened.to_pass_on)]


def _appeals(actor: Actor, here: str, counts: Counts) -> MenuSection:
    items = []
    if actor.may(Right.READ_APPEALS) or actor.may(Right.READ_OWN_RECEPTIONS):
        items.append(_item("home", gettext("My work"), "list", here))
    if actor.may(Right.DECIDE):
        items.append(_item("decisions", gettext("Awaiting my decision"), "scales", here, counts.decisions))
    if actor.may(Right.REGISTER) or actor.may(Right.REGISTER_CALL):
        items.append(_item("register", gettext("Register an appeal"), "plus", here))
    items += [*calls.items(actor, here), *surveys.items(actor, here)]
    if actor.may(Right.NOTE_EXTERNAL_NUMBER):
        items.append(_item("numbers", gettext("Numbers of e-Otinish"), "pen", here, len(counts.numbers)))
        items.append(_item("exchange", gettext("Exchange with e-Otinish"), "arrow", here, counts.differing))
    if actor.may(Right.ASK_MATERIALS) or actor.may(Right.DECIDE):
        open_ones = materials.visible_to(actor, timezone.localdate()).filter(state=RequestState.OPEN).count()
        items.append(_item("materials", gettext("Requests for materials"), "paper", here, open_ones))
    if actor.may(Right.ANSWER_MATERIALS):
        mine = materials.asked_of(actor, timezone.localdate()).filter(state=RequestState.OPEN).count()
        items.append(_item("asked", gettext("Asked of us"), "paper", here, mine))
    items += [*control.items(actor, here), *_screening(actor, here, counts)]
    if actor.may(Right.HAND_OVER_PAPER):
        items.append(_item("letters", gettext("Letters to hand over"), "paper", here, counts.letters))
        items.append(_item("delivery", gettext("Delivery"), "arrow", here))
    return MenuSection(pgettext("menu", "Appeals"), items)


def _receptions(actor: Actor, here: str, counts: Counts) -> MenuSection:
    items = []
    if actor.may(Right.READ_APPEALS) or actor.may(Right.READ_OWN_RECEPTIONS):
        items.append(_item("days", gettext("Days of reception"), "calendar", here))
    if actor.may(Right.RECORD_RECEPTION):
        items.append(_item("desk", gettext("Desk"), "people", here))
    items += [*minutes.items(actor, here), *consulting.items(actor, here)]
    if actor.may(Right.WRITE_MINUTES):
        items.append(_item("room", str(ROOM), "person", here))
    if actor.may(Right.ASK_TODAY) or actor.may(Right.ANSWER_TODAY):
        items.append(_item("today", gettext("Asked to receive today"), "clock", here))
    if actor.may(Right.PLAN_DAYS) or actor.may(Right.APPROVE_SCHEDULE):
        items.append(_item("planning", gettext("Schedule of the month"), "calendar", here))
    items += replanning.items(actor, here, counts)
    items += [*participation.items(actor, here, counts), *press.items(actor, here)]
    return MenuSection(pgettext("menu", "Reception"), items)


def _kept(actor: Actor, here: str) -> list[MenuItem]:
    """What stands around the office: those who are asked and told, and the voice of its board."""
    items = []
    if actor.may(Right.KEEP_BODIES):
        items.append(_item("bodies", gettext("Bodies"), "people", here))
    if actor.may(Right.KEEP_VOICE):
        items.append(_item("recordings", str(RECORDINGS), "call", here))
    return items


def _office(actor: Actor, here: str) -> MenuSection:
    items = []
    if actor.may(Right.KEEP_PEOPLE):
        items.append(_item("people", gettext("People and roles"), "people", here))
        items.append(_item("officials", gettext("Who receives"), "person", here))
        items.append(_item("hours", gettext("Hours of the office"), "clock", here))
        items.append(_item("settings", gettext("Settings of the office"), "list", here))
    items += _kept(actor, here)
    if actor.may(Right.WRITE_TEXTS) or actor.may(Right.APPROVE_TEXTS):
        items.append(_item("texts", gettext("Texts of papers"), "paper", here))
    if actor.may(Right.KEEP_NUMBERING):
        items.append(_item("numbering", gettext("Numbers of papers"), "pen", here))
    if actor.may(Right.ORDER_CALENDAR):
        items.append(_item("calendar", gettext("Working calendar"), "calendar", here))
    if actor.may(Right.KEEP_CHANNELS):
        items.append(_item("channels", gettext("Channels"), "arrow", here))
    if actor.may(Right.READ_JOURNAL):
        items.append(_item("journal", gettext("Journal"), "lock", here))
    return MenuSection(pgettext("menu", "Office"), items)
