"""Step five: how to reach the applicant, and in which language."""

from typing import Any

import phonenumbers
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.outbox.kinds import Channel as Way
from qabyldau.registry.statement import Contact
from qabyldau.web.public.chrome import language
from qabyldau.web.public.request.forms import LineInput, StepForm, languages
from qabyldau.web.public.ways import PreferredField, check_preferred

REGION = "KZ"


class ContactForm(StepForm):
    """A phone, an e-mail or a postal address: one of them is enough."""

    language = forms.ChoiceField(
        label=_("In which language shall we answer and receive you?"),
        choices=languages,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the language of the answer")},
    )
    phone = forms.CharField(
        label=_("Mobile phone"),
        help_text=_("An SMS with the day and hour of the reception comes to this number"),
        max_length=40,
        required=False,
        widget=LineInput("twenty", kind="tel", sometimes=True, inputmode="tel", autocomplete="tel"),
    )
    no_phone = forms.BooleanField(label=_("I have no phone"), required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("The whole letter comes here; may be left empty"),
        required=False,
        widget=forms.EmailInput(attrs={"data-size": "forty", "autocomplete": "email"}),
        error_messages={"invalid": _("The e-mail should look like name@example.kz")},
    )
    address = forms.CharField(
        label=_("Postal address"),
        help_text=_("Needed only if you have neither a phone nor an e-mail: the answer comes on paper"),
        max_length=300,
        required=False,
        widget=LineInput(autocomplete="street-address"),
    )

    preferred = PreferredField()

    def shape(self) -> None:
        self.fields["language"].initial = language()

    def clean_phone(self) -> str:
        typed = str(self.cleaned_data["phone"]).strip()
        return normal_phone(typed) if typed else ""

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("no_phone"):
            answers["phone"] = ""
            self.errors.pop("phone", None)
        elif "phone" in answers and not answers["phone"]:
            self.add_error("phone", gettext("Enter a phone, or tick “I have no phone”"))
        if answers.get("no_phone") and not (answers.get("email") or answers.get("address") or self.errors):
            words = gettext("Without a phone and an e-mail we need a postal address for the answer")
            self.add_error("address", words)
        check_preferred(self, answers)
        return answers


def normal_phone(typed: str) -> str:
    """+77010000000 however it was typed."""
    try:
        found = phonenumbers.parse(typed, REGION)
    except phonenumbers.NumberParseException:
        found = None
    if found is None or not phonenumbers.is_possible_number(found):
        raise forms.ValidationError(gettext("The phone should look like +7 701 000 00 00"))
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def contact(answers: dict[str, Any]) -> Contact:
    preferred = Way(answers["preferred"]) if answers["preferred"] else None
    return Contact(answers["phone"], answers["email"], answers["address"], preferred)
