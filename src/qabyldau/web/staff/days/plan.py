"""Plan a day: who receives, when, where, how many hours of what length."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from qabyldau.schedule import actions as schedule
from qabyldau.web.planning.forms import REFUSED, PlanForm, say_why
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.people.models import Office


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    form = PlanForm(office, today(office), request.POST or None, asked(request))
    if form.is_valid() and (day_id := _planned(request, office, form)):
        messages.success(request, gettext("The day is planned. Nobody sees it until you publish it."))
        return redirect("staff:days_day", day_id)
    return show(request, "day_plan.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200)


def asked(request: StaffRequest) -> dict[str, Any]:
    """The cell of the grid that was opened: an official and a day; what cannot be read is left out."""
    found: dict[str, Any] = {}
    if request.GET.get("official", "").isdigit():
        found["official_id"] = request.GET["official"]
    try:
        found["on"] = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return found
    return found


def _planned(request: StaffRequest, office: Office, form: PlanForm) -> int | None:
    """None: the day cannot be so, and the form says why."""
    try:
        return schedule.plan_day(office, form.plan(), by=request.actor, at=now()).pk
    except REFUSED as refused:
        say_why(form, refused)
    return None
