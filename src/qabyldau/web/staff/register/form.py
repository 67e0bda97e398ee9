"""What registration asks, field by field; a channel takes only those it needs."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.outbox.kinds import Channel as Way
from qabyldau.people import queries as people
from qabyldau.people.kinds import ApplicantKind
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.web.labels import MODES, TOPICS
from qabyldau.web.public.request.contact import normal_phone
from qabyldau.web.public.request.forms import DayInput, LineInput, languages
from qabyldau.web.public.ways import PREFERRED, PreferredField, check_preferred
from qabyldau.web.staff.page import language
from qabyldau.web.staff.register.number import NumberFields
from qabyldau.web.staff.uploads import TakenFiles
from qabyldau.web.staff.words import choices

if TYPE_CHECKING:
    from qabyldau.people.models import Office

REPRESENTED = ("representative", "authority", "authority_until")
AHEAD = ("standing", "standing_proof")
PERSON = {
    ApplicantKind.CITIZEN: ("iin", "number_as_is", "name"),
    ApplicantKind.COMPANY: ("bin", "name", *REPRESENTED),
    ApplicantKind.FOREIGNER: ("document", "document_number", "name"),
    ApplicantKind.STATELESS: ("document", "document_number", "name"),
}
MATTER = ("topic", "official_id", "substance", "language")
# Beside the fields of the person; a call is short by itself.
PAPER = (
    "phone",
    "email",
    "address",
    "preferred",
    *MATTER,
    "mode",
    *REPRESENTED,
    "people_count",
    *AHEAD,
    "files",
)
CHANNELS = {
    Channel.HAND_DELIVERED: PAPER,
    Channel.ORAL: PAPER,
    Channel.POST: ("received_on", *PAPER),
    Channel.CALL_CENTRE: ("phone", "preferred", *MATTER),
}
PAIRS = {
    ("document", "document_number"),
    ("phone", "email"),
    ("language", "mode"),
    ("topic", "official_id"),
}
# Rarely needed: folded away until somebody needs them.
RARE = ("preferred", *REPRESENTED, "people_count", *AHEAD)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where and how the appeal came, and who applies; `visit`: at whose reception it is handed in."""

    office: Office
    channel: Channel
    kind: ApplicantKind
    at: datetime
    visit: int | None = None

    @property
    def local(self) -> datetime:
        return self.at.astimezone(ZoneInfo(self.office.zone))

    @property
    def today(self) -> date:
        return self.local.date()

    @property
    def fields(self) -> list[str]:
        """The questions of this page, in their order."""
        person, rest = PERSON[self.kind], CHANNELS[self.channel]
        return [*person, *(name for name in rest if name not in person)]

    @property
    def rare(self) -> list[str]:
        """Those folded away; the representative of a company is an ordinary question."""
        return [name for name in self.fields if name in RARE and name not in PERSON[self.kind]]


