"""Forms of the pages of control."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.control.actions import Given
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.acts.form import text_area
from qabyldau.web.staff.uploads import TakenFiles

DAY_ERRORS = {"required": _("Name the day"), "invalid": _("The day should look like 31.12.2026")}


class _Form(forms.Form):
    """Browsers check nothing: our words stand at the field and in the summary."""

    use_required_attribute = False


class ReplyForm(TakenFiles, _Form):
    """An answer with its files."""

    field_order: tuple[str, ...] = ("text", "files")
    text = forms.CharField(
        label=_("What is done, when and by whom"),
        help_text=_("Name the action, its day and its proof; an answer without action is sent back"),
        max_length=20_000,
        widget=text_area(7),
        error_messages={"required": _("Write what is done")},
    )

    def given(self) -> Given:
        said = self.cleaned_data
        return Given(said["text"], tuple(said["files"]), said.get("paper", ""))


class PaperReplyForm(ReplyForm):
    """An answer that came on paper, typed in by the department."""

    field_order = ("paper", "text", "files")
    paper = forms.CharField(
        label=_("Number and date of the paper"),
        max_length=150,
        error_messages={"required": _("Name the paper it came on")},
    )


class WishForm(_Form):
    """Another day, and why."""

    until = forms.DateField(label=_("By which day"), widget=DayInput, error_messages=DAY_ERRORS)
    reason = forms.CharField(
        label=_("Why another day is needed"),
        max_length=2000,
        widget=text_area(3),
        error_messages={"required": _("Write why another day is needed")},
    )


class TaskForm(_Form):
    """A part of the instruction for a co-executor."""

    text = forms.CharField(
        label=_("What the co-executor does"),
        max_length=2000,
        widget=text_area(3),
        error_messages={"required": _("Write what the co-executor does")},
    )
    due_on = forms.DateField(label=_("By which day"), widget=DayInput, error_messages=DAY_ERRORS)


class RemarkForm(_Form):
    """What is said with a decision; needed where something is sent back or not given."""

    remark = forms.CharField(
        label=pgettext_lazy("control", "Remark"), max_length=2000, required=False, widget=text_area(3)
    )


class PersonForm(_Form):
    """Who of the body does it: only those are offered who may."""

    person_id = forms.TypedChoiceField(
        label=_("Who does it"),
        coerce=int,
        error_messages={"required": _("Choose who does it"), "invalid_choice": _("Choose who does it")},
    )

    def __init__(self, people: list[tuple[str, str]], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # posted data or nothing
        self.fields["person_id"].choices = people  # type: ignore[attr-defined]  # a field with choices
