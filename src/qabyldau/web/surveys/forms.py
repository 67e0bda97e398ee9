"""What is asked: of the department about a round, of an operator about a call, and of people about us."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.words import Language, Words
from qabyldau.surveys.actions import Asked, Wanted
from qabyldau.surveys.kinds import Population, QuestionKind, Tried, Way
from qabyldau.web.public.request.forms import DayInput, LineInput
from qabyldau.web.surveys.words import ANSWERS, KINDS, POPULATIONS, TRIED, WAYS

if TYPE_CHECKING:
    from qabyldau.surveys.models import Question

ROWS = 8
DAY = {"required": _("Name the day"), "invalid": _("The day should look like 31.12.2026")}


class RoundForm(forms.Form):
    """Of whom, about which days, how many."""

    use_required_attribute = False
    population = forms.ChoiceField(
        label=_("Whom to survey"), choices=list(POPULATIONS.items()), initial=Population.DECLINED
    )
    way = forms.ChoiceField(label=_("How to ask"), choices=list(WAYS.items()), initial=Way.CALLS)
    since = forms.DateField(label=_("First day"), widget=DayInput, error_messages=DAY)
    until = forms.DateField(label=_("Last day"), widget=DayInput, error_messages=DAY)
    size = forms.IntegerField(
        label=_("How many people"),
        min_value=1,
        max_value=5000,
        widget=LineInput("twelve", inputmode="numeric"),
        error_messages={"required": _("Enter how many people to ask"), "invalid": _("Enter a whole number")},
    )
    seed = forms.CharField(
        label=_("Seed of the sample"),
        help_text=_("Empty: chance makes one. The same seed over the same people gives the same sample."),
        max_length=32,
        required=False,
        widget=LineInput("twenty", autocomplete="off"),
    )

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        return Wanted(
            Population(given["population"]),
            Way(given["way"]),
            given["since"],
            given["until"],
            given["size"],
            given["seed"],
        )


class QuestionsForm(forms.Form):
    """Up to eight questions; a row left empty is none."""

    use_required_attribute = False

    def __init__(self, known: Sequence[Question], data: QueryDict | None = None) -> None:
        super().__init__(data)
        for place in range(ROWS):
            one = known[place] if place < len(known) else None
            number = place + 1
            self.fields[f"kind_{number}"] = forms.ChoiceField(
                label=gettext("Kind of question %(number)s") % {"number": number},
                choices=list(KINDS.items()),
                initial=one.kind if one else QuestionKind.SCORE,
                required=False,
            )
            for language, words in ((Language.KK, _("in Kazakh")), (Language.RU, _("in Russian"))):
                self.fields[f"text_{language}_{number}"] = forms.CharField(
                    label=gettext("Question %(number)s, %(language)s")
                    % {"number": number, "language": words},
                    initial=one.text[language] if one else "",
                    max_length=300,
                    required=False,
                )

    def rows(self) -> list[list[forms.BoundField]]:
        names = ("text_kk", "text_ru", "kind")
        return [[self[f"{name}_{number}"] for name in names] for number in range(1, ROWS + 1)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number in range(1, ROWS + 1):
            if bool(given.get(f"text_kk_{number}")) != bool(given.get(f"text_ru_{number}")):
                missing = "kk" if given.get(f"text_ru_{number}") else "ru"
                self.add_error(f"text_{missing}_{number}", gettext("A question is asked in both languages"))
        return given

    def asked(self) -> list[Asked]:
        given = self.cleaned_data
        return [
            Asked(
                QuestionKind(given[f"kind_{number}"] or QuestionKind.SCORE),
                Words(kk=given[f"text_kk_{number}"], ru=given[f"text_ru_{number}"]),
            )
            for number in range(1, ROWS + 1)
            if given.get(f"text_kk_{number}")
        ]


class AnswersForm(forms.Form):
    """The questions of a round, in the language of whoever answers. A score is needed, the rest is not."""

    use_required_attribute = False

    def __init__(self, asked: Sequence[Question], language: Language, data: QueryDict | None = None) -> None:
        super().__init__(data)
        for one in asked:
            self.fields[one.field] = _field(one, language)

    def answers(self) -> dict[str, str]:
        return {name: str(value) for name, value in self.cleaned_data.items() if value}


def _field(one: Question, language: Language) -> forms.Field:
    label = one.text[language]
    if one.kind == QuestionKind.TEXT:
        return forms.CharField(
            label=label, max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
        )
    row = forms.RadioSelect(attrs={"data-columns": "row"})
    if one.kind == QuestionKind.YES_NO:
        return forms.ChoiceField(label=label, choices=list(ANSWERS.items()), required=False, widget=row)
    scores = [(str(score), str(score)) for score in range(1, 6)]
    return forms.ChoiceField(
        label=label, choices=scores, widget=row, error_messages={"required": gettext("Choose from 1 to 5")}
    )


class TriedForm(forms.Form):
    """A call without answers; for a later call its day and hour."""

    use_required_attribute = False
    tried = forms.ChoiceField(
        label=_("What came of the call"),
        choices=list(TRIED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what came of the call")},
    )
    call_on = forms.DateField(label=_("Call back on"), widget=DayInput, required=False, error_messages=DAY)
    call_time = forms.TimeField(
        label=_("at"),
        widget=forms.TimeInput(attrs={"type": "time", "data-size": "twelve"}, format="%H:%M"),
        required=False,
        error_messages={"invalid": _("The time should look like 14:05")},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        later = given.get("tried") == Tried.LATER
        if later and not (given.get("call_on") and given.get("call_time")):
            self.add_error("call_on", gettext("Name the day and the hour of the next call"))
        return given

    def call_at(self, zone: str) -> datetime | None:
        given = self.cleaned_data
        if given["tried"] != Tried.LATER:
            return None
        return datetime.combine(given["call_on"], given["call_time"], ZoneInfo(zone))


class SettleForm(forms.Form):
    """What lay behind a low score, and what was done."""

    use_required_attribute = False
    remark = forms.CharField(
        label=_("What was found and done"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what was found and done")},
    )
