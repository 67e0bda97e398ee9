"""Days of reception: the coming ones with what they wait for, and the past ones."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.people.roles import Right
from qabyldau.review import queries as review
from qabyldau.review.queries import DayWork
from qabyldau.schedule import queries as schedule
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, office_of, show, today

NOTHING = DayWork()


@require_safe
def days(request: StaffRequest) -> HttpResponse:
    actor, day = request.actor, today(office_of(request))
    past = request.GET.get("past") == "1"
    found = schedule.days(actor.office_id)
    if not actor.may(Right.READ_APPEALS):
        found = found.filter(official_id=actor.official_id)
    coming, gone = found.filter(on__gte=day).order_by("on", "opens"), found.filter(on__lt=day).order_by("-on")
    page = Paginator(gone if past else coming, PER_PAGE).get_page(request.GET.get("page"))
    work = review.day_work(actor.office_id)
    rows = [(one, work.get(one.pk, NOTHING)) for one in page]
    context = {"rows": rows, "page": page, "past": past, "may_plan": actor.may(Right.PLAN_DAYS), "today": day}
    return show(request, "days.html", context)
