"""Versions of a text: approved by another person, compared with the one before, seen as a paper."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from qabyldau.papers import previews, wordings
from qabyldau.papers.checking import parts_of
from qabyldau.papers.errors import PapersError
from qabyldau.papers.templates import built_in_source
from qabyldau.regulation.words import Language
from qabyldau.web.papers.names import name_of
from qabyldau.web.papers.words import AGAINST
from qabyldau.web.staff.page import StaffRequest, now, office_of, show

if TYPE_CHECKING:
    from qabyldau.papers.models import Wording


class ApproveForm(forms.Form):
    use_required_attribute = False
    since = forms.DateField(
        label=_("In force from"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Choose the first day"), "invalid": _("Choose the first day")},
    )


def _version(request: StaffRequest, version_id: int) -> Wording:
    return get_object_or_404(wordings.all_versions(request.actor.office_id), pk=version_id)


@require_POST
def approve(request: StaffRequest, version_id: int) -> HttpResponse:
    version, form = _version(request, version_id), ApproveForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("Choose the first day"))
        return redirect("staff:texts_text", version.name, version.language)
    try:
        since = form.cleaned_data["since"]
        wordings.approve(office_of(request), version.pk, since=since, by=request.actor, at=now())
    except PapersError as against:
        messages.error(request, str(AGAINST[against.code]))
    else:
        messages.success(request, gettext("The text is approved."))
    return redirect("staff:texts_text", version.name, version.language)


@require_safe
def compare(request: StaffRequest, version_id: int) -> HttpResponse:
    """What changed since the version before; the first one beside the built-in text."""
    version = _version(request, version_id)
    kept = wordings.versions(request.actor.office_id, version.name, version.language)
    before = kept.filter(version__lt=version.version).last()
    lines = difflib.ndiff(_lines(version, before), _lines(version, version))
    context: dict[str, object] = {
        "version": version,
        "before": before,
        "name": name_of(version.name),
        "lines": [(line[0].strip(), line[2:]) for line in lines if line[0] != "?"],
    }
    return show(request, "papers/compare.html", context)


def _lines(version: Wording, shown: Wording | None) -> list[str]:
    source = (shown.source if shown else "") or built_in_source(version.name, Language(version.language))
    return source.splitlines()


@require_safe
def sample(request: StaffRequest, version_id: int) -> HttpResponse:
    """The version as a paper, from invented facts."""
    version = _version(request, version_id)
    language = Language(version.language)
    source = version.source or built_in_source(version.name, language)
    printed = previews.pdf(office_of(request), version.name, language, parts_of(version.name, source))
    answer = HttpResponse(printed, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{version.name}-{language}-{version.version}.pdf"'
    return answer
