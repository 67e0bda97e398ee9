"""What was published about receptions, for everybody; taken down, it is not there any more."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qabyldau.press import queries
from qabyldau.web.public.chrome import show, the_office

SHOWN = 20


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    office = the_office()
    return show(request, "press/news.html", office, {"rows": queries.published(office.pk)[:SHOWN]})


@require_safe
def article(request: HttpRequest, item_id: int) -> HttpResponse:
    office = the_office()
    row = get_object_or_404(queries.published(office.pk), pk=item_id)
    return show(request, "press/article.html", office, {"row": row})
