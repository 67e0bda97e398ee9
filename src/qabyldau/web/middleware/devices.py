"""No page may ask for a camera, a microphone or a place, but the one that says so itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


class DevicesMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", NO_DEVICES)
        return response
