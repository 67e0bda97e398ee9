"""Camera, microphone and speaker tried in the browser; nothing of it is sent or kept."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.video import server
from qabyldau.web.public.chrome import show, the_office

# The only page of ours that may ask for a camera.
OWN_DEVICES = "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()"


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    answer = show(request, "video/check.html", the_office(), {"connected": server.is_connected()})
    answer["Permissions-Policy"] = OWN_DEVICES
    return answer
