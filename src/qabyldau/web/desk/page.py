"""The desk's pages: today's receptions, and one of them from the first arrival to the last."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from qabyldau.people.roles import Right
from qabyldau.reception import queries
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Precedence
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.schedule import queries as schedule
from qabyldau.web.desk import rows
from qabyldau.web.desk.words import GONE
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, now, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay

OVER = {Stage.DONE, Stage.ABSENT, Stage.LEFT, Stage.MOVED}


@dataclass(frozen=True, slots=True)
class Today:
    """One official's reception of today, in numbers."""

    day: ReceptionDay
    expected: int
    waiting: int
    received: int


@never_cache
@require_safe
def desk(request: StaffRequest) -> HttpResponse:
    """Today's receptions; straight to the only one."""
    office = office_of(request)
    days = list(schedule.held_on(office.pk, today(office)))
    if not request.actor.may(Right.READ_APPEALS):
        days = [one for one in days if one.official_id == request.actor.official_id]
    if len(days) == 1:
        return redirect("staff:desk_day", days[0].pk)
    counted = [_counted(one) for one in days]
    return show(request, "desk/today.html", {"rows": counted, "today": today(office)})


def _counted(day: ReceptionDay) -> Today:
    visits = queries.visits(day)
    return Today(
        day,
        len(rows.appointments(day)),
        sum(one.stage == Stage.ARRIVED for one in visits),
        sum(one.stage == Stage.DONE for one in visits),
    )


@never_cache
@require_safe
def day(request: StaffRequest, day_id: int) -> HttpResponse:
    """One reception: inside, called, waiting, expected, gone."""
    found = seen_day(request, day_id)
    law, at = queries.law_of(found), now()
    visits, handed, inside = queries.visits(found), queries.handed_in(found), queries.current(found)
    context: dict[str, object] = {
        "day": found,
        "inside": inside,
        "inside_handed": handed.get(inside.pk, []) if inside else [],
        "called": queries.called(found),
        "waiting": [rows.waiting(one) for one in queries.line(found, at)],
        "expected": rows.expected(found),
        "over": [
            (one, GONE[Stage(one.stage)], handed.get(one.pk, [])) for one in visits if one.stage in OVER
        ],
        "may_register": request.actor.may(Right.REGISTER),
        "by_hand": Channel.HAND_DELIVERED,
        "order_clause": law.cite(Precedence) if law.has(Precedence) else None,
        "identity_clause": law.cite(IdentityShown),
        "is_today": found.on == today(office_of(request)),
        "at": at,
        "once": str(uuid.uuid4()),
    }
    return show(request, "desk/day.html", context)


@never_cache
@require_safe
def slip(request: StaffRequest, day_id: int, visit_id: int) -> HttpResponse:
    """The number of the day on a narrow paper: no name stands on it, so it may lie anywhere."""
    found = seen_day(request, day_id)
    visit = rows.visit_of(found, visit_id)
    standing = queries.place_of(visit.appeal, now())
    context: dict[str, object] = {"day": found, "visit": visit, "line": standing}
    context["office"] = office_of(request)
    return show(request, "desk/slip.html", context)
