"""The boxes of a text, and each finding at its box with its place."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.papers.checking import LONGEST, Parts, Problem
from qabyldau.papers.templates import is_notice
from qabyldau.web.staff.acts.form import text_area

WORDS: Mapping[str, Promise] = {
    "wording_empty": _("Write the text"),
    "wording_too_long": _("The text is too long"),
    "wording_control": _("A sign that is not text"),
    "wording_unknown_field": _("There is no such field: %(what)s"),
    "wording_brace": _("A brace that is no field: %(what)s"),
    "wording_lacks_field": _("The law asks for what this field says, so it must stand in the text: %(what)s"),
    "wording_sms_long": _("The short message does not fit into two messages"),
}
BOXES = ("subject", "text", "sms", "sms_also")


class TextForm(forms.Form):
    """`sms` boxes only where the text is a letter to an applicant."""

    use_required_attribute = False
    subject = forms.CharField(label=_("Subject"), max_length=300, strip=False)
    text = forms.CharField(
        label=_("Text"),
        help_text=_(
            "Paragraphs are parted by an empty line. [field] keeps a paragraph only where it is filled."
        ),
        max_length=LONGEST,
        widget=text_area(22),
        strip=False,
    )
    sms = forms.CharField(
        label=_("Short message"),
        max_length=300,
        widget=text_area(2),
        error_messages={"required": _("Write the text")},
    )
    sms_also = forms.CharField(
        label=_("Added where it still fits"), max_length=300, required=False, widget=text_area(1)
    )

    def __init__(self, name: str, start: Parts, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={box: getattr(start, box) for box in BOXES})
        if not is_notice(name):
            del self.fields["sms"], self.fields["sms_also"]

    def parts(self) -> Parts:
        return Parts(**{box: self.cleaned_data.get(box, "") for box in BOXES})

    def show(self, problems: list[Problem]) -> None:
        for problem in problems:
            box = problem.box if problem.box in self.fields else "text"
            self.add_error(box, _words(problem))


def _words(problem: Problem) -> str:
    words = str(WORDS[problem.code]) % {"what": problem.what}
    if not problem.line:
        return words
    place = gettext("line %(line)s, sign %(column)s") % {"line": problem.line, "column": problem.column}
    return f"{words} ({place})"
