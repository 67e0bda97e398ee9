"""The register of places: where people are received, and what each place has."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.acts.words import DAYS
from qabyldau.regulation.words import Words
from qabyldau.schedule import actions
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.actions import DayError, Place
from qabyldau.web.planning.forms import DAY_ERRORS
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

NAME_BOTH = {"required": _("Fill it in in both languages: it stands in the letters")}


class RoomForm(forms.Form):
    use_required_attribute = False
    name_kk = forms.CharField(label=_("Name, in Kazakh"), max_length=200, error_messages=NAME_BOTH)
    name_ru = forms.CharField(label=_("Name, in Russian"), max_length=200, error_messages=NAME_BOTH)
    public_reception = forms.BooleanField(
        label=_("Inside the public reception's premises"), required=False, initial=True
    )
    video = forms.BooleanField(label=_("Has equipment for video"), required=False)
    accessible = forms.BooleanField(label=_("Can be reached in a wheelchair"), required=False)
    since = forms.DateField(label=_("In use from"), widget=DayInput, error_messages=DAY_ERRORS)

    def __init__(self, day: date, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"since": day, "public_reception": True})

    def place(self) -> Place:
        given = self.cleaned_data
        return Place(
            Words(kk=given["name_kk"], ru=given["name_ru"]),
            given["since"],
            given["public_reception"],
            given["video"],
            given["accessible"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def rooms(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    form = RoomForm(today(office), request.POST or None)
    if form.is_valid():
        try:
            actions.add_room(office, form.place(), by=request.actor, at=now())
        except DayError as refused:
            form.add_error("name_ru", DAYS[refused.code][language()])
        else:
            messages.success(request, gettext("The place is entered."))
            return redirect("staff:planning_rooms")
    context = {"form": form, "rooms": schedule.rooms(office.pk), "today": today(office)}
    return show(request, "planning/rooms.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_POST
def close(request: StaffRequest, room_id: int) -> HttpResponse:
    """From tomorrow on nobody is received there."""
    office = office_of(request)
    room = get_object_or_404(schedule.rooms(office.pk), pk=room_id)
    actions.close_room(room.pk, until=max(today(office), room.since), by=request.actor, at=now())
    messages.success(request, gettext("The place is closed; receptions already posted there stay."))
    return redirect("staff:planning_rooms")
