"""Forms of the pages of materials."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.materials.actions import Given
from qabyldau.materials.kinds import AnswerKind
from qabyldau.review.actions import Opinion
from qabyldau.review.kinds import Position
from qabyldau.web.consideration.words import POSITIONS
from qabyldau.web.materials.words import KINDS
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.acts.form import text_area
from qabyldau.web.staff.uploads import TakenFiles


class AnswerForm(TakenFiles, forms.Form):
    """What was asked for, or why it cannot be given; with files."""

    use_required_attribute = False
    field_order: tuple[str, ...] = ("kind", "text", "files")
    kind = forms.ChoiceField(
        label=_("Answer"),
        choices=list(KINDS.items()),
        initial=AnswerKind.ANSWER,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
        error_messages={"required": _("Say whether the materials are given")},
    )
    text = forms.CharField(
        label=_("Text"),
        max_length=20_000,
        widget=text_area(8),
        error_messages={"required": _("Write the answer, or why it cannot be given")},
    )

    def given(self) -> Given:
        said = self.cleaned_data
        return Given(said["text"], AnswerKind(said["kind"]), tuple(said["files"]))


class PaperAnswerForm(AnswerForm):
    """An answer that came on paper, typed in by the department."""

    field_order = ("paper", "by_name", "kind", "text", "files")
    paper = forms.CharField(
        label=_("Number and date of the paper"),
        max_length=200,
        error_messages={"required": _("Name the paper it came on")},
    )
    by_name = forms.CharField(
        label=_("Who signed it"), max_length=200, error_messages={"required": _("Name who signed it")}
    )

    def given(self) -> Given:
        said = self.cleaned_data
        kind = AnswerKind(said["kind"])
        return Given(said["text"], kind, tuple(said["files"]), said["paper"], said["by_name"])


class MoreTimeForm(forms.Form):
    """Until which day, and why."""

    use_required_attribute = False
    until = forms.DateField(
        label=_("Until which day"),
        widget=DayInput,
        error_messages={"required": _("Name the day"), "invalid": _("The day should look like 31.12.2026")},
    )
    reason = forms.CharField(
        label=_("Why more time is needed"),
        max_length=2000,
        widget=text_area(3),
        error_messages={"required": _("Write why more time is needed")},
    )

    def wish(self) -> tuple[date, str]:
        return self.cleaned_data["until"], self.cleaned_data["reason"]


class ReasonForm(forms.Form):
    """Why a request is withdrawn."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("Why is it not needed any more?"),
        max_length=2000,
        widget=text_area(3),
        error_messages={"required": _("Write why it is not needed any more")},
    )


class RemarkForm(forms.Form):
    """What is said with a decision on more time; needed when it is not granted."""

    use_required_attribute = False
    remark = forms.CharField(label=_("Remark"), max_length=2000, required=False, widget=text_area(2))


class OpinionForm(forms.Form):
    """What a unit thinks of a note."""

    use_required_attribute = False
    position = forms.ChoiceField(
        label=_("Opinion of the unit"),
        choices=list(POSITIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether the unit agrees")},
    )
    remark = forms.CharField(
        label=_("Remarks, or why not"), required=False, max_length=5000, widget=text_area(5)
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("position") in {Position.REMARKS, Position.DECLINED} and not answers.get("remark"):
            self.add_error("remark", gettext("Write your remarks or the reason"))
        return answers

    def opinion(self) -> Opinion:
        return Opinion(Position(self.cleaned_data["position"]), self.cleaned_data["remark"])
