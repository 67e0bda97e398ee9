"""Hours of the office: by them an appeal counts as received today or on the next working day."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.acts import keeping
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.intake import BookingHours, OfficeHours, RegistrationDay
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

ERRORS = {"required": _("Name the hour"), "invalid": _("The hour should look like 15:00")}
NAMES = ("opens", "lunch_from", "lunch_until", "closes")


def _hour(label: _StrPromise) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "data-size": "twelve"})
    return forms.TimeField(label=label, widget=widget, error_messages=ERRORS)


class HoursForm(forms.Form):
    """Opens, has lunch, closes: in that order."""

    use_required_attribute = False
    opens = _hour(_("Opens"))
    lunch_from = _hour(_("Lunch from"))
    lunch_until = _hour(_("Lunch until"))
    closes = _hour(_("Closes"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        said: list[time] = [answers[name] for name in NAMES if name in answers]
        if len(said) == len(NAMES) and said != sorted(set(said)):
            raise forms.ValidationError(gettext("The office opens, has lunch and closes, in that order"))
        return answers

    def hours(self) -> OfficeHours:
        given = self.cleaned_data
        return OfficeHours(
            opens=given["opens"],
            closes=given["closes"],
            lunch_from=given["lunch_from"],
            lunch_to=given["lunch_until"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    form = HoursForm(request.POST or None, initial={name: getattr(office, name) for name in NAMES})
    if form.is_valid():
        keeping.change_hours(office.pk, form.hours(), by=request.actor, at=now())
        messages.success(request, gettext("The hours are changed; what was registered before keeps its day."))
        return redirect("staff:hours")
    law = governing(office.code, today(office)).edition
    context = {"form": form, "clauses": [law.cite(BookingHours), law.cite(RegistrationDay)]}
    return show(request, "hours.html", context, status=UNPROCESSABLE if form.errors else 200)
