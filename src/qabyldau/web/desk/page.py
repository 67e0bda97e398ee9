"""The desk's pages: today's receptions, and one of them from the first arrival to the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from qabyldau.participation import queries as participation
from qabyldau.reception import queries
from qabyldau.regulation.desk import BEFORE_HOUR
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.queue import IN_ORDER, Precedence, Standing
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.review import queries as review
from qabyldau.schedule import queries as schedule
from qabyldau.web.desk.words import EARLY, GONE, IN_TURN
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, language, now, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import ReceptionDay

OVER = {Stage.DONE, Stage.ABSENT, Stage.LEFT}


@dataclass(frozen=True, slots=True)
class Today:
    """One official's reception of today, in numbers."""

    day: ReceptionDay
    expected: int
    waiting: int
    received: int


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in line, and in words why there."""

    visit: Visit
    place: int
    why: str
    minutes: int


@require_safe
def desk(request: StaffRequest) -> HttpResponse:
    """Today's receptions; straight to the only one."""
    office = office_of(request)
    days = list(schedule.published_on(office.pk, today(office)))
    if len(days) == 1:
        return redirect("staff:desk_day", days[0].pk)
    rows = [_counted(one) for one in days]
    return show(request, "desk/today.html", {"rows": rows, "today": today(office)})


def _counted(day: ReceptionDay) -> Today:
    visits = queries.visits(day)
    return Today(
        day,
        len(_expected(day)),
        sum(one.stage == Stage.ARRIVED for one in visits),
        sum(one.stage == Stage.DONE for one in visits),
    )


def _expected(day: ReceptionDay) -> list[Appointment]:
    """Those with an hour who have not come yet."""
    here = {one.appeal_id for one in queries.visits(day) if one.stage != Stage.CANCELLED}
    awaited = [one for one in review.appointments(day) if one.appeal.stage is State.APPOINTED]
    return [one for one in awaited if one.appeal_id not in here]


@require_safe
def day(request: StaffRequest, day_id: int) -> HttpResponse:
    """One reception: inside, called, waiting, expected, gone."""
    found = seen_day(request, day_id)
    law, at = queries.law_of(found), now()
    visits = queries.visits(found)
    context: dict[str, object] = {
        "day": found,
        "inside": queries.current(found),
        "called": queries.called(found),
        "waiting": [_row(one) for one in queries.line(found, at)],
        "expected": _expected(found),
        "over": [(one, GONE[Stage(one.stage)]) for one in visits if one.stage in OVER],
        "order_clause": law.cite(Precedence) if law.has(Precedence) else None,
        "identity_clause": law.cite(IdentityShown),
        "is_today": found.on == today(office_of(request)),
        "at": at,
    }
    return show(request, "desk/day.html", context)


def _row(one: queries.InLine) -> Row:
    return Row(one.visit, one.place, why(one.reason), one.minutes)


def why(reason: str) -> str:
    """The reason of a place in words."""
    if reason in {IN_ORDER, BEFORE_HOUR}:
        return str(IN_TURN if reason == IN_ORDER else EARLY)
    return Standing(reason).words[language()]


def warnings(appeal: Appeal) -> list[str]:
    """What stands in the way of this reception, by п. 10: codes that the page puts into words."""
    found = participation.regime_lacking(appeal)
    return [found] if found else []
