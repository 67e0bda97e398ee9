"""Receptions on a ground of their own: off schedule on the akim's instruction, after meetings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.people import queries as people
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import AfterMeetings, AkimInstruction, OffSchedule
from qabyldau.regulation.words import Words
from qabyldau.schedule import actions
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.actions import Met
from qabyldau.web.planning.forms import DAY_ERRORS, REFUSED, PlanForm, say_why
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import (
    UNPROCESSABLE,
    StaffRequest,
    language,
    now,
    office_of,
    show,
    today,
)

BOTH = {"required": _("Fill it in in both languages: it stands in the letters")}


class OffScheduleForm(PlanForm):
    """The akim's instruction, and the day it names."""

    instruction_number = forms.CharField(
        label=_("Number of the akim's instruction"),
        max_length=60,
        error_messages={"required": _("Name the number of the instruction")},
    )
    instruction_on = forms.DateField(
        label=_("Date of the instruction"), widget=DayInput, error_messages=DAY_ERRORS
    )
    instruction_for = forms.DateField(
        label=_("Day of reception named in the instruction"), widget=DayInput, error_messages=DAY_ERRORS
    )

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401  as the form of a day
        super().__init__(*args, **named)
        self.order_fields(["instruction_number", "instruction_on", "instruction_for"])

    def instruction(self) -> AkimInstruction:
        given = self.cleaned_data
        return AkimInstruction(given["instruction_number"], given["instruction_on"], given["instruction_for"])


@require_http_methods(["GET", "HEAD", "POST"])
def off_schedule(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    law = governing(office.code, today(office)).edition
    form = OffScheduleForm(office, today(office), request.POST or None)
    if form.is_valid():
        try:
            day = actions.plan_off_schedule(
                office, form.plan(), form.instruction(), by=request.actor, at=now()
            )
        except REFUSED as refused:
            say_why(form, refused)
        else:
            messages.success(request, gettext("The day is posted: people may be appointed to it."))
            return redirect("staff:days_day", day.pk)
    context = {"form": form, "clause": law.cite(OffSchedule)}
    return show(request, "planning/off_schedule.html", context, status=UNPROCESSABLE if form.errors else 200)


class MeetingForm(forms.Form):
    """A meeting with the population, as it was held."""

    use_required_attribute = False
    on = forms.DateField(label=_("Day of the meeting"), widget=DayInput, error_messages=DAY_ERRORS)
    place_kk = forms.CharField(label=_("Place, in Kazakh"), max_length=200, error_messages=BOTH)
    place_ru = forms.CharField(label=_("Place, in Russian"), max_length=200, error_messages=BOTH)
    jointly_with = forms.MultipleChoiceField(
        label=_("Who took part with the officials"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Mark who took part")},
    )
    named = forms.CharField(
        label=_("Names and positions"),
        help_text=_("One a line; it may stay empty."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, law: AfterMeetings, data: QueryDict | None = None) -> None:
        super().__init__(data)
        listed = [(str(number), words[language()]) for number, words in enumerate(law.jointly_with)]
        self.fields["jointly_with"].choices = listed  # type: ignore[attr-defined]  # a choice

    def met(self) -> Met:
        given = self.cleaned_data
        return Met(
            given["on"],
            Words(kk=given["place_kk"], ru=given["place_ru"]),
            tuple(int(one) for one in given["jointly_with"]),
            given["named"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def meetings(request: StaffRequest) -> HttpResponse:
    """Meetings held, each with its receptions, and the form for the next one."""
    office = office_of(request)
    law = governing(office.code, today(office)).edition
    listed = law.get(AfterMeetings)
    form = MeetingForm(listed, request.POST or None)
    if form.is_valid():
        meeting = actions.note_meeting(office, form.met(), by=request.actor, at=now())
        messages.success(request, gettext("The meeting is noted. Now plan the reception after it."))
        return redirect("staff:planning_meeting", meeting.pk)
    rows = [
        (one, [listed.jointly_with[number] for number in one.jointly_with], list(one.days.all()))
        for one in schedule.meetings(office.pk).prefetch_related("days__official")
    ]
    context = {"form": form, "rows": rows, "clause": law.cite(AfterMeetings)}
    return show(request, "planning/meetings.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: StaffRequest, meeting_id: int) -> HttpResponse:
    """A reception after this meeting; the day of the meeting and its place are offered."""
    office = office_of(request)
    found = get_object_or_404(schedule.meetings(office.pk), pk=meeting_id)
    akim = people.officials(office.pk, today(office)).first()
    initial: dict[str, Any] = {
        "on": found.on,
        "place_kk": found.place_kk,
        "place_ru": found.place_ru,
        "official_id": akim.pk if akim else None,
    }
    form = PlanForm(office, today(office), request.POST or None, initial)
    if form.is_valid():
        try:
            day = actions.plan_after_meeting(office, found.pk, form.plan(), by=request.actor, at=now())
        except REFUSED as refused:
            say_why(form, refused)
        else:
            messages.success(request, gettext("The day is posted: people may be appointed to it."))
            return redirect("staff:days_day", day.pk)
    law = governing(office.code, today(office)).edition
    context = {"form": form, "meeting": found, "clause": law.cite(AfterMeetings)}
    return show(request, "planning/meeting.html", context, status=UNPROCESSABLE if form.errors else 200)
