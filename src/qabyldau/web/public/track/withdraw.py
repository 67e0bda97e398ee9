"""Taking the appeal back: asked once more before it is done, because it cannot be undone."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.people.actor import Actor
from qabyldau.registry import actions as registry
from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.refusal import Withdrawal
from qabyldau.web.public.chrome import now, show, the_office
from qabyldau.web.public.track.appeal import may_withdraw
from qabyldau.web.public.track.find import opened


class WithdrawForm(forms.Form):
    """The state of the appeal that the applicant saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest) -> HttpResponse:
    office = the_office()
    found = opened(request, office)
    if found is None:
        return redirect("public:track")
    if not may_withdraw(found):
        messages.warning(request, gettext("This appeal can no longer be taken back."))
        return redirect("public:track_appeal")
    form = WithdrawForm(request.POST or None, initial={"version": found.version})
    if form.is_valid():
        asked = Asked(by=Actor.applicant(office.pk, found.pk), at=now(), version=form.cleaned_data["version"])
        return _taken_back(request, found.pk, asked)
    context = {"appeal": found, "form": form, "citation": found.edition.cite(Withdrawal)}
    return show(request, "public/track/withdraw.html", office, context)


def _taken_back(request: HttpRequest, appeal_id: int, asked: Asked) -> HttpResponse:
    try:
        registry.withdraw(appeal_id, asked=asked)
    except StaleError:
        words = gettext("The appeal has changed since you opened the page. Look at it once more.")
        messages.warning(request, words)
        return redirect("public:track_appeal")
    messages.success(request, gettext("The appeal was taken back. We have sent you a letter about it."))
    return redirect("public:track_appeal")
