"""Plan a day: who receives, when, where, how many hours of what length."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.acts.words import DAYS
from qabyldau.people import queries as people
from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.schedule import actions as schedule
from qabyldau.schedule.actions import DayError, Plan
from qabyldau.web.labels import MODES
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, now, office_of, show, today
from qabyldau.web.staff.words import choices
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.people.models import Office

FAULTY = {"too_long": "places"}


class PlanForm(forms.Form):
    """A draft: nobody is told until it is published."""

    use_required_attribute = False
    official_id = forms.ChoiceField(
        label=_("Who receives"), error_messages={"required": _("Choose who receives")}
    )
    on = forms.DateField(
        label=_("Day"),
        widget=DayInput,
        error_messages={
            "required": _("Name the day"),
            "invalid": _("The day should look like 31.12.2026"),
        },
    )
    opens = forms.TimeField(
        label=_("Beginning"),
        initial=time(15, 0),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "data-size": "twelve"}),
        error_messages={
            "required": _("Name the hour of the beginning"),
            "invalid": _("The hour should look like 15:00"),
        },
    )
    minutes = forms.IntegerField(
        label=_("Minutes for one person"),
        initial=15,
        min_value=5,
        max_value=180,
        widget=forms.NumberInput(attrs={"data-size": "twelve"}),
        error_messages={
            "required": _("Say how many minutes one person has"),
            "min_value": _("At least five minutes"),
            "max_value": _("At most 180 minutes"),
            "invalid": _("Enter a whole number"),
        },
    )
    places = forms.IntegerField(
        label=_("How many people"),
        initial=8,
        min_value=1,
        max_value=60,
        widget=forms.NumberInput(attrs={"data-size": "twelve"}),
        error_messages={
            "required": _("Say how many people can be received"),
            "min_value": _("At least one person"),
            "max_value": _("At most 60 people"),
            "invalid": _("Enter a whole number"),
        },
    )
    mode = forms.ChoiceField(
        label=_("How people are received"),
        choices=choices(MODES),  # type: ignore[arg-type]  # labels of another module, the same kind
        initial=Mode.IN_PERSON,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )
    place_kk = forms.CharField(
        label=_("Place, in Kazakh"),
        max_length=200,
        error_messages={"required": _("Name the place in Kazakh: it stands in the letters")},
    )
    place_ru = forms.CharField(
        label=_("Place, in Russian"),
        max_length=200,
        error_messages={"required": _("Name the place in Russian: it stands in the letters")},
    )

    def __init__(self, office: Office, day: date, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"place_kk": office.address_kk, "place_ru": office.address_ru})
        said = language()
        officials = people.officials(office.pk, day)
        named = [(str(one.pk), f"{one.name[said]} — {one.position[said]}") for one in officials]
        self.fields["official_id"].choices = [("", gettext("Choose")), *named]  # type: ignore[attr-defined]  # a choice

    def plan(self) -> Plan:
        given = self.cleaned_data
        return Plan(
            official_id=int(given["official_id"]),
            on=given["on"],
            opens=given["opens"],
            minutes=given["minutes"],
            places=given["places"],
            place=Words(kk=given["place_kk"], ru=given["place_ru"]),
            mode=Mode(given["mode"]),
        )


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    form = PlanForm(office, today(office), request.POST or None)
    if form.is_valid() and (day_id := _planned(request, office, form)):
        messages.success(request, gettext("The day is planned. Nobody sees it until you publish it."))
        return redirect("staff:days_day", day_id)
    return show(request, "day_plan.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200)


def _planned(request: StaffRequest, office: Office, form: PlanForm) -> int | None:
    """None: the day cannot be so, and the form says why."""
    try:
        return schedule.plan_day(office, form.plan(), by=request.actor, at=now()).pk
    except DayError as impossible:
        form.add_error(FAULTY.get(impossible.code, "on"), DAYS[impossible.code][language()])
    except CalendarUnknownError as unknown:
        words = gettext("The working calendar of %(year)s is not known yet: enter it first")
        form.add_error("on", words % {"year": unknown.year})
    except UnlawfulError as unlawful:
        clause = f" ({unlawful.citation.words[language()]})" if unlawful.citation else ""
        form.add_error(None, law_message(unlawful) + clause)
    return None
