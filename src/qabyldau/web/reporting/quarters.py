"""The quarters: the one that runs, and those before it with their reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.regulation.norms.control import QuarterlyReport
from qabyldau.reporting import quarters, queries
from qabyldau.reporting.quarters import Quarter
from qabyldau.web.staff.page import StaffRequest, office_of, show, today
from qabyldau.web.terms import days_left
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.reporting.models import Report

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A quarter, its report, and working days left to send it; None: no clock runs."""

    quarter: Quarter
    report: Report | None
    due_on: date
    is_over: bool
    left: int | None


@require_safe
def quarters_page(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day, calendar = today(office), worktime.calendar()
    made = {row.since: row for row in queries.reports(office.pk)}
    owed = queries.owed(office, day)
    lines = []
    for one in quarters.last_ones(office, day, SHOWN):
        report, due_on = made.get(one.since), quarters.due_on(office, one)
        is_owed = owed is not None and owed.quarter == one
        left = days_left(day, due_on, calendar) if is_owed else None
        lines.append(Line(one, report, due_on, one.is_over(day), left))
    context = {"lines": lines, "clause": lines[0].quarter.law.cite(QuarterlyReport)}
    return show(request, "reporting/quarters.html", context)
