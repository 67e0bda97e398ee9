"""The number of the applicant: ИИН, БИН or another document; what is odd warns, what is wrong is refused."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.people.identifiers import Fault, Oddity, Reading, read_bin, read_iin
from qabyldau.web.public.request.forms import LineInput
from qabyldau.web.public.request.who import bin_faults, iin_faults
from qabyldau.web.staff.words import UNCHECKED, choices


class NumberFields(forms.Form):
    """A part of the form of registration."""

    iin = forms.CharField(
        label=_("IIN"),
        help_text=_("12 digits. Empty if the applicant gave none: the appeal is registered all the same."),
        max_length=40,
        required=False,
        widget=LineInput("twelve", inputmode="numeric", autocomplete="off"),
    )
    number_as_is = forms.ChoiceField(
        label=_("The check digit is wrong, but"),
        help_text=_("Only if the number was refused and you have compared it; it will not count as an IIN."),
        choices=[("", "—"), *choices(UNCHECKED)],
        required=False,
        widget=forms.Select(attrs={"data-sometimes": "yes"}),
    )
    bin = forms.CharField(
        label=_("BIN"),
        help_text=_("12 digits. Leave empty if the company gave none."),
        max_length=40,
        required=False,
        widget=LineInput("twelve", inputmode="numeric", autocomplete="off"),
    )
    document = forms.CharField(
        label=_("Identity document"),
        help_text=_("For example: passport of another country, residence permit"),
        max_length=60,
        widget=LineInput("forty", autocomplete="off"),
        error_messages={"required": _("Name the identity document")},
    )
    document_number = forms.CharField(
        label=_("Number of the document"),
        max_length=40,
        widget=LineInput("twenty", autocomplete="off"),
        error_messages={"required": _("Enter the number of the document")},
    )

    def without_a_doubt(self) -> bool:
        """Whether the check digit holds, or no number was typed: then nothing needs to be explained."""
        return read_iin(self.data.get("iin", "")).fault is not Fault.CHECK_DIGIT

    def clean_iin(self) -> str:
        found = read_iin(self.cleaned_data["iin"])
        if not found.number:
            return ""
        compared = self.data.get("number_as_is") in UNCHECKED
        if found.fault is Fault.CHECK_DIGIT and compared:
            return found.number
        return _checked(found, iin_faults())

    def clean_bin(self) -> str:
        found = read_bin(self.cleaned_data["bin"])
        return _checked(found, bin_faults()) if found.number else ""

    def identity(self) -> tuple[str, str]:
        """The number, and the kind of document where it is no ИИН or БИН."""
        given: dict[str, Any] = self.cleaned_data
        number = given.get("iin") or given.get("bin") or given.get("document_number") or ""
        unchecked = bool(given.get("iin")) and not read_iin(given["iin"]).valid
        return number, given.get("document") or (given.get("number_as_is", "") if unchecked else "")

    def oddity(self) -> str:
        """What is unusual about a valid number: worth a second look, never a refusal."""
        typed = self.cleaned_data.get("iin", "")
        if typed and read_iin(typed).oddity is Oddity.NO_SUCH_DATE:
            return gettext("The first six digits of the IIN are not a date: compare it with the document.")
        return ""


def _checked(found: Reading, faults: dict[Fault, str]) -> str:
    if found.fault:
        raise forms.ValidationError(faults[found.fault])
    return found.number
