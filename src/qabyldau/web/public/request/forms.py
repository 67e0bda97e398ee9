"""What every step of the request has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from qabyldau.regulation.edition import Edition
from qabyldau.regulation.words import Language
from qabyldau.web.public.request.draft import Draft

if TYPE_CHECKING:
    from qabyldau.people.models import Office


@dataclass(frozen=True, slots=True)
class Situation:
    """What a step is asked in: the answers so far, the office, the law of the day."""

    draft: Draft
    office: Office
    law: Edition


class StepForm(forms.Form):
    """One step. Browsers check nothing: our words stand at the field and in the summary."""

    use_required_attribute = False

    def __init__(
        self,
        situation: Situation,
        data: QueryDict | None = None,
        files: MultiValueDict[str, UploadedFile[bytes]] | None = None,
        initial: dict[str, str] | None = None,
    ) -> None:
        super().__init__(data, files, initial=initial)
        self.draft, self.office, self.law = situation.draft, situation.office, situation.law
        self.shape()

    def shape(self) -> None:
        """Leave only the questions that this draft needs."""


def languages() -> list[tuple[str, str]]:
    """The names of the languages are said in themselves."""
    return [(Language.KK.value, "Қазақша"), (Language.RU.value, "Русский")]


class LineInput(forms.TextInput):
    """A line whose width says how much is expected; `sometimes`: needed only after some other answers."""

    def __init__(
        self, size: str = "", *, kind: str = "text", sometimes: bool = False, **attributes: str
    ) -> None:
        self.input_type = kind
        marks = {"data-size": size} if size else {}
        super().__init__(attrs={**attributes, **marks, **({"data-sometimes": "1"} if sometimes else {})})


class DayInput(forms.DateInput):
    """A day, picked or typed; the browser shows it in its own order."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"data-size": "twenty"})
