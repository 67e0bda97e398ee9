"""The order of the steps, and how far a draft has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from qabyldau.web.components import Step
from qabyldau.web.public.request.contact import ContactForm
from qabyldau.web.public.request.forms import Situation, StepForm
from qabyldau.web.public.request.matter import MatterForm
from qabyldau.web.public.request.who import ApplicantForm, PersonForm
from qabyldau.web.public.request.wish import WishForm

CHECK = "check"


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the request: its address, its heading, its questions."""

    name: str
    heading: Promise
    form: type[StepForm]


STOPS = (
    Stop("applicant", _("Who applies"), ApplicantForm),
    Stop("person", _("About the applicant"), PersonForm),
    Stop("matter", _("Your question"), MatterForm),
    Stop("reception", _("The reception"), WishForm),
    Stop("contact", _("How to answer you"), ContactForm),
)
NAMES = [stop.name for stop in STOPS]


@dataclass(frozen=True, slots=True)
class Flow(Situation):
    """A draft on its way: which step is open, which form it shows."""

    def stop(self, name: str) -> Stop:
        return STOPS[NAMES.index(name)]

    def blank(self, name: str) -> StepForm:
        """The form of a step with what was answered before, not judged again."""
        return self.stop(name).form(self, initial=self._initial(name))

    def answered(
        self,
        name: str,
        data: QueryDict | None = None,
        files: MultiValueDict[str, UploadedFile[bytes]] | None = None,
    ) -> StepForm:
        """The form of a step, judged by what was typed now or before."""
        return self.stop(name).form(self, data if data is not None else self.draft.typed(name), files)

    def unfinished(self) -> str:
        """The first step whose answers do not hold; `check` when all do."""
        return next((stop.name for stop in STOPS if not self.answered(stop.name).is_valid()), CHECK)

    def reached(self, name: str) -> bool:
        """Nobody skips a step: the ones before must be answered."""
        before = NAMES[: NAMES.index(name)]
        return all(self.answered(one).is_valid() for one in before)

    def forms(self) -> Iterator[tuple[Stop, StepForm]]:
        """Every step with its cleaned answers; call it when nothing is unfinished."""
        for stop in STOPS:
            form = self.answered(stop.name)
            form.is_valid()
            yield stop, form

    def before(self, name: str) -> str:
        """The step to go back to; empty: the start page."""
        place = len(NAMES) if name == CHECK else NAMES.index(name)
        return NAMES[place - 1] if place else ""

    def place(self, name: str) -> Step:
        number = len(NAMES) + 1 if name == CHECK else NAMES.index(name) + 1
        return Step(number=number, all=len(NAMES) + 1)

    def _initial(self, name: str) -> dict[str, str]:
        typed = self.draft.answers.get(name, {})
        return {field: values[-1] for field, values in typed.items() if values}
