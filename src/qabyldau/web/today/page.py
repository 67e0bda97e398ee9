"""Who asks to be received today: the official says yes or no; of one without a sign-in a worker writes it."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import SameDayReception
from qabyldau.sameday import actions
from qabyldau.sameday import queries as sameday
from qabyldau.web.staff.page import StaffRequest, now, office_of, show, today


def since(request: StaffRequest) -> datetime:
    """The beginning of today in the office."""
    office = office_of(request)
    return datetime.combine(today(office), time(0), ZoneInfo(office.zone))


@require_safe
def asked_today(request: StaffRequest) -> HttpResponse:
    office, actor = office_of(request), request.actor
    rows = [
        (one, one.official_id == actor.official_id or _by_word(request, one.official.user_id))
        for one in sameday.visible_to(actor, since(request))
    ]
    clause = governing(office.code, today(office)).edition.cite(SameDayReception)
    context = {"rows": rows, "clause": clause, "may_answer": actor.may(Right.ANSWER_TODAY)}
    return show(request, "today/page.html", context)


def _by_word(request: StaffRequest, user_id: int | None) -> bool:
    return user_id is None and request.actor.official_id is None


@require_POST
def answer(request: StaffRequest, asking_id: int) -> HttpResponse:
    found = get_object_or_404(sameday.visible_to(request.actor, since(request)), pk=asking_id)
    asked = Asked(by=request.actor, at=now())
    if request.POST.get("answer") == "yes":
        actions.agree(found.pk, asked=asked)
        messages.success(request, gettext("The person has an hour today and is told of it."))
    else:
        actions.decline(found.pk, asked=asked)
        messages.success(
            request, gettext("It is recorded. The person is told, and the ordinary way is open.")
        )
    return redirect("staff:today")
