"""The rows behind a figure or one of its parts: as many as the figure says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from qabyldau.reporting import figures, queries
from qabyldau.reporting.figures import Row
from qabyldau.reporting.kpis import BY_CODE
from qabyldau.reporting.names import names
from qabyldau.web.reporting.asked import quarter_of
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, language, office_of, show

PAGES = {"appeal": "staff:appeal", "day": "staff:days_day"}
LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    url: str
    on: date


@require_safe
def rows(request: StaffRequest, quarter: str) -> HttpResponse:
    asked, office = quarter_of(request, quarter), office_of(request)
    kpi = BY_CODE.get(request.GET.get("of", next(iter(BY_CODE))))
    part = request.GET.get("part")
    if kpi is None or (part is not None and len(part) > LONGEST_KEY):
        raise Http404
    if part and kpi.by.endswith("_id") and not part.isdigit():
        raise Http404
    found = figures.behind(kpi, queries.span_of(office, asked), part)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "quarter": asked,
        "title": asked.title[language()],
        "name": kpi.name[language()],
        "definition": kpi.definition[language()],
        "clause": asked.law.cite(kpi.norm),
        "part": names(office.pk, kpi.called, [part])[part][language()] if part else "",
        "page": page,
        "lines": [_line(figures.row(kpi, one, office.zone)) for one in page],
    }
    return show(request, "reporting/rows.html", context)


def _line(row: Row) -> Line:
    kind, _, pk = row.about.partition(":")
    return Line(row.name[language()], reverse(PAGES[kind], args=[pk]), row.on)
