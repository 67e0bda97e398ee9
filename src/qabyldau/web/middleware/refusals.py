"""What an act refused becomes a page in the person's language: caught here, once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from qabyldau.people.actor import PermissionDeniedError
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web import errors


class RefusalsMiddleware:
    """The law's refusals, missing rights and stale pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, raised: Exception) -> HttpResponse | None:
        if isinstance(raised, UnlawfulError):
            return errors.unlawful(request, raised.code, raised.citation, request.path)
        if isinstance(raised, PermissionDeniedError):
            return errors.denied(request)
        return None
