"""What waits because life interfered: days without their official, open offers, people without an hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.replanning.waiting import waiting
from qabyldau.web.replanning.words import CAUSES, OFFERS
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, now, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.replanning.models import Absence, AbsentDay

LAST = 20


@require_safe
def home(request: StaffRequest) -> HttpResponse:
    """An official sees their own days alone."""
    actor, office = request.actor, office_of(request)
    everything = actor.may(Right.REPLAN)
    context = {
        "open_days": [(one, CAUSES[one.absence.cause]) for one in _open_days(actor)],
        "offers": [(one, OFFERS[one.kind]) for one in queries.open_offers(office.pk)] if everything else [],
        "waiting": waiting(office.pk) if everything else [],
        "absences": [(one, CAUSES[one.cause]) for one in _absences(actor)],
        "may_replan": everything,
        "may_tell": actor.may(Right.TELL_ABSENCE) and (everything or actor.official_id),
        "today": today(office),
    }
    return show(request, "replanning/home.html", context)


def _open_days(actor: Actor) -> list[AbsentDay]:
    found = queries.open_absent_days(actor.office_id)
    return list(found if actor.may(Right.REPLAN) else found.filter(day__official_id=actor.official_id or 0))


def _absences(actor: Actor) -> list[Absence]:
    found = queries.absences(actor.office_id)
    mine = found if actor.may(Right.REPLAN) else found.filter(official_id=actor.official_id or 0)
    return list(mine[:LAST])


@require_POST
def offer_carried(request: StaffRequest, day_id: int) -> HttpResponse:
    """To everybody whom the day left without an hour."""
    day = seen_day(request, day_id)
    told = replanning.offer_carried(day.pk, asked=Asked(by=request.actor, at=now()))
    if told:
        words = ngettext(
            "%(count)s person is offered hours of the next days; the letter is on its way.",
            "%(count)s people are offered hours of the next days; the letters are on their way.",
            len(told),
        )
        messages.success(request, words % {"count": len(told)})
    else:
        messages.warning(request, gettext("Nobody could be offered an hour: plan another day first."))
    return redirect("staff:days_day", day_id)
