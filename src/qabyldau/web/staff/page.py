"""What every page of the workplace needs: who asks, their office, the clock, the menu."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from qabyldau.people import queries as people
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right
from qabyldau.regulation.words import Language
from qabyldau.web.staff.menu import menu

if TYPE_CHECKING:
    from qabyldau.people.models import Office

PER_PAGE = 25
UNPROCESSABLE, CONFLICT = 422, 409
READING = frozenset({Right.READ_APPEALS, Right.READ_OWN_RECEPTIONS})


class StaffRequest(HttpRequest):
    """A request of somebody with a role in an office: the doors let nobody else in."""

    actor: Actor
    office: Office


def now() -> datetime:
    """The only clock of the workplace."""
    return timezone.now()


def office_of(request: StaffRequest) -> Office:
    """Asked of the database once a request."""
    kept: Office | None = getattr(request, "office", None)
    request.office = kept or people.office_by_id(request.actor.office_id)
    return request.office


def today(office: Office) -> date:
    return now().astimezone(ZoneInfo(office.zone)).date()


def language() -> Language:
    return Language(get_language() or Language.KK)


def show(request: StaffRequest, template: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """A page with the menu of this person; a template without a folder lies in `staff/`."""
    shown = {"menu": menu(request), **context}
    return render(request, template if "/" in template else f"staff/{template}", shown, status=status)
