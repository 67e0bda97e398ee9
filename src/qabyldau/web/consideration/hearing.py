"""Objections of an applicant who was invited to be heard, written on the page of their appeal."""

from __future__ import annotations

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.deadlines import HearingNotice
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from qabyldau.review import notes
from qabyldau.web.public.chrome import now, show, the_office
from qabyldau.web.public.track.find import opened
from qabyldau.web.staff.page import UNPROCESSABLE


class ObjectionForm(forms.Form):
    """Browsers check nothing: our words stand at the field."""

    use_required_attribute = False
    text = forms.CharField(
        label=_("What do you object?"),
        help_text=_("Write in your own words; who decides will read it before deciding."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Write what you object")},
    )
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def object_to(request: HttpRequest) -> HttpResponse:
    office = the_office()
    found = opened(request, office)
    hearing = notes.open_hearing(found) if found else None
    if found is None or hearing is None:
        return redirect("public:track_appeal" if found else "public:track")
    form = ObjectionForm(request.POST or None, initial={"once": str(uuid.uuid4())})
    if form.is_valid():
        asked = Asked(by=Actor.applicant(office.pk, found.pk), at=now(), once=form.cleaned_data["once"])
        return _written(request, found.pk, form.cleaned_data["text"], asked)
    context = {
        "appeal": found,
        "hearing": hearing,
        "objections": [one for one in hearing.objections.all() if one.by_applicant],
        "form": form,
        "citation": found.edition.cite(HearingNotice),
    }
    status = UNPROCESSABLE if form.errors else 200
    answer = show(request, "consideration/object.html", office, context)
    answer.status_code = status
    return answer


def _written(request: HttpRequest, appeal_id: int, text: str, asked: Asked) -> HttpResponse:
    try:
        if not journal.asked_before(asked.by.office_id, asked.once):
            review.object_to(appeal_id, text=text, asked=asked)
    except UnlawfulError:
        messages.warning(request, gettext("The hearing is over: objections are no longer taken here."))
        return redirect("public:track_appeal")
    messages.success(request, gettext("Your objections are recorded."))
    return redirect("public:track_object")
