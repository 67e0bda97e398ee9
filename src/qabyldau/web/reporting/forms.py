"""What a person types about reports."""

from __future__ import annotations

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.reporting.actions import Sent
from qabyldau.reporting.kinds import Way
from qabyldau.web.public.request.forms import DayInput

DAY_ERRORS = {
    "required": _("Name the day"),
    "invalid": _("The day should look like 31.12.2026"),
}
WAYS: dict[str, str | Promise] = {
    Way.SED: _("By the state's exchange of documents"),
    Way.EMAIL: pgettext_lazy("report", "By e-mail"),
    Way.POST: pgettext_lazy("report", "By post"),
    Way.COURIER: pgettext_lazy("report", "By courier"),
}


class SentForm(forms.Form):
    """How the report went to the akim and to the President's Administration."""

    use_required_attribute = False
    on = forms.DateField(label=_("Sent on"), widget=DayInput, error_messages=DAY_ERRORS)
    way = forms.ChoiceField(
        label=_("How it was sent"),
        choices=[("", "—"), *WAYS.items()],
        error_messages={"required": _("Choose how it was sent")},
    )
    number = forms.CharField(label=_("Number there, if it was given"), max_length=60, required=False)

    def __init__(self, today: date, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"on": today})

    def sent(self) -> Sent:
        given = self.cleaned_data
        return Sent(on=given["on"], way=Way(given["way"]), number=given["number"])