class RegisterForm(NumberFields, TakenFiles, forms.Form):
    """Browsers check nothing: our words stand at the field and in the summary."""

    use_required_attribute = False
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    name = forms.CharField(
        label=_("Surname, first name, patronymic (if any)"),
        max_length=200,
        widget=LineInput(autocomplete="off"),
        error_messages={"required": _("Enter who applies")},
    )
    received_on = forms.DateField(
        label=_("When the letter came"),
        help_text=_("The day it reached the office; leave today if it came today."),
        widget=DayInput,
        error_messages={
            "required": _("Name the day on which the letter came"),
            "invalid": _("The day should look like 31.12.2026"),
        },
    )
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
        label=_("Postal address"),
        help_text=_("Letters go on paper when there is neither a phone nor an e-mail."),
        max_length=300,
        required=False,
        widget=LineInput(autocomplete="off"),
    )
    preferred = PreferredField()
    topic = forms.ChoiceField(
        label=_("Topic"),
        choices=[("", "—"), *TOPICS.items()],
        error_messages={"required": _("Choose the topic")},
    )
    substance = forms.CharField(
        label=_("Substance of the appeal"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    language = forms.ChoiceField(
        label=_("Language of the answer"),
        choices=languages,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )
    official_id = forms.ChoiceField(label=_("Whom they wish to see"), required=False)
    mode = forms.ChoiceField(
        label=_("How they wish to be received"),
        help_text=_("“By video” records that the applicant agrees to it."),
        choices=choices(MODES),  # type: ignore[arg-type]  # labels of another module, the same kind
        initial=Mode.IN_PERSON,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )
    representative = forms.CharField(
        label=_("Representative"), help_text=_("Who comes for the applicant"), max_length=200, required=False
    )
    authority = forms.CharField(
        label=_("Document of the authority"),
        help_text=_("Its kind, number and date"),
        max_length=200,
        required=False,
    )
    authority_until = forms.DateField(
        label=_("The authority is valid until"), required=False, widget=DayInput
    )
    people_count = forms.IntegerField(
        label=_("How many people apply together"),
        required=False,
        min_value=1,
        max_value=10_000,
        widget=LineInput("twelve", inputmode="numeric"),
        error_messages={"invalid": _("Enter a whole number"), "min_value": _("At least one person applies")},
    )
    standing = forms.ChoiceField(label=_("Received out of turn as"), required=False)
    standing_proof = forms.CharField(
        label=_("Document that shows it"),
        help_text=_("Without a document the standing is written down, but does not put ahead."),
        max_length=200,
        required=False,
    )

    def __init__(
        self,
        desk: Desk,
        data: QueryDict | None = None,
        files: MultiValueDict[str, UploadedFile[bytes]] | None = None,
    ) -> None:
        self.desk = desk
        blank = {"once": str(uuid.uuid4()), "language": language(), "received_on": desk.today}
        super().__init__(data, files, initial=blank)
        wanted = ["once", "seen", *desk.fields]
        self.fields = {name: self.fields[name] for name in wanted}
        if self.without_a_doubt():
            self.fields.pop("number_as_is", None)
        self._shape()

    def _shape(self) -> None:
        said = language()
        there = people.officials(self.desk.office.pk, self.desk.today)
        named = [(str(one.pk), f"{one.name[said]} — {one.position[said]}") for one in there]
        self._offer("official_id", [("", gettext("Nobody named")), *named])
        self._offer("standing", [("", gettext("No")), *((one.value, one.words[said]) for one in Standing)])
        if self.desk.kind is ApplicantKind.COMPANY:
            self.fields["name"].label = gettext("Name of the company")
        if self.desk.channel is Channel.ORAL:
            self.fields["substance"].label = gettext("What the applicant said")
        if self.desk.channel is Channel.CALL_CENTRE:
            self._offer("preferred", [(way, str(PREFERRED[way])) for way in ("", Way.SMS, Way.PORTAL)])
            self.fields["phone"].required = True
            self.fields["phone"].error_messages["required"] = gettext("Enter the phone of the caller")

    def rows(self) -> list[list[BoundField]]:
        """The ordinary questions; two short ones that belong together share a row."""
        rows: list[list[BoundField]] = []
        for name in self._ordinary():
            before = rows[-1][0].name if rows and len(rows[-1]) == 1 else ""
            if (before, name) in PAIRS:
                rows[-1].append(self[name])
            else:
                rows.append([self[name]])
        return rows

    def _ordinary(self) -> list[str]:
        return [name for name in self.desk.fields if name in self.fields and name not in self.desk.rare]

    def _offer(self, name: str, offered: list[tuple[str, str]]) -> None:
        field = self.fields.get(name)
        if isinstance(field, forms.ChoiceField):
            field.choices = offered

    def clean_phone(self) -> str:
        typed = str(self.cleaned_data["phone"]).strip()
        return normal_phone(typed) if typed else ""

    def clean_received_on(self) -> date:
        day: date = self.cleaned_data["received_on"]
        if day > self.desk.today:
            raise forms.ValidationError(gettext("The letter cannot have come later than today"))
        return day

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("representative") and not answers.get("authority"):
            self.add_error("authority", gettext("Name the document that gives the representative authority"))
        check_preferred(self, answers)
        return answers

    def received_at(self) -> datetime | None:
        """The moment it reached the office, if that was before today: when the office opened."""
        day = self.cleaned_data.get("received_on")
        if day is None or day == self.desk.today:
            return None
        zone = ZoneInfo(self.desk.office.zone)
        return datetime.combine(day, time(self.desk.office.opens.hour, self.desk.office.opens.minute), zone)
