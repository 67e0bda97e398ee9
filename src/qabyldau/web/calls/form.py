"""What a caller is asked: eight short questions, the same on the device, on paper and at registration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.calls import queries as calls
from qabyldau.people import queries as people
from qabyldau.people.kinds import ApplicantKind
from qabyldau.regulation.norms.intake import Channel
from qabyldau.web.labels import TOPICS
from qabyldau.web.public.request.forms import DayInput, LineInput, languages
from qabyldau.web.staff.page import language
from qabyldau.web.staff.register.form import Desk, RegisterForm

if TYPE_CHECKING:
    from qabyldau.people.models import Office

KINDS = (
    (ApplicantKind.CITIZEN, pgettext_lazy("caller", "A person")),
    (ApplicantKind.COMPANY, pgettext_lazy("caller", "A company")),
)
DICTATED = "iin_as_dictated"
# A field of registration, and the question of ours under which its fault is shown.
ASKED_AS = {"iin": "number", "bin": "number", "number_as_is": "as_is"}


class CallForm(forms.Form):
    """Checked where it is registered; here it only asks."""

    use_required_attribute = False
    kind = forms.ChoiceField(
        label=_("Who calls"),
        choices=KINDS,
        initial=ApplicantKind.CITIZEN,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )
    number = forms.CharField(
        label=_("IIN or BIN"),
        help_text=_("12 digits. Empty if the caller gave none: the request is taken all the same."),
        max_length=40,
        required=False,
        widget=LineInput("twelve", inputmode="numeric", autocomplete="off"),
    )
    as_is = forms.BooleanField(
        label=_("The check digit is wrong, but the caller insists on this number"), required=False
    )
    name = forms.CharField(
        label=_("Surname, first name, patronymic (if any), or the name of the company"),
        max_length=200,
        widget=LineInput(autocomplete="off"),
    )
    phone = forms.CharField(
        label=_("Phone of the caller"),
        max_length=40,
        widget=LineInput("twenty", kind="tel", autocomplete="off"),
    )
    topic = forms.ChoiceField(label=_("Topic"), choices=[("", "—"), *TOPICS.items()])
    official_id = forms.ChoiceField(label=_("Whom they wish to see"), required=False)
    substance = forms.CharField(
        label=_("Substance of the request"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    language = forms.ChoiceField(
        label=_("Language of the answer"),
        choices=languages,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )

    def __init__(self, office: Office, day: date, data: QueryDict | None = None) -> None:
        self.office = office
        super().__init__(data, initial={"language": language()})
        named = [
            (str(one.pk), f"{one.name[language()]} — {one.position[language()]}")
            for one in people.officials(office.pk, day)
        ]
        self.fields["official_id"].choices = [("", gettext("Nobody named")), *named]  # type: ignore[attr-defined]


class PaperForm(CallForm):
    """A form that was filled in by hand: its number, and the moment written on it."""

    temporary = forms.CharField(
        label=_("Number of the form"),
        help_text=_("As printed on it, for example T-00017"),
        max_length=20,
        widget=LineInput("twelve", autocomplete="off"),
        error_messages={"required": _("Enter the number printed on the form")},
    )
    received_on = forms.DateField(
        label=_("Day of the call"),
        widget=DayInput,
        error_messages={
            "required": _("Name the day of the call"),
            "invalid": _("The day should look like 31.12.2026"),
        },
    )
    received_time = forms.TimeField(
        label=_("Time of the call"),
        widget=forms.TimeInput(attrs={"type": "time", "data-size": "twelve"}, format="%H:%M"),
        error_messages={
            "required": _("Name the time of the call"),
            "invalid": _("The time should look like 14:05"),
        },
    )
    field_order = ("temporary", "received_on", "received_time")

    def clean_temporary(self) -> int:
        found = calls.read(self.cleaned_data["temporary"])
        if found is None or calls.block_of(self.office.pk, found) is None:
            raise forms.ValidationError(gettext("No form with this number was ever printed"))
        return found

    def received_at(self) -> datetime:
        day: date = self.cleaned_data["received_on"]
        clock: time = self.cleaned_data["received_time"]
        return datetime.combine(day, clock, ZoneInfo(self.office.zone))


@dataclass(frozen=True, slots=True)
class Read:
    """The answers as registration reads them."""

    desk: Desk
    form: RegisterForm

    def faults(self) -> dict[str, list[str]]:
        """By our own questions."""
        found: dict[str, list[str]] = {}
        for name, faults in self.form.errors.items():
            found.setdefault(ASKED_AS.get(name, name), []).extend(map(str, faults))
        return found


def read(office: Office, given: Mapping[str, Any], at: datetime) -> Read:
    """Let registration itself check what was said."""
    kind = ApplicantKind.COMPANY if given.get("kind") == ApplicantKind.COMPANY else ApplicantKind.CITIZEN
    desk = Desk(office, Channel.CALL_CENTRE, kind, at)
    number = "bin" if kind is ApplicantKind.COMPANY else "iin"
    answers = {name: str(given.get(name) or "") for name in desk.fields}
    answers |= {"once": "taken", number: str(given.get("number") or "")}
    if number == "iin" and given.get("as_is"):
        answers["number_as_is"] = DICTATED
    data = QueryDict(mutable=True)
    data.update(answers)
    form = RegisterForm(desk, data)
    form.is_valid()
    return Read(desk, form)
