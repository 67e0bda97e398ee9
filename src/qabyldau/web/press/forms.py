"""What the press officer types."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from qabyldau.press.actions import Wording
from qabyldau.regulation.words import Words
from qabyldau.web.participation.forms import DAY_ERRORS
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.acts.form import text_area

if TYPE_CHECKING:
    from qabyldau.press.models import Item

WRITE = {"required": _("Fill this in")}


class WordForm(forms.Form):
    """Title and text in both languages; who can be recognised in the pictures."""

    use_required_attribute = False
    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=200, error_messages=WRITE)
    text_kk = forms.CharField(
        label=_("Text in Kazakh"), max_length=5000, widget=text_area(9), error_messages=WRITE
    )
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=200, error_messages=WRITE)
    text_ru = forms.CharField(
        label=_("Text in Russian"), max_length=5000, widget=text_area(9), error_messages=WRITE
    )
    people_shown = forms.IntegerField(
        label=_("How many people can be recognised in the pictures"),
        help_text=_("Without the officials. Each of them must have agreed: the consents stand beside."),
        min_value=0,
        max_value=200,
        widget=forms.NumberInput(attrs={"data-size": "twelve"}),
        error_messages=WRITE,
    )

    def __init__(self, row: Item, data: QueryDict | None = None) -> None:
        names = ("title_kk", "title_ru", "text_kk", "text_ru", "people_shown")
        super().__init__(data, initial={name: getattr(row, name) for name in names})

    def wording(self) -> Wording:
        given = self.cleaned_data
        title = Words(kk=given["title_kk"], ru=given["title_ru"])
        return Wording(title, Words(kk=given["text_kk"], ru=given["text_ru"]), given["people_shown"])


class ConsentForm(forms.Form):
    """Who agreed to be shown, how and when."""

    use_required_attribute = False
    name = forms.CharField(
        label=_("Who agreed to be shown"),
        help_text=_("Kept sealed, never published."),
        max_length=200,
        error_messages=WRITE,
    )
    how = forms.CharField(
        label=_("How: a signed paper, or said to whom"), max_length=200, error_messages=WRITE
    )
    given_on = forms.DateField(label=_("When"), widget=DayInput, error_messages=DAY_ERRORS)

    def __init__(self, today: date, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"given_on": today})


class TakeDownForm(forms.Form):
    """Who asks, and why."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("Who asks to take it down, and why"),
        max_length=500,
        widget=text_area(3),
        error_messages=WRITE,
    )
