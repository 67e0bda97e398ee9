"""Papers that came later are put beside the appeal."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.journal import queries as journal
from qabyldau.registry import actions as registry
from qabyldau.registry.moves import Asked
from qabyldau.web.staff.appeal.page import seen
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, show
from qabyldau.web.staff.uploads import TakenFiles


class FilesForm(TakenFiles, forms.Form):
    """At least one file, and the key that makes sending twice add once."""

    use_required_attribute = False
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if not self.errors and not answers.get("files"):
            self.add_error("files", gettext("Choose at least one file"))
        return answers


@require_http_methods(["GET", "HEAD", "POST"])
def add_files(request: StaffRequest, appeal_id: int) -> HttpResponse:
    appeal = seen(request, appeal_id)
    form = FilesForm(request.POST or None, request.FILES or None, initial={"once": str(uuid.uuid4())})
    if request.method == "POST" and form.is_valid():
        asked = Asked(by=request.actor, at=now(), once=form.cleaned_data["once"])
        if not journal.asked_before(appeal.office_id, asked.once):
            registry.add_files(appeal.pk, uploads=tuple(form.cleaned_data["files"]), asked=asked)
        messages.success(request, gettext("The files are added."))
        return redirect("staff:appeal", appeal.pk)
    context = {"appeal": appeal, "form": form, "heading": _("Add files")}
    return show(request, "add_files.html", context, status=UNPROCESSABLE if form.errors else 200)
