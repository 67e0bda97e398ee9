"""The applicant's "not done" on the page of their appeal: for some days after the final answer."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.control import actions, queries
from qabyldau.control.actions.checks import doubt_refused, doubt_until
from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.public.chrome import now, show, the_office, today
from qabyldau.web.public.track.find import opened
from qabyldau.web.staff.page import UNPROCESSABLE
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.registry.models import Appeal


class DoubtForm(forms.Form):
    """Browsers check nothing: our words stand at the field."""

    use_required_attribute = False
    words = forms.CharField(
        label=_("What is not done?"),
        help_text=_("Write in your own words what was promised and what is missing."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write what is not done")},
    )
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)


def offered(found: Appeal, day: date) -> dict[str, object]:
    """For the page of the appeal: until which day "not done" may be said, or by when a check ends."""
    if found.stage is State.CHECKING:
        return {"check": queries.open_check(found), "doubt_until": None}
    may = found.stage is State.CLOSED and doubt_refused(found, day) is None
    return {"check": None, "doubt_until": doubt_until(found) if may else None}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def doubt(request: HttpRequest) -> HttpResponse:
    office = the_office()
    found = opened(request, office)
    until = offered(found, today(office))["doubt_until"] if found else None
    if found is None or until is None:
        return redirect("public:track_appeal" if found else "public:track")
    form = DoubtForm(request.POST or None, initial={"once": str(uuid.uuid4())})
    if form.is_valid():
        asked = Asked(by=Actor.applicant(office.pk, found.pk), at=now(), once=form.cleaned_data["once"])
        return _said(request, found.pk, form.cleaned_data["words"], asked)
    citation = found.edition.cite(InstructionControl)
    context = {"appeal": found, "form": form, "until": until, "citation": citation}
    answer = show(request, "control/doubt.html", office, context)
    answer.status_code = UNPROCESSABLE if form.errors else 200
    return answer


def _said(request: HttpRequest, appeal_id: int, words: str, asked: Asked) -> HttpResponse:
    try:
        if not journal.asked_before(asked.by.office_id, asked.once):
            actions.reopen(appeal_id, words=words, asked=asked)
    except UnlawfulError as unlawful:
        messages.warning(request, law_message(unlawful))
        return redirect("public:track_appeal")
    messages.success(request, gettext("We are checking it. We have sent you a letter about it."))
    return redirect("public:track_appeal")
