"""The channels as they are set, without their secrets; the quiet hours; a message to try them with."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries
from qabyldau.outbox.kinds import Channel
from qabyldau.outbox.pace import quiet_hours
from qabyldau.web.delivery.overview import SHOWN, way
from qabyldau.web.public.request.contact import normal_phone
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, now, show

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

TRIES_SHOWN = 5


def _hour(label: _StrPromise) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "data-size": "twelve"})
    words = {"required": _("Name the hour"), "invalid": _("The hour should look like 15:00")}
    return forms.TimeField(label=label, widget=widget, error_messages=words)


class QuietForm(forms.Form):
    """From when until when no phone may ring."""

    use_required_attribute = False
    since = _hour(_("Quiet from"))
    until = _hour(_("Quiet until"))


class TryForm(forms.Form):
    """A message to ourselves, by one of the channels."""

    use_required_attribute = False
    channel = forms.ChoiceField(
        label=_("By which channel"),
        choices=[
            (Channel.EMAIL, pgettext_lazy("channel", "E-mail")),
            (Channel.SMS, pgettext_lazy("channel", "SMS")),
        ],
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
        initial=Channel.EMAIL,
        error_messages={"required": _("Choose the channel")},
    )
    address = forms.CharField(
        label=_("Your own e-mail or mobile phone"),
        max_length=254,
        widget=forms.TextInput(attrs={"data-size": "forty", "autocomplete": "off"}),
        error_messages={"required": _("Enter where the message shall go")},
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        typed = str(answers.get("address", "")).strip()
        if typed and answers.get("channel"):
            answers["address"] = self._checked(typed, str(answers["channel"]))
        return answers

    def _checked(self, typed: str, channel: str) -> str:
        words = _("The e-mail should look like name@example.kz")
        field = forms.EmailField(error_messages={"invalid": words})
        try:
            return normal_phone(typed) if channel == Channel.SMS else str(field.clean(typed))
        except forms.ValidationError as wrong:
            self.add_error("address", wrong)
            return ""


@require_http_methods(["GET", "HEAD", "POST"])
def channels(request: StaffRequest) -> HttpResponse:
    since, until = quiet_hours(request.actor.office_id)
    form = QuietForm(request.POST or None, initial={"since": since, "until": until})
    if form.is_valid():
        given = form.cleaned_data
        outbox.set_quiet_hours(
            request.actor.office_id, given["since"], given["until"], by=request.actor, at=now()
        )
        messages.success(request, gettext("The quiet hours are changed."))
        return redirect("staff:channels")
    return _shown(request, form, TryForm())


@require_POST
def test(request: StaffRequest) -> HttpResponse:
    """Goes the way of every other message: what becomes of it is seen below."""
    form = TryForm(request.POST)
    since, until = quiet_hours(request.actor.office_id)
    if not form.is_valid():
        return _shown(request, QuietForm(initial={"since": since, "until": until}), form)
    chosen, address = Channel(form.cleaned_data["channel"]), str(form.cleaned_data["address"])
    text = gettext("This is a test message of Qabyldau. Nothing need be done.")
    outbox.send_test(chosen, address, text, language(), by=request.actor, at=now())
    messages.success(
        request, gettext("The test message is put in the outbox: look below what becomes of it.")
    )
    return redirect("staff:channels")


def _shown(request: StaffRequest, quiet: QuietForm, tried: TryForm) -> HttpResponse:
    at: datetime = now()
    office_id = request.actor.office_id
    context = {
        "quiet": quiet,
        "tried": tried,
        "lines": settings.DELIVERY_LINES,
        "ways": [
            way(one, at)
            for one in queries.overview(office_id, at - SHOWN)
            if one.channel in {Channel.EMAIL, Channel.SMS}
        ],
        "tests": queries.of(office_id).filter(notice=outbox.TEST)[:TRIES_SHOWN],
    }
    wrong = quiet.errors or tried.errors
    return show(request, "delivery/channels.html", context, status=UNPROCESSABLE if wrong else 200)
