"""Who is asking: every request has an office and an actor before any view runs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qabyldau.people import queries as people
from qabyldau.people.actor import Actor

OFFICE_KEY = "office_id"


class ActorMiddleware:
    """Staff act in the office chosen at sign-in; everybody else is an applicant of the public office."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = self._actor(request)  # type: ignore[attr-defined]  # read by every view
        return self.get_response(request)

    def _actor(self, request: HttpRequest) -> Actor | None:
        if not request.user.is_authenticated:
            return None
        today = timezone.localdate()
        offices = people.offices_of(request.user, today)
        chosen = request.session.get(OFFICE_KEY)
        office_id = chosen if chosen in offices else next(iter(offices), None)
        if office_id is None:
            return None
        return people.actor_of(request.user, office_id, today, request.LANGUAGE_CODE)  # type: ignore[attr-defined]
