"""What every public page needs around its own words: the office, and its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from qabyldau.people import queries as people
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.people.models import Office


def the_office() -> Office:
    """The office whose public site this installation shows."""
    return people.office(settings.OFFICE)


def now() -> datetime:
    """The only clock of the public site."""
    return timezone.now()


def today(office: Office) -> date:
    return now().astimezone(ZoneInfo(office.zone)).date()


def language() -> Language:
    return Language(get_language() or Language.KK)


def show(
    request: HttpRequest,
    template: str,
    office: Office,
    context: Mapping[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    return render(request, template, {"office": office, **(context or {})}, status=status)
