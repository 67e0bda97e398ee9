"""Step three: what the appeal is about, and the papers that go with it."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.registry import files
from qabyldau.registry.errors import FileRefusedError
from qabyldau.registry.files import Upload
from qabyldau.regulation.norms.intake import looks_empty
from qabyldau.regulation.norms.refusal import NoMatterStated
from qabyldau.web.labels import TOPICS
from qabyldau.web.public.chrome import language
from qabyldau.web.public.request.forms import StepForm

SUBSTANCE_LENGTH = 4000
MEGABYTE = 1024 * 1024


class FilesInput(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True

    def value_from_datadict(
        self, _data: object, files: MultiValueDict[str, UploadedFile[bytes]], name: str
    ) -> list[UploadedFile[bytes]]:
        return files.getlist(name)


class FilesField(forms.Field):
    """Cleans to a list of uploads, empty when none was chosen."""

    widget = FilesInput(attrs={"multiple": True})


class MatterForm(StepForm):
    """The substance is asked for before the appeal can be sent."""

    topic = forms.ChoiceField(
        label=_("What is your question about?"),
        choices=list(TOPICS.items()),
        widget=forms.RadioSelect(attrs={"data-columns": "two"}),
        error_messages={"required": _("Choose what your question is about")},
    )
    substance = forms.CharField(
        label=_("The substance of your question"),
        help_text=_("Write what happened, where, and what you ask for. 4000 characters at most."),
        max_length=SUBSTANCE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={
            "max_length": _("The text is longer than 4000 characters: shorten it or attach it as a file")
        },
    )
    attachments = FilesField(
        label=_("Attach documents"),
        help_text=_("PDF, JPG, PNG or DOCX; at most 5 files of 10 MB each"),
        required=False,
    )

    def shape(self) -> None:
        self.taken: list[Upload] = []
        self.fields["substance"].error_messages["required"] = self._no_matter()

    def _no_matter(self) -> str:
        clause = self.law.cite(NoMatterStated).words[language()]
        words = gettext(
            "Write the substance of your question: without it nobody may consider the appeal (%(clause)s)"
        )
        return words % {"clause": clause}

    def clean_substance(self) -> str:
        typed = str(self.cleaned_data["substance"]).strip()
        if looks_empty(typed):
            raise forms.ValidationError(self._no_matter())
        return typed

    def clean_attachments(self) -> list[Upload]:
        """Good files are taken even when others are refused: nobody uploads twice."""
        refused: list[str] = []
        for one in self.cleaned_data["attachments"]:
            try:
                self.taken.append(self._upload(one))
            except FileRefusedError as refusal:
                refused.append(file_words(refusal.code, one.name or ""))
        if refused:
            raise forms.ValidationError(refused)
        return self.taken

    def _upload(self, one: UploadedFile[bytes]) -> Upload:
        if len(self.draft.files) + len(self.taken) >= settings.ATTACHMENTS_PER_APPEAL:
            raise FileRefusedError("too_many")
        if (one.size or 0) > settings.ATTACHMENT_BYTES:
            raise FileRefusedError("too_large")
        found = Upload(one.name or "file", one.read())
        files.check((found,))
        return found


def file_words(code: str, name: str) -> str:
    """Why a file is not taken, and what to do."""
    words = {
        "too_large": gettext(
            "The file “%(name)s” is larger than %(size)s MB: make it smaller or bring it on paper"
        ),
        "too_many": gettext("The file “%(name)s” was not taken: at most %(count)s files can be attached"),
        "empty": gettext("The file “%(name)s” is empty: choose another one"),
        "kind": gettext(
            "The file “%(name)s” is not PDF, JPG, PNG or DOCX, whatever its name says: choose another one"
        ),
    }
    facts = {
        "name": name,
        "size": settings.ATTACHMENT_BYTES // MEGABYTE,
        "count": settings.ATTACHMENTS_PER_APPEAL,
    }
    return words[code] % facts
