"""Requests to central bodies: what they answered, and of which the applicant must still be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.participation import queries
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.moves import open_term
from qabyldau.web.participation.words import CENTRAL, MARKS
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, office_of, show, today
from qabyldau.web.terms import days_left
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.participation.models import CentralRequest


@require_safe
def central(request: StaffRequest) -> HttpResponse:
    rows = queries.central_of_office(request.actor.office_id)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return show(
        request, "participation/central.html", {"page": page, "rows": [_row(request, one) for one in page]}
    )


def _row(request: StaffRequest, one: CentralRequest) -> dict[str, object]:
    term = open_term(one.appeal, TermKind.CENTRAL_NOTICE) if one.told_on is None else None
    day, calendar = today(office_of(request)), worktime.calendar()
    return {
        "request": one,
        "answer": CENTRAL[one.answer],
        "mark": MARKS.get(one.answer, "tag--bad"),
        "term": term,
        "days": days_left(day, term.due_on, calendar) if term else None,
    }
