"""What the desk types about those who help."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.consulting.callins import Meeting
from qabyldau.consulting.kinds import Kind, Outcome
from qabyldau.consulting.roster import Helped, Turn
from qabyldau.people import queries as people
from qabyldau.registry import queries as registry
from qabyldau.regulation.words import Words
from qabyldau.web.consulting.words import HOUR_WRONG, KINDS, NAME_WANTED, OUTCOMES
from qabyldau.web.labels import TOPICS
from qabyldau.web.participation.forms import DAY_ERRORS
from qabyldau.web.planning.forms import HourInput
from qabyldau.web.public.request.contact import normal_phone
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.acts.form import SOMETIMES
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from qabyldau.consulting.models import Consultant
    from qabyldau.people.actor import Actor
    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal

TWO = {"data-columns": "two"}
LANGUAGES = [("kk", pgettext_lazy("language", "Kazakh")), ("ru", pgettext_lazy("language", "Russian"))]


def _hour(label: object) -> forms.TimeField:
    errors = {"required": HOUR_WRONG, "invalid": HOUR_WRONG}
    return forms.TimeField(label=label, widget=HourInput, error_messages=errors)  # type: ignore[arg-type]  # lazy words


class TurnForm(forms.Form):
    """Somebody is put on the roster of a day."""

    use_required_attribute = False
    on = forms.DateField(label=pgettext_lazy("roster", "Day"), widget=DayInput, error_messages=DAY_ERRORS)
    kind = forms.ChoiceField(
        label=_("Who helps"),
        choices=[(one, KINDS[one]) for one in Kind],
        widget=forms.RadioSelect(attrs=TWO),
        error_messages={"required": _("Choose who helps")},
    )
    name = forms.CharField(label=_("Full name"), max_length=200, error_messages={"required": NAME_WANTED})
    opens = _hour(pgettext_lazy("roster", "From"))
    closes = _hour(pgettext_lazy("roster", "Till"))

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        opens, closes = self.cleaned_data.get("opens"), self.cleaned_data.get("closes")
        if opens and closes and closes <= opens:
            self.add_error("closes", gettext("The hours end before they begin"))
        return cleaned

    def turn(self) -> Turn:
        given = self.cleaned_data
        return Turn(given["on"], Kind(given["kind"]), given["name"], given["opens"], given["closes"])


class ConsultationForm(forms.Form):
    """Whom somebody helped, with what, and what came of it: as little of the person as will do."""

    use_required_attribute = False
    consultant_id = forms.ChoiceField(
        label=_("Who helped"),
        widget=forms.RadioSelect(attrs=TWO),
        error_messages={"required": _("Choose who helped")},
    )
    topic = forms.ChoiceField(
        label=_("What about"),
        choices=[("", "—"), *TOPICS.items()],
        error_messages={"required": _("Choose what it was about")},
    )
    outcome = forms.ChoiceField(
        label=_("What came of it"),
        choices=[(one, OUTCOMES[one]) for one in Outcome],
        widget=forms.RadioSelect(attrs=TWO),
        error_messages={"required": _("Choose what came of it")},
    )
    language = forms.ChoiceField(
        label=_("Language of the talk"), choices=LANGUAGES, widget=forms.RadioSelect(attrs=TWO)
    )
    number = forms.CharField(label=_("Number of the appeal, if there is one"), max_length=40, required=False)
    name = forms.CharField(
        label=_("Full name of the person helped"),
        help_text=_("Kept sealed. May stay empty."),
        max_length=200,
        required=False,
    )
    phone = forms.CharField(
        label=_("Phone, if the person agrees to be called"),
        help_text=_("Only for a short call with questions about this help; kept sealed."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    def __init__(self, actor: Actor, there: list[Consultant], data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"language": language()})
        self.actor = actor
        self.appeal_id: int | None = None
        self.fields["consultant_id"].choices = [  # type: ignore[attr-defined]  # a choice
            (str(one.pk), f"{one.name}, {KINDS[one.kind]}") for one in there
        ]

    def clean_phone(self) -> str:
        typed = str(self.cleaned_data["phone"]).strip()
        return normal_phone(typed) if typed else ""

    def clean_number(self) -> str:
        number = str(self.cleaned_data["number"]).strip()
        if number:
            found = registry.visible_to(self.actor).filter(number=number).first()
            if found is None:
                raise forms.ValidationError(gettext("There is no appeal with this number"))
            self.appeal_id = found.pk
        return number

    def helped(self) -> Helped:
        given = self.cleaned_data
        return Helped(
            consultant_id=int(given["consultant_id"]),
            topic=given["topic"],
            outcome=Outcome(given["outcome"]),
            language=given["language"],
            appeal_id=self.appeal_id,
            name=given["name"],
            phone=given["phone"],
        )


class OnceForm(forms.Form):
    """The key of the request: sent twice, done once."""

    use_required_attribute = False
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, data: QueryDict | None = None, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, initial={**(initial or {}), "once": str(uuid.uuid4())})


class CallInForm(OnceForm):
    """Who is asked to come to the applicant."""

    employee = forms.CharField(
        label=_("Full name of the employee"), max_length=200, error_messages={"required": NAME_WANTED}
    )
    position = forms.CharField(
        label=_("Position and unit"),
        max_length=300,
        error_messages={"required": _("Write the position")},
    )


class AnswerForm(OnceForm):
    """Came, or did not and why."""

    came = forms.ChoiceField(
        label=_("Did the employee come?"),
        choices=[
            ("yes", pgettext_lazy("employee", "Came")),
            ("no", pgettext_lazy("employee", "Did not come")),
        ],
        widget=forms.RadioSelect(attrs=TWO),
        error_messages={"required": _("Choose the answer")},
    )
    reason = forms.CharField(
        label=_("Why not"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, **SOMETIMES}),
    )


class AgreeForm(OnceForm):
    """With whom, when and where."""

    official_id = forms.ChoiceField(
        label=_("Which official agreed"), error_messages={"required": _("Choose the official")}
    )
    on = forms.DateField(label=pgettext_lazy("agreed", "Day"), widget=DayInput, error_messages=DAY_ERRORS)
    hour = _hour(pgettext_lazy("agreed", "Hour"))
    place_kk = forms.CharField(
        label=_("Where, in Kazakh"), max_length=200, error_messages={"required": _("Name the place")}
    )
    place_ru = forms.CharField(
        label=_("Where, in Russian"), max_length=200, error_messages={"required": _("Name the place")}
    )

    def __init__(self, appeal: Appeal, today: date, data: QueryDict | None = None) -> None:
        office = appeal.office
        super().__init__(data, {"on": today, "place_kk": office.address_kk, "place_ru": office.address_ru})
        self.office = office
        there = people.officials(office.pk, today)
        named = [(str(one.pk), f"{one.name[language()]}, {one.position[language()]}") for one in there]
        self.fields["official_id"].choices = [("", "—"), *named]  # type: ignore[attr-defined]  # a choice

    def meeting(self) -> Meeting:
        given = self.cleaned_data
        starts_at = datetime.combine(given["on"], given["hour"], _zone(self.office))
        place = Words(kk=given["place_kk"], ru=given["place_ru"])
        return Meeting(int(given["official_id"]), starts_at, place)


def _zone(office: Office) -> ZoneInfo:
    return ZoneInfo(office.zone)
