"""Emergency mode of the office: declared by its act, told to everybody, ended."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.calls import actions
from qabyldau.calls import queries as calls
from qabyldau.calls.actions import Declared
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.support import UninterruptedCalls
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today
from qabyldau.web.texts import law_message

WRONG_DAY = _("The day should look like 31.12.2026")
BOTH = _("Fill it in in both languages: everybody reads it")


class EmergencyForm(forms.Form):
    """The act, its days, and what people are told."""

    use_required_attribute = False
    act_number = forms.CharField(
        label=_("Number of the act"), max_length=60, error_messages={"required": _("Name the act")}
    )
    act_date = forms.DateField(
        label=_("Date of the act"),
        widget=DayInput,
        error_messages={"required": _("Name the date of the act"), "invalid": WRONG_DAY},
    )
    since = forms.DateField(
        label=_("First day"),
        widget=DayInput,
        error_messages={"required": _("Name the first day"), "invalid": WRONG_DAY},
    )
    until = forms.DateField(
        label=_("Last day"),
        help_text=_("Empty: until it is ended"),
        required=False,
        widget=DayInput,
        error_messages={"invalid": WRONG_DAY},
    )
    words_kk = forms.CharField(
        label=_("What people are told, in Kazakh"), max_length=300, error_messages={"required": BOTH}
    )
    words_ru = forms.CharField(
        label=_("What people are told, in Russian"), max_length=300, error_messages={"required": BOTH}
    )

    def declared(self) -> Declared:
        given = self.cleaned_data
        told = Words(kk=given["words_kk"], ru=given["words_ru"])
        return Declared(given["act_number"], given["act_date"], given["since"], given["until"], told)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    form = EmergencyForm(request.POST or None, initial={"act_date": day, "since": day})
    if form.is_valid() and _declared(request, form):
        return redirect("staff:emergency")
    rows = [
        (one, one.since <= day, one.until is not None and one.until < day)
        for one in calls.emergencies(office.pk)
    ]
    cited = governing(office.code, day).edition.cite(UninterruptedCalls)
    context = {"form": form, "rows": rows, "citation": cited, "in_force": calls.emergency_on(office.pk, day)}
    return show(request, "calls/emergency.html", context, UNPROCESSABLE if form.errors else 200)


def _declared(request: StaffRequest, form: EmergencyForm) -> bool:
    try:
        actions.declare_emergency(office_of(request), form.declared(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        form.add_error("until", law_message(unlawful))
        return False
    messages.success(request, gettext("Emergency mode is declared; everybody sees it from its first day on."))
    return True


@require_POST
def end(request: StaffRequest, emergency_id: int) -> HttpResponse:
    office = office_of(request)
    found = get_object_or_404(calls.emergencies(office.pk), pk=emergency_id)
    actions.end_emergency(office, found.pk, by=request.actor, at=now())
    messages.success(request, gettext("Emergency mode ends today."))
    return redirect("staff:emergency")
