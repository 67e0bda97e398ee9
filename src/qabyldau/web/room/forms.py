"""What is typed or dictated in the room: an answer, an instruction with its executor and day, a referral."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from qabyldau.bodies import queries as bodies
from qabyldau.control.actions import Order
from qabyldau.web.staff.acts.form import SOMETIMES, text_area
from qabyldau.web.staff.page import language
from qabyldau.web.templatetags.words import in_words, weekday
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Instruction

QUICK = (3, 5, 10, 20)
LONGEST = 5000
DAY_INPUT = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", **SOMETIMES})


class RoomForm(forms.Form):
    """Browsers check nothing; the key of the request lets it be sent again without being done again."""

    use_required_attribute = False
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, data: QueryDict | None = None, *, prefix: str, start: dict[str, object]) -> None:
        own = {"once": str(uuid.uuid4()), **start}
        super().__init__(data, initial=own, auto_id=f"{prefix}-%s")


class AnswerForm(RoomForm):
    """`seen`: the version of the answer that stood on the page."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = forms.CharField(
        label=_("Answer given on the spot"),
        max_length=LONGEST,
        widget=text_area(4),
        error_messages={"required": _("Write what was answered.")},
    )


@dataclass(frozen=True, slots=True)
class Offered:
    """Who may be ordered, and quick days counted from the day of the reception."""

    there: tuple[Body, ...]
    today: date

    @property
    def named(self) -> list[tuple[str, str]]:
        return [(str(one.pk), one.name[language()]) for one in self.there]

    @property
    def days(self) -> list[tuple[str, str]]:
        calendar = worktime.calendar()
        soon = [(calendar.shift(self.today, count), count) for count in QUICK]
        return [(day.isoformat(), _quick(day, count)) for day, count in soon]


def _quick(day: date, count: int) -> str:
    words = ngettext("in %(count)s working day", "in %(count)s working days", count) % {"count": count}
    return f"{in_words(day)}, {weekday(day)} · {words}"


def offered(office_id: int, today: date) -> Offered:
    return Offered(tuple(bodies.active(office_id, today)), today)


class InstructionForm(RoomForm):
    """Executor and day may wait until the minutes are signed; the page says so."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("What is to be done"),
        help_text=_("One deed whose end can be seen: what exactly, where, with what result."),
        max_length=LONGEST,
        widget=text_area(3),
        error_messages={"required": _("Write what is to be done.")},
    )
    executor = forms.ChoiceField(label=_("Executor"), required=False)
    quick = forms.ChoiceField(label=_("By what day"), required=False, widget=forms.RadioSelect)
    due_on = forms.DateField(label=_("Another day"), required=False, widget=DAY_INPUT)
    others = forms.MultipleChoiceField(
        label=_("Co-executors"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        choice: Offered,
        data: QueryDict | None = None,
        row: Instruction | None = None,
        prefix: str = "new",
    ) -> None:
        super().__init__(data, prefix=prefix, start=_standing(row) if row else {})
        nobody = [("", gettext("not chosen yet"))]
        for name, offers in (
            ("executor", nobody + choice.named),
            ("others", choice.named),
            ("quick", [*choice.days, ("", gettext("another day, or not said yet"))]),
        ):
            field = self.fields[name]
            if hasattr(field, "choices"):
                field.choices = offers
        self.fields["due_on"].help_text = gettext("A day of the working calendar, today or later.")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("quick") and not self.errors:
            said["due_on"] = date.fromisoformat(said["quick"])
        return said

    def order(self) -> Order:
        said = self.cleaned_data
        lead = int(said["executor"]) if said["executor"] else None
        others = tuple(int(one) for one in said["others"] if int(one) != lead)
        return Order(said["text"], lead, others, said["due_on"])


def _standing(row: Instruction) -> dict[str, object]:
    parts = list(row.executors.all())
    return {
        "version": row.version,
        "text": row.text,
        "executor": next((str(part.body_id) for part in parts if part.lead), ""),
        "others": [str(part.body_id) for part in parts if not part.lead],
        "due_on": row.due_on,
    }
