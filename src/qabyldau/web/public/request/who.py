"""Steps one and two: who applies, for whom, and by what they are known."""

import re

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from qabyldau.people.actions import Person
from qabyldau.people.identifiers import Fault, Oddity, Reading, read_bin, read_iin
from qabyldau.people.kinds import ApplicantKind
from qabyldau.registry.statement import Representation
from qabyldau.web.labels import KINDS
from qabyldau.web.public.request.draft import Draft
from qabyldau.web.public.request.forms import DayInput, LineInput, StepForm

SELF, REPRESENTATIVE, GROUP = "self", "representative", "group"
NAME_LENGTH = 200
REPRESENTED = ("representative", "authority", "authority_until")
FIELDS = {
    ApplicantKind.CITIZEN: ("iin", "name"),
    ApplicantKind.COMPANY: ("bin", "company", *REPRESENTED),
    ApplicantKind.FOREIGNER: ("document", "document_number", "name", "born_on"),
    ApplicantKind.STATELESS: ("document", "document_number", "name", "born_on"),
}


class ApplicantForm(StepForm):
    """Who applies."""

    kind = forms.ChoiceField(
        label=_("Who applies?"),
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who applies")},
    )
    behalf = forms.ChoiceField(
        label=_("For whom do you apply?"),
        help_text=_("For a company the next step asks for its representative in any case."),
        choices=[
            (SELF, _("For myself")),
            (REPRESENTATIVE, _("For another person, by power of attorney or by law")),
            (GROUP, _("For a group of people, as one of them")),
        ],
        initial=SELF,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom you apply")},
    )


class PersonForm(StepForm):
    """Name and number; the questions depend on who applies and for whom."""

    iin = forms.CharField(
        label=_("Individual identification number (IIN)"),
        help_text=_("12 digits from the identity card"),
        widget=LineInput("twelve", inputmode="numeric", autocomplete="off"),
        error_messages={"required": _("Enter the IIN")},
    )
    bin = forms.CharField(
        label=_("Business identification number (BIN)"),
        help_text=_("12 digits from the certificate of registration"),
        widget=LineInput("twelve", inputmode="numeric", autocomplete="off"),
        error_messages={"required": _("Enter the BIN")},
    )
    company = forms.CharField(
        label=_("Name of the company"),
        max_length=NAME_LENGTH,
        widget=LineInput(autocomplete="organization"),
        error_messages={"required": _("Enter the name of the company")},
    )
    document = forms.CharField(
        label=_("Identity document"),
        help_text=_("For example: passport of another country, residence permit"),
        max_length=60,
        widget=LineInput("forty"),
        error_messages={"required": _("Name the identity document")},
    )
    document_number = forms.CharField(
        label=_("Number of the document"),
        max_length=40,
        widget=LineInput("twenty", autocomplete="off"),
        error_messages={"required": _("Enter the number of the document")},
    )
    name = forms.CharField(
        label=_("Surname, first name, patronymic (if any)"),
        help_text=_("As in the identity document"),
        max_length=NAME_LENGTH,
        widget=LineInput(autocomplete="name"),
        error_messages={"required": _("Enter the surname and first name")},
    )
    born_on = forms.DateField(label=_("Date of birth"), required=False, widget=DayInput)
    people_count = forms.IntegerField(
        label=_("How many people apply together, you included?"),
        min_value=2,
        max_value=10_000,
        widget=LineInput("twelve", inputmode="numeric"),
        error_messages={
            "required": _("Say how many people apply"),
            "min_value": _("A group is two people or more"),
        },
    )
    representative = forms.CharField(
        label=_("Representative: surname, first name, patronymic (if any)"),
        help_text=_("Who will come to the reception"),
        max_length=NAME_LENGTH,
        error_messages={"required": _("Enter the name of the representative")},
    )
    authority = forms.CharField(
        label=_("Document of the authority"),
        help_text=_("Power of attorney, order of appointment or another document: its number and date"),
        max_length=NAME_LENGTH,
        error_messages={"required": _("Name the document of the authority")},
    )
    authority_until = forms.DateField(
        label=_("The authority is valid until"),
        help_text=_("Leave empty if the document names no last day"),
        required=False,
        widget=DayInput,
    )

    def shape(self) -> None:
        kind = kind_of(self.draft)
        wanted = set(FIELDS[kind])
        behalf = self.draft.one("applicant", "behalf") if kind is not ApplicantKind.COMPANY else SELF
        if behalf == REPRESENTATIVE:
            wanted |= set(REPRESENTED)
        if behalf == GROUP:
            wanted.add("people_count")
        self.fields = {name: field for name, field in self.fields.items() if name in wanted}

    def clean_iin(self) -> str:
        return _checked(read_iin(self.cleaned_data["iin"]), iin_faults())

    def clean_bin(self) -> str:
        return _checked(read_bin(self.cleaned_data["bin"]), bin_faults())

    def clean_name(self) -> str:
        return _name(self.cleaned_data["name"])

    def clean_representative(self) -> str:
        return _name(self.cleaned_data["representative"])

    def oddity(self) -> str:
        """What is unusual about a valid number: worth a second look, never a refusal."""
        found = read_iin(self.cleaned_data.get("iin", "")).oddity
        if found is Oddity.NO_SUCH_DATE:
            return gettext(
                "The first six digits of this IIN are not a date. Check it once more; if it is right, go on."
            )
        return ""


