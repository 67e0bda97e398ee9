"""Refuse the reception: a ground that the findings bear out, and reasons the applicant can read."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.norms.refusal import grounds
from qabyldau.review import queries as review
from qabyldau.web.staff.acts.form import ActForm, text_area
from qabyldau.web.staff.words import GROUNDS


class RefuseForm(ActForm):
    """The ground that the note proposed stands chosen."""

    ground = forms.ChoiceField(
        label=_("Ground"),
        help_text=_("Only grounds that the findings bear out can be chosen."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the ground of the refusal")},
    )
    motive = forms.CharField(
        label=_("Reasons"),
        help_text=_("They stand in the letter word for word, in the language of the applicant."),
        max_length=5000,
        widget=text_area(7),
        error_messages={"required": _("Write the reasons of the refusal")},
    )

    def start(self) -> dict[str, object]:
        note = review.latest_note(self.case.appeal)
        return {"ground": note.ground} if note else {}

    def shape(self) -> None:
        law = self.case.appeal.edition
        found = list(grounds(self.case.found, law))
        said = self.case.language
        rows = [
            (one.code, f"{GROUNDS.get(one.code, one.code)} ({law.cite(type(one)).short[said]})")
            for one in found
        ]
        self.offer("ground", rows)  # type: ignore[arg-type]  # words are choices
        if not found:
            self.fields["ground"].help_text = gettext("The findings bear out no ground.")
