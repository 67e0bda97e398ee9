"""A small page for the akim's own site: the next days of reception, without scripts, for a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from qabyldau.schedule import queries
from qabyldau.web.public.chrome import show, today
from qabyldau.web.public.kept import kept

if TYPE_CHECKING:
    from qabyldau.people.models import Office

SHOWN = 5


@kept
def _page(request: HttpRequest, office: Office) -> HttpResponse:
    days = queries.published(office.pk, since=today(office))[:SHOWN]
    return show(request, "public/widget.html", office, {"days": days})


@require_safe
def widget(request: HttpRequest) -> HttpResponseBase:
    """Only the sites that the installer named may frame it: this page and no other."""
    if not settings.WIDGET_HOSTS:
        return _page(request)
    framed = csp_replace({"frame-ancestors": list(settings.WIDGET_HOSTS)})(xframe_options_exempt(_page))
    return framed(request)
