"""Deny by default: a page that no row of the access table names is closed to everybody."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from qabyldau.people.actor import Actor
from qabyldau.web import errors, problems
from qabyldau.web.access import SETTING_UP, TABLE, Access, Door, admits
from qabyldau.web.middleware import record
from qabyldau.web.middleware.record import SAFE
from qabyldau.web.signin import factors


class DoorsMiddleware:
    """Opens what `web.access` opens, and nothing else; what is not public is kept by no browser or proxy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _row(request) is not Door.PUBLIC:
            add_never_cache_headers(response)
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponseBase | None:
        row = _row(request)
        if row in {Door.PUBLIC, Door.PERSONAL, Door.BEARER}:
            return None
        if row is None:
            return errors.denied(request)
        return _for_staff(request, row)


def _row(request: HttpRequest) -> Access | None:
    match = request.resolver_match
    return TABLE.get(match.view_name) if match else Door.PUBLIC


def _for_staff(request: HttpRequest, row: Access) -> HttpResponseBase | None:
    if not request.user.is_authenticated:
        return _sign_in(request)
    if _owes_second_factor(request):
        return redirect("mfa_activate_totp")
    return None if row is Door.SIGNED_IN else _with_a_right(request, row)


def _sign_in(request: HttpRequest) -> HttpResponseBase:
    """A form that arrives after the session ended is not lost: the page says how to send it again."""
    if request.method not in SAFE:
        return errors.page(request, problems.SESSION_OVER)
    return redirect_to_login(request.get_full_path())


def _owes_second_factor(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match and match.view_name in SETTING_UP:
        return False
    offices: dict[int, Actor] = request.offices  # type: ignore[attr-defined]  # put there by ActorMiddleware
    return factors.is_owed(request.user, offices.values())


def _with_a_right(request: HttpRequest, row: Access) -> HttpResponseBase | None:
    actor: Actor | None = request.actor  # type: ignore[attr-defined]  # put there by ActorMiddleware
    if actor is None:
        return _no_office(request)
    if isinstance(row, Door) or admits(row, actor):
        return None
    record.refusal(request, *row)
    return errors.denied(request)


def _no_office(request: HttpRequest) -> HttpResponseBase:
    if request.offices:  # type: ignore[attr-defined]  # put there by ActorMiddleware
        where = urlencode({"next": request.get_full_path() if request.method in SAFE else ""})
        return HttpResponseRedirect(f"{reverse('account_office')}?{where}")
    return errors.page(request, problems.NO_ROLE)
