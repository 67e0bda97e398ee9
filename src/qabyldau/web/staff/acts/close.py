"""Send the final answer: its text, what came of the matter, and who signed it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qabyldau.control import recusal
from qabyldau.people import queries as people
from qabyldau.web.staff.acts.chosen import named
from qabyldau.web.staff.acts.form import ActForm, text_area
from qabyldau.web.staff.words import CHARACTERS, choices


class CloseForm(ActForm):
    """The text goes to the applicant word for word."""

    text = forms.CharField(
        label=_("The answer"),
        help_text=_("In the language of the applicant; what was found, what was done, on what ground."),
        max_length=20000,
        required=False,
        widget=text_area(10),
    )
    character = forms.ChoiceField(
        label=_("What came of the matter"),
        choices=choices(CHARACTERS),
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
        error_messages={"required": _("Say what came of the matter")},
    )
    signed_by_id = forms.ChoiceField(
        label=_("Who signed the answer"), error_messages={"required": _("Name who signed the answer")}
    )

    def start(self) -> dict[str, object]:
        return {"signed_by_id": self.case.appeal.official_id}

    def shape(self) -> None:
        case = self.case
        there = people.officials(case.appeal.office_id, case.today)
        free = recusal.free_officials(case.appeal, there)
        self.offer("signed_by_id", [(str(one.pk), named(one)) for one in free])
