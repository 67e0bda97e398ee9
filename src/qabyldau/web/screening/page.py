"""One page of what screening still owes: alarms first, then what is not ours, then what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from qabyldau.registry import queries as registry
from qabyldau.registry.kinds import TermKind
from qabyldau.web.staff.page import StaffRequest, office_of, show, today
from qabyldau.web.terms import days_left
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.registry.models import Term
    from qabyldau.regulation.calendar import WorkingCalendar

MOST = 200


@require_safe
def screening_page(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day, calendar = today(office), worktime.calendar()
    titles = [
        (TermKind.ALARM, gettext("News of a crime or a threat: pass it on at once"), "act_redirect"),
        (TermKind.REDIRECTION, gettext("Not ours: to be redirected"), "act_redirect"),
        (TermKind.DATA, gettext("Awaited from applicants"), ""),
    ]
    groups = [
        (heading, act, [_row(one, day, calendar) for one in registry.open_terms(office.pk, kind)[:MOST]])
        for kind, heading, act in titles
    ]
    return show(request, "screening/page.html", {"groups": groups})


def _row(term: Term, day: date, calendar: WorkingCalendar) -> dict[str, object]:
    return {"term": term, "days": days_left(day, term.due_on, calendar), "cited": term.cited}
