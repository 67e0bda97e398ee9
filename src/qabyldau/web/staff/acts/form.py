"""What every act's form has in common: the version seen, the key of the request, the case it is about."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict

from qabyldau.people.actor import Actor
from qabyldau.regulation.norms.refusal import Assessment
from qabyldau.regulation.words import Language
from qabyldau.review import queries as review
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

UNSAID = "unsaid"
SAID = {"yes": True, "no": False, UNSAID: None}


@dataclass(frozen=True, slots=True)
class Case:
    """The appeal, who acts on it, and when."""

    appeal: Appeal
    actor: Actor
    at: datetime

    @property
    def today(self) -> date:
        return self.at.astimezone(ZoneInfo(self.appeal.office.zone)).date()

    @property
    def language(self) -> Language:
        return language()

    @property
    def found(self) -> Assessment:
        return review.assessment(self.appeal)


class ActForm(forms.Form):
    """Browsers check nothing: our words stand at the field and in the summary."""

    use_required_attribute = False
    version = forms.IntegerField(widget=forms.HiddenInput)
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, case: Case, data: QueryDict | None = None) -> None:
        self.case = case
        own = {"version": case.appeal.version, "once": str(uuid.uuid4())}
        super().__init__(data, initial={**self.start(), **own})
        self.shape()

    def start(self) -> dict[str, object]:
        """What is already known stands in the fields."""
        return {}

    def shape(self) -> None:
        """Offer what this case leaves to choose from."""

    def evidence(self) -> dict[str, object]:
        """What the page shows beside the form to help decide."""
        return {}

    def given(self) -> dict[str, object]:
        """The answers as the act takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"version", "once"}}

    def offer(self, name: str, choices: list[tuple[str, object]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


# Asked for only when another answer makes it necessary: not called optional.
SOMETIMES = {"data-sometimes": "yes"}


def text_area(rows: int = 5) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})
