"""Is a day of reception ready? Each thing it needs: there, or missing and whose it is, under which clause."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.people.roles import Right
from qabyldau.web.participation.checks import Day, checks
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, office_of, show, today


@require_safe
def readiness(request: StaffRequest, day_id: int) -> HttpResponse:
    found = seen_day(request, day_id)
    rows = checks(Day.of(found, today(office_of(request))))
    context = {
        "day": found,
        "rows": rows,
        "lacking": sum(row.good is False for row in rows),
        "may_invite": request.actor.may(Right.INVITE_BODIES),
    }
    return show(request, "participation/readiness.html", context)
