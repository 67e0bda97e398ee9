"""Files chosen on a form of the workplace: each judged by what is in it."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from qabyldau.registry import files
from qabyldau.registry.errors import FileRefusedError
from qabyldau.registry.files import Upload
from qabyldau.web.public.request.matter import FilesField, file_words


class TakenFiles(forms.Form):
    """A part of a form: several files, cleaned to uploads."""

    files = FilesField(  # type: ignore[assignment]  # a field of this name is what forms expect here
        label=_("Files"),
        help_text=_("PDF, JPG, PNG or DOCX; at most 5 files of 10 MB each"),
        required=False,
    )

    def clean_files(self) -> list[Upload]:
        taken: list[Upload] = []
        refused: list[str] = []
        for one in self.cleaned_data["files"]:
            try:
                taken.append(_upload(one, len(taken)))
            except FileRefusedError as refusal:
                refused.append(file_words(refusal.code, one.name or ""))
        if refused:
            raise forms.ValidationError(refused)
        return taken


def _upload(one: UploadedFile[bytes], taken: int) -> Upload:
    if taken >= settings.ATTACHMENTS_PER_APPEAL:
        raise FileRefusedError("too_many")
    if (one.size or 0) > settings.ATTACHMENT_BYTES:
        raise FileRefusedError("too_large")
    found = Upload(one.name or "file", one.read())
    files.check((found,))
    return found
