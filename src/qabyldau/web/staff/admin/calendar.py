"""The working calendar: days ordered since the software was made, and what each order moves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.registry import actions as registry
from qabyldau.regulation.calendar import CalendarChange, CalendarUnknownError
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.words import Words
from qabyldau.replanning import actions as replanning
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import PER_PAGE, UNPROCESSABLE, StaffRequest, now, show
from qabyldau.worktime import actions as worktime_actions
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.registry.models import Term
    from qabyldau.replanning.options import Option

SHOWN = 100


class DayForm(forms.Form):
    """One day, as an order made it."""

    use_required_attribute = False
    day = forms.DateField(
        label=_("Day"),
        widget=DayInput,
        error_messages={
            "required": _("Name the day"),
            "invalid": _("The day should look like 31.12.2026"),
        },
    )
    working = forms.ChoiceField(
        label=_("From now on it is"),
        choices=[("no", pgettext_lazy("day", "a day off")), ("yes", pgettext_lazy("day", "a working day"))],
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
        error_messages={"required": _("Say what the day becomes")},
    )
    name_kk = forms.CharField(
        label=_("What it is called, in Kazakh"),
        help_text=_("It stands in the count of the days, for example: the name of the holiday."),
        max_length=200,
        error_messages={"required": _("Name it in Kazakh")},
    )
    name_ru = forms.CharField(
        label=_("What it is called, in Russian"),
        max_length=200,
        error_messages={"required": _("Name it in Russian")},
    )
    act = forms.CharField(
        label=_("By which order"),
        help_text=_("Who ordered it, number and date"),
        max_length=200,
        error_messages={"required": _("Name the order")},
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        try:
            worktime.calendar().is_working(day)
        except CalendarUnknownError as unknown:
            words = gettext("The working calendar of %(year)s is not known to the software")
            raise forms.ValidationError(words % {"year": unknown.year}) from unknown
        return day

    def change(self) -> CalendarChange:
        given = self.cleaned_data
        name = Words(kk=given["name_kk"], ru=given["name_ru"])
        return CalendarChange(given["day"], given["working"] == "yes", name, given["act"])


@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: StaffRequest) -> HttpResponse:
    """First what would move, then the order: nothing is changed by looking."""
    form = DayForm(request.POST or None)
    moved: list[tuple[Term, Due]] = []
    days: list[Option] = []
    looked = form.is_valid()
    if looked and "confirm" in request.POST:
        return _ordered(request, form.change())
    if looked:
        tried = worktime.calendar().changed([form.change()], worktime.current_version() + 1)
        moved = registry.would_move(request.actor.office_id, tried)
        days = _falling_out(request, form.change())
    page = Paginator(worktime.ordered(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "looked": looked,
        "moved": moved[:SHOWN],
        "more": max(0, len(moved) - SHOWN),
        "count": len(moved),
        "days": days,
        "page": page,
    }
    return show(request, "calendar.html", context, status=UNPROCESSABLE if form.errors else 200)


def _ordered(request: StaffRequest, change: CalendarChange) -> HttpResponse:
    """The order and the recount stand or fall together."""
    by, at = request.actor, now()
    with transaction.atomic():
        worktime_actions.order_day(
            change.day, working=change.working, name=change.name, act=change.act, by=by, at=at
        )
        count = registry.recount(by.office_id, by=by, at=at)
        days = [] if change.working else replanning.fall_out(by.office_id, change.day, by=by, at=at)
    words = ngettext(
        "The day is ordered; %(count)s term was recounted.",
        "The day is ordered; %(count)s terms were recounted.",
        count,
    )
    messages.success(request, words % {"count": count})
    if days:
        words = gettext("People of that day: %(moved)s have other hours, %(left)s wait in their order.")
        found = {"moved": sum(len(one.moved) for one in days), "left": sum(len(one.left) for one in days)}
        messages.success(request, words % found)
    return redirect("staff:calendar")


def _falling_out(request: StaffRequest, change: CalendarChange) -> list[Option]:
    """Receptions of a day that becomes a day off, and where their people would go."""
    if change.working:
        return []
    return replanning.would_fall_out(request.actor.office_id, change.day, now())
