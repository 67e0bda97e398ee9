"""A day of the grid: what it is to become, taken off, kept as it is; a series of days at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.regulation.wording import WEEKDAYS, date_words
from qabyldau.schedule import actions
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.actions import Plan, Series
from qabyldau.schedule.kinds import EVERY, DayKind, OnDayOff
from qabyldau.web.planning.forms import DAY_ERRORS, REFUSED, PlanForm, initial_of, say_why
from qabyldau.web.planning.month import go
from qabyldau.web.planning.words import ON_DAY_OFF, WHICH
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.days.plan import asked
from qabyldau.web.staff.page import (
    UNPROCESSABLE,
    StaffRequest,
    language,
    now,
    office_of,
    show,
    today,
)
from qabyldau.web.staff.words import choices

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay


def editable(request: StaffRequest, day_id: int) -> ReceptionDay:
    """A day of the actor's office that has not gone and stands on the schedule."""
    found = get_object_or_404(schedule.days(request.actor.office_id).select_related("change"), pk=day_id)
    if found.on < today(office_of(request)) or found.kind == DayKind.SAME_DAY:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, day_id: int) -> HttpResponse:
    day, office = editable(request, day_id), office_of(request)
    known = schedule.change_of(day)
    plan = Plan.from_row(known.wanted) if known and known.wanted else Plan.of(day)
    form = PlanForm(office, today(office), request.POST or None, initial_of(plan))
    if form.is_valid():
        try:
            actions.change_day(day.pk, form.plan(), by=request.actor, at=now())
        except REFUSED as refused:
            say_why(form, refused)
        else:
            messages.success(request, gettext("The day is changed in the draft of its month."))
            return go(day.on)
    context = {"form": form, "day": day, "change": known}
    return show(request, "planning/change.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_POST
def remove(request: StaffRequest, day_id: int) -> HttpResponse:
    day = editable(request, day_id)
    actions.remove_day(day.pk, by=request.actor, at=now())
    messages.success(request, gettext("The day is taken off in the draft of its month."))
    return go(day.on)


@require_POST
def keep(request: StaffRequest, day_id: int) -> HttpResponse:
    day = editable(request, day_id)
    actions.keep_day(day.pk, by=request.actor, at=now())
    messages.success(request, gettext("The day stays as it is posted."))
    return go(day.on)


class SeriesForm(PlanForm):
    """The same day again and again; the day of the form is the first on which it may fall."""

    weekday = forms.TypedChoiceField(label=_("On which weekday"), coerce=int)
    which = forms.TypedChoiceField(
        label=_("How often"),
        coerce=int,
        choices=[(str(value), words) for value, words in WHICH.items()],
        initial=str(EVERY),
    )
    until = forms.DateField(label=_("Until"), widget=DayInput, error_messages=DAY_ERRORS)
    on_day_off = forms.ChoiceField(
        label=_("If it falls on a day off"),
        choices=choices(ON_DAY_OFF),
        initial=OnDayOff.SKIP,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401  as the form of a day
        super().__init__(*args, **named)
        self.fields["on"].label = _("From")
        named_days = [(str(day), words[language()]) for day, words in enumerate(WEEKDAYS)]
        self.fields["weekday"].choices = named_days[:6]  # type: ignore[attr-defined]  # a choice
        self.order_fields(["official_id", "weekday", "which", "on", "until", "on_day_off"])

    def series(self) -> Series:
        given = self.cleaned_data
        return Series(
            self.plan(), given["weekday"], given["until"], given["which"], OnDayOff(given["on_day_off"])
        )


@require_http_methods(["GET", "HEAD", "POST"])
def series(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    form = SeriesForm(office, today(office), request.POST or None, asked(request))
    if form.is_valid():
        try:
            planned = actions.plan_series(office, form.series(), by=request.actor, at=now())
        except REFUSED as refused:
            say_why(form, refused)
        else:
            _tell(request, planned)
            return go(planned.days[0].on)
    context: dict[str, object] = {"form": form}
    return show(request, "planning/series.html", context, status=UNPROCESSABLE if form.errors else 200)


def _tell(request: StaffRequest, planned: actions.Planned) -> None:
    count = len(planned.days)
    words = ngettext("%(count)s day is planned.", "%(count)s days are planned.", count)
    messages.success(request, words % {"count": count})
    if planned.left_out:
        days = "; ".join(date_words(day, language()) for day in planned.left_out)
        messages.warning(request, gettext("Days off were left out: %(days)s") % {"days": days})
