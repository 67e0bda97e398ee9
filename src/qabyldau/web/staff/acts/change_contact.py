"""Correct how the applicant is reached: a wrong number, another way, another language."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.outbox.kinds import Channel
from qabyldau.web.public.request.contact import normal_phone
from qabyldau.web.public.request.forms import LineInput, languages
from qabyldau.web.public.ways import PreferredField, check_preferred
from qabyldau.web.staff.acts.form import ActForm


class ChangeContactForm(ActForm):
    """Everything as it shall stand from now on; letters that are on their way go where they were sent."""

    phone = forms.CharField(
        label=_("Phone"),
        max_length=40,
        required=False,
        widget=LineInput("twenty", kind="tel", autocomplete="off"),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"data-size": "forty", "autocomplete": "off"}),
        error_messages={"invalid": _("The e-mail should look like name@example.kz")},
    )
    address = forms.CharField(
        label=_("Postal address"), max_length=300, required=False, widget=LineInput(autocomplete="off")
    )
    preferred = PreferredField()
    language = forms.ChoiceField(
        label=_("Language of the answer"),
        choices=languages,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )

    def start(self) -> dict[str, object]:
        appeal = self.case.appeal
        return {
            "phone": appeal.phone,
            "email": appeal.email,
            "address": appeal.address,
            "preferred": appeal.preferred,
            "language": appeal.language,
        }

    def clean_phone(self) -> str:
        typed = str(self.cleaned_data["phone"]).strip()
        return normal_phone(typed) if typed else ""

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        check_preferred(self, answers)
        if not any(answers.get(name) for name in ("phone", "email", "address", "preferred")):
            self.add_error("address", gettext("Leave at least one way to reach the applicant"))
        return answers

    def given(self) -> dict[str, object]:
        answers = super().given()
        return {**answers, "preferred": Channel(str(answers["preferred"])) if answers["preferred"] else None}
