"""The page of somebody who mistyped too often: it says from when one may try again."""

from datetime import datetime

from axes.helpers import get_client_username, get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from qabyldau.web.address import client_address

TOO_MANY = 429


def page(request: HttpRequest, until: datetime) -> HttpResponse:
    response = render(request, "account/locked.html", {"until": until}, status=TOO_MANY)
    response["Retry-After"] = str(max(1, round((until - timezone.now()).total_seconds())))
    return response


def respond(
    request: HttpRequest, _response: HttpResponse | None, named: dict[str, str] | None
) -> HttpResponse:
    """What axes shows when a name is locked for an address."""
    tries = AccessAttempt.objects.filter(
        username=get_client_username(request, named), ip_address=client_address(request)
    )
    last = tries.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return page(request, (last or timezone.now()) + get_cool_off(request))


def folded_username(request: HttpRequest, named: dict[str, str] | None) -> str:
    """The name that failures are counted under: as typed, whatever the case."""
    typed = (named or {}).get("username") or request.POST.get("login", "")
    return typed.strip().casefold()
