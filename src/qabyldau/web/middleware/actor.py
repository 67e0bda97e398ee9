"""Who is asking: every request of somebody signed in has an actor in one office before any view runs."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qabyldau.people import queries as people
from qabyldau.people.actor import Actor
from qabyldau.web.signin import sessions

OFFICE_KEY = "office_id"


class ActorMiddleware:
    """Staff act in the office they chose, or in their only one; `offices` holds what they are in each.

    Roles are read anew at every request, so a role that ended or a person who was blocked is out at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.offices = _offices(request)  # type: ignore[attr-defined]  # read by the choice of office
        request.actor = _chosen(request, request.offices)  # type: ignore[attr-defined]  # read by every view
        return self.get_response(request)


def _offices(request: HttpRequest) -> dict[int, Actor]:
    request.session_over = False  # type: ignore[attr-defined]  # read by the doors
    if not request.user.is_authenticated:
        return {}
    found = people.actors_of(request.user, timezone.localdate(), request.LANGUAGE_CODE)
    roles = frozenset(role for actor in found.values() for role in actor.roles)
    now = timezone.now().timestamp()
    if not sessions.holds(request.session, request.user):
        _end(request)
        request.session[sessions.ELSEWHERE] = True
        return {}
    if sessions.is_over(request.session, now, sessions.idle_seconds(roles)):
        _end(request)
        return {}
    sessions.note(request.session, now)
    return found


def _end(request: HttpRequest) -> None:
    logout(request)
    request.session_over = True  # type: ignore[attr-defined]  # read by the doors


def _chosen(request: HttpRequest, offices: dict[int, Actor]) -> Actor | None:
    """None: nobody signed in, without a role, or with several offices and none chosen yet."""
    if len(offices) == 1:
        return next(iter(offices.values()))
    return offices.get(request.session.get(OFFICE_KEY, 0)) if offices else None
