"""Decide to receive: the day, with its official, and how."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.review import queries as review
from qabyldau.web.labels import MODES
from qabyldau.web.staff.acts.chosen import coming_days, day_choices
from qabyldau.web.staff.acts.form import ActForm
from qabyldau.web.staff.words import choices


class ApproveForm(ActForm):
    """The note's proposal stands chosen; the head may choose otherwise."""

    day_id = forms.ChoiceField(
        label=_("Day of reception"),
        help_text=_("Published days of officials who have the authority to receive."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the day of reception")},
    )
    mode = forms.ChoiceField(
        label=_("How the person is received"),
        choices=choices(MODES),  # type: ignore[arg-type]  # labels of another module, the same kind
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
        error_messages={"required": _("Choose how the person is received")},
    )

    def start(self) -> dict[str, object]:
        note = review.latest_note(self.case.appeal)
        return {"day_id": note.day_id if note else None, "mode": self.case.appeal.wished_mode}

    def shape(self) -> None:
        days = coming_days(self.case, only_published=True)
        self.offer("day_id", day_choices(days))
        if not days:
            self.fields["day_id"].help_text = gettext("There is no published day: plan one first.")
