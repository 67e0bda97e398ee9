"""What is typed into the minutes: an answer, an instruction, an addendum."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.control.actions import Order
from qabyldau.web.minutes import words
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.acts.form import SOMETIMES, text_area
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Instruction

LONGEST = 4000


def _day() -> DayInput:
    """Empty means something here: it is not called optional."""
    found = DayInput()
    found.attrs["data-sometimes"] = "yes"
    return found


class MinutesForm(forms.Form):
    """The key of the request goes with every form: sent twice, done once."""

    use_required_attribute = False
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, data: QueryDict | None = None, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, initial={**(initial or {}), "once": str(uuid.uuid4())})


class AnswerForm(MinutesForm):
    """What the official said to the person on the spot."""

    text = forms.CharField(
        label=_("What was answered"),
        help_text=_("In one to three sentences, as the applicant would retell it."),
        max_length=LONGEST,
        widget=text_area(5),
        error_messages={"required": words.EMPTY},
    )


class OrderForm(MinutesForm):
    """An instruction. Executor and day may wait until the minutes are signed, no longer."""

    text = forms.CharField(
        label=_("What is to be done"),
        help_text=_("One step, one result: what will be there, where, how much."),
        max_length=LONGEST,
        widget=text_area(4),
        error_messages={"required": words.NO_TEXT},
    )
    executor_id = forms.ChoiceField(
        label=_("Executor"),
        help_text=_("Answers for the whole instruction."),
        required=False,
        widget=forms.Select(attrs=SOMETIMES),
    )
    co_executor_ids = forms.MultipleChoiceField(
        label=_("Co-executors"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"data-columns": "two"}),
    )
    due_on = forms.DateField(
        label=_("By which day"), required=False, widget=_day(), error_messages={"invalid": words.DAY_WRONG}
    )

    def __init__(
        self, there: Iterable[Body], data: QueryDict | None = None, row: Instruction | None = None
    ) -> None:
        super().__init__(data, _known(row) if row else None)
        named = [(str(one.pk), one.name[language()]) for one in there]
        self.fields["executor_id"].choices = [("", str(words.NOBODY)), *named]  # type: ignore[attr-defined]  # a choice
        self.fields["co_executor_ids"].choices = named  # type: ignore[attr-defined]  # a choice

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("executor_id") and cleaned["executor_id"] in self.cleaned_data.get(
            "co_executor_ids", []
        ):
            self.add_error("co_executor_ids", gettext("The executor is also among the co-executors"))
        return cleaned

    def order(self) -> Order:
        given = self.cleaned_data
        lead = given["executor_id"]
        return Order(
            text=given["text"],
            executor_id=int(lead) if lead else None,
            co_executor_ids=tuple(int(one) for one in given["co_executor_ids"]),
            due_on=given["due_on"],
        )


def _known(row: Instruction) -> dict[str, object]:
    """What was dictated before."""
    parts = list(row.executors.all())
    return {
        "text": row.text,
        "executor_id": next((str(part.body_id) for part in parts if part.lead), ""),
        "co_executor_ids": [str(part.body_id) for part in parts if not part.lead],
        "due_on": row.due_on,
    }


class AddendumForm(MinutesForm):
    """A correction beside the signed text."""

    text = forms.CharField(
        label=_("What is corrected"),
        help_text=_("Name the place in the minutes, and how it should be read."),
        max_length=LONGEST,
        widget=text_area(5),
        error_messages={"required": words.EMPTY_ADDENDUM},
    )
