"""The page of settings: read, change, and the journal keeps what stood before."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from qabyldau.acts import keeping
from qabyldau.people import settings as chosen
from qabyldau.web.settings.form import SettingsForm
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, show


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: StaffRequest) -> HttpResponse:
    office_id = request.actor.office_id
    kept = chosen.of(office_id)
    names = SettingsForm.base_fields
    form = SettingsForm(request.POST or None, initial={name: getattr(kept, name) for name in names})
    if form.is_valid():
        changed = keeping.change_settings(office_id, form.cleaned_data, by=request.actor, at=now())
        words = gettext("The settings are changed.") if changed else gettext("Nothing was changed.")
        messages.success(request, words)
        return redirect("staff:settings")
    return show(request, "settings/page.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200)
