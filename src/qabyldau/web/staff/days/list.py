"""Days of reception: the coming ones with what they wait for, and the past ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.people.roles import Right
from qabyldau.review import queries as review
from qabyldau.review.queries import DayWork
from qabyldau.schedule import queries as schedule
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay

NOTHING = DayWork()


@require_safe
def days(request: StaffRequest) -> HttpResponse:
    actor, day = request.actor, today(office_of(request))
    past = request.GET.get("past") == "1"
    found = schedule.days(actor.office_id)
    if not actor.may(Right.READ_APPEALS):
        found = found.filter(official_id=actor.official_id or 0)
    coming, gone = found.filter(on__gte=day).order_by("on", "opens"), found.filter(on__lt=day).order_by("-on")
    page = Paginator(gone if past else coming, PER_PAGE).get_page(request.GET.get("page"))
    rows = _with_work(list(page), actor.office_id)
    context = {"rows": rows, "page": page, "past": past, "may_plan": actor.may(Right.PLAN_DAYS), "today": day}
    return show(request, "days.html", context)


def _with_work(shown: list[ReceptionDay], office_id: int) -> list[tuple[ReceptionDay, DayWork]]:
    """Each day with what waits for it. Whoever found a day full waits at the official's next free one."""
    work = review.day_work(office_id)
    decided = list(schedule.days(office_id).filter(pk__in=work))
    placed = {one.pk: (_next_free(one, shown) or one).pk for one in decided}
    waiting = Counter[int]()
    for one in decided:
        waiting[placed[one.pk]] += work[one.pk].to_distribute
    return [(day, DayWork(work.get(day.pk, NOTHING).to_list, waiting[day.pk])) for day in shown]


def _next_free(decided: ReceptionDay, days: list[ReceptionDay]) -> ReceptionDay | None:
    own = [day for day in days if day.official_id == decided.official_id and day.on >= decided.on]
    free = [day for day in own if day.free]  # type: ignore[attr-defined]  # counted by the query
    return min(free, key=lambda day: day.on, default=None)
