"""Prove a paper by the code printed on it: what it is, and whether a file is this paper unchanged.

No name, no address, no word of its text stands here; a file that is shown for proof is not kept.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django import forms
from django.core.files.base import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.papers import queries, rendering
from qabyldau.papers.codes import cleaned
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.web.public.chrome import show, the_office

if TYPE_CHECKING:
    from qabyldau.papers.models import Paper

LARGEST = 10 * 1024 * 1024
MISSING, UNPROCESSABLE = 404, 422


class CodeForm(forms.Form):
    use_required_attribute = False
    code = forms.CharField(
        label=_("Code of the paper"),
        help_text=_("Sixteen signs at the end of the address beside the square code"),
        max_length=40,
        error_messages={"required": _("Enter the code of the paper")},
    )


class FileForm(forms.Form):
    use_required_attribute = False
    file = forms.FileField(
        label=_("The file of the paper (PDF)"),
        help_text=_("It is compared and not kept"),
        error_messages={"required": _("Choose a file"), "empty": _("The file is empty")},
    )

    def clean_file(self) -> File[bytes]:
        file: File[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is too large for a paper"))
        return file


@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if form.is_valid() and (code := cleaned(form.cleaned_data["code"])):
        return redirect("public:verify_paper", code)
    status = UNPROCESSABLE if form.errors else 200
    return show(request, "public/verify.html", the_office(), {"form": form}, status)


@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, code: str) -> HttpResponse:
    found = queries.by_code(cleaned(code))
    if found is None:
        context = {"form": CodeForm(initial={"code": code}), "unknown": True}
        return show(request, "public/verify.html", the_office(), context, MISSING)
    form = FileForm(request.POST or None, request.FILES or None)
    same = _same(found, form.cleaned_data["file"]) if form.is_valid() else None
    context = {
        "paper": found,
        "name": KINDS[PaperKind(found.kind)].name,
        "digest": found.sha256[: rendering.DIGEST_SHOWN],
        "file_form": form,
        "same": same,
    }
    return show(request, "public/verified.html", found.office, context, UNPROCESSABLE if form.errors else 200)


def _same(found: Paper, file: File[bytes]) -> bool:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return rendering.proves(found, digest.hexdigest())