def kind_of(draft: Draft) -> ApplicantKind:
    typed = draft.one("applicant", "kind")
    return ApplicantKind(typed) if typed in ApplicantKind.values else ApplicantKind.CITIZEN


def person(draft: Draft, answers: dict[str, object]) -> Person:
    """The applicant as the register keeps one."""
    kind = kind_of(draft)
    number = answers.get("iin") or answers.get("bin") or answers.get("document_number") or ""
    return Person(
        kind=kind,
        name=str(answers.get("company") or answers.get("name") or ""),
        number=str(number),
        document=str(answers.get("document") or ""),
        born_on=answers.get("born_on"),  # type: ignore[arg-type]  # a date or None, cleaned by the field
    )


def representation(answers: dict[str, object]) -> Representation:
    return Representation(
        name=str(answers.get("representative") or ""),
        authority=str(answers.get("authority") or ""),
        until=answers.get("authority_until"),  # type: ignore[arg-type]  # a date or None, cleaned by the field
    )


def iin_faults() -> dict[Fault, str]:
    return {
        Fault.NOT_DIGITS: gettext("The IIN consists of digits only"),
        Fault.LENGTH: gettext("The IIN has 12 digits"),
        Fault.CHECK_DIGIT: gettext(
            "There is a mistake in the IIN: compare each digit with the identity card"
        ),
    }


def bin_faults() -> dict[Fault, str]:
    return {
        Fault.NOT_DIGITS: gettext("The BIN consists of digits only"),
        Fault.LENGTH: gettext("The BIN has 12 digits"),
        Fault.CHECK_DIGIT: gettext("There is a mistake in the BIN: compare each digit with the certificate"),
    }


def _checked(found: Reading, faults: dict[Fault, str]) -> str:
    if found.fault is Fault.LENGTH:
        raise forms.ValidationError(f"{faults[Fault.LENGTH]} — {_typed_digits(len(found.number))}")
    if found.fault:
        raise forms.ValidationError(faults[found.fault])
    return found.number


def _typed_digits(count: int) -> str:
    words = ngettext("you typed %(count)s digit", "you typed %(count)s digits", count)
    return words % {"count": count}


def _name(typed: str) -> str:
    """At least a surname and a first name; letters of any script."""
    words = typed.split()
    if len(words) < 2 or not all(re.search(r"[^\W\d_]", word) for word in words):  # noqa: PLR2004
        raise forms.ValidationError(gettext("Enter both the surname and the first name, in letters"))
    return " ".join(words)
