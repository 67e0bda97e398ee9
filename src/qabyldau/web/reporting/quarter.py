"""One quarter: its figures with charts, rows and definitions; freezing it, and noting that it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from qabyldau.people.roles import Right
from qabyldau.registry.errors import StaleError
from qabyldau.regulation.norms.control import QuarterlyReport
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.reporting import actions, figures, quarters, queries
from qabyldau.reporting.kpis import BY_CODE
from qabyldau.reporting.names import names
from qabyldau.reporting.quarters import Quarter
from qabyldau.web.reporting import drawn
from qabyldau.web.reporting.asked import quarter_of
from qabyldau.web.reporting.files import FORMS
from qabyldau.web.reporting.forms import WAYS, SentForm
from qabyldau.web.staff.page import (
    CONFLICT,
    UNPROCESSABLE,
    StaffRequest,
    language,
    now,
    office_of,
    show,
    today,
)
from qabyldau.web.templatetags.papers import OWN_NAMES
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.reporting.models import Report


@require_safe
def quarter_page(request: StaffRequest, quarter: str) -> HttpResponse:
    return _page(request, quarter_of(request, quarter), SentForm(today(office_of(request))))


def _page(
    request: StaffRequest, quarter: Quarter, form: SentForm, against: str = "", status: int = 200
) -> HttpResponse:
    office = office_of(request)
    report, span = queries.report(office.pk, quarter.since), queries.span_of(office, quarter)
    counts = report.figures if report else figures.measure(span)
    context = {
        "quarter": quarter,
        "title": quarter.title[language()],
        "clause": quarter.law.cite(QuarterlyReport),
        "report": report,
        "way": WAYS.get(report.sent_way, "") if report else "",
        "changes": _changes(request, report) if report and "recount" in request.GET else None,
        "is_over": quarter.is_over(today(office)),
        "due_on": report.due_on if report else quarters.due_on(office, quarter),
        "sections": drawn.sections(quarter, figures.told(office.pk, counts)),
        "trends": [one for one in (drawn.weeks(span), drawn.months(span, quarter.law)) if one],
        "may_report": request.actor.may(Right.REPORT),
        "tongues": tuple(OWN_NAMES.items()),
        "forms": tuple(FORMS),
        "form": form,
        "against": against,
    }
    return show(request, "reporting/quarter.html", context, status)


def _changes(request: StaffRequest, report: Report) -> list[tuple[str, str, int, int]]:
    """What a recount finds, with words."""
    found = []
    for one in queries.recount(report):
        kpi = BY_CODE[one.code]
        part = names(request.actor.office_id, kpi.called, [one.key])[one.key]
        found.append((kpi.name[language()], part[language()], one.before, one.now))
    return found


@require_POST
def freeze(request: StaffRequest, quarter: str) -> HttpResponse:
    asked = quarter_of(request, quarter)
    try:
        actions.freeze(office_of(request), asked.since, by=request.actor, at=now())
    except UnlawfulError as unlawful:
        form = SentForm(today(office_of(request)))
        return _page(request, asked, form, law_message(unlawful), CONFLICT)
    except StaleError:
        messages.warning(request, gettext("The report of this quarter was made before: here it is."))
    else:
        messages.success(request, gettext("The figures are frozen and the report is made."))
    return redirect("staff:reports_quarter", asked.code)


@require_POST
def sent(request: StaffRequest, quarter: str) -> HttpResponse:
    asked = quarter_of(request, quarter)
    report = queries.report(request.actor.office_id, asked.since)
    if report is None:
        raise Http404
    form = SentForm(today(office_of(request)), request.POST)
    if not form.is_valid():
        return _page(request, asked, form, status=UNPROCESSABLE)
    try:
        actions.record_sent(report.pk, sent=form.sent(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        return _page(request, asked, form, law_message(unlawful), CONFLICT)
    except StaleError:
        messages.warning(request, gettext("It was recorded before: look at the page anew."))
    else:
        messages.success(request, gettext("It is recorded that the report was sent; the duty is met."))
    return redirect("staff:reports_quarter", asked.code)
