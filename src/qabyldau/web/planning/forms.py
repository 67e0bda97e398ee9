"""What is asked of a day of reception, wherever one is planned."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from qabyldau.acts.words import DAYS
from qabyldau.people import queries as people
from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.actions import DayError, Plan
from qabyldau.schedule.kinds import Speech
from qabyldau.web.labels import MODES
from qabyldau.web.planning.words import SPEECHES
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import language
from qabyldau.web.staff.words import choices
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.people.models import Office
    from qabyldau.regulation.edition import Citation

FAULTY = {"too_long": "places", "series_length": "until", "series_empty": "until"}
DAY_ERRORS = {"required": _("Name the day"), "invalid": _("The day should look like 31.12.2026")}
HOUR_ERRORS = {
    "required": _("Name the hour of the beginning"),
    "invalid": _("The hour should look like 15:00"),
}
NUMBER = {"data-size": "twelve"}


class HourInput(forms.TimeInput):
    """An hour, picked or typed."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M", attrs={"data-size": "twelve"})


class PlanForm(forms.Form):
    """A draft: nobody is told until it is published."""

    use_required_attribute = False
    official_id = forms.ChoiceField(
        label=_("Who receives"), error_messages={"required": _("Choose who receives")}
    )
    on = forms.DateField(label=_("Day"), widget=DayInput, error_messages=DAY_ERRORS)
    opens = forms.TimeField(
        label=_("Beginning"), initial=time(15, 0), widget=HourInput, error_messages=HOUR_ERRORS
    )
    minutes = forms.IntegerField(
        label=_("Minutes for one person"),
        initial=15,
        min_value=5,
        max_value=180,
        widget=forms.NumberInput(attrs=NUMBER),
        error_messages={
            "required": _("Say how many minutes one person has"),
            "min_value": _("At least five minutes"),
            "max_value": _("At most 180 minutes"),
            "invalid": _("Enter a whole number"),
        },
    )
    places = forms.IntegerField(
        label=_("How many people"),
        initial=8,
        min_value=1,
        max_value=60,
        widget=forms.NumberInput(attrs=NUMBER),
        error_messages={
            "required": _("Say how many people can be received"),
            "min_value": _("At least one person"),
            "max_value": _("At most 60 people"),
            "invalid": _("Enter a whole number"),
        },
    )
    break_at = forms.TimeField(
        label=_("A break begins at"), required=False, widget=HourInput, error_messages=HOUR_ERRORS
    )
    break_minutes = forms.IntegerField(
        label=_("Minutes of the break"),
        required=False,
        min_value=5,
        max_value=180,
        widget=forms.NumberInput(attrs=NUMBER),
        error_messages={
            "min_value": _("At least five minutes"),
            "max_value": _("At most 180 minutes"),
            "invalid": _("Enter a whole number"),
        },
    )
    mode = forms.ChoiceField(
        label=_("How people are received"),
        choices=choices(MODES),  # type: ignore[arg-type]  # labels of another module, the same kind
        initial=Mode.IN_PERSON,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )
    room_id = forms.ChoiceField(
        label=_("Place of the register"),
        help_text=_("Or leave it empty and write the place below."),
        required=False,
    )
    place_kk = forms.CharField(label=_("Place, in Kazakh"), max_length=200, required=False)
    place_ru = forms.CharField(label=_("Place, in Russian"), max_length=200, required=False)
    speech = forms.ChoiceField(
        label=_("The official speaks"),
        choices=choices(SPEECHES),
        initial=Speech.BOTH,
        required=False,
    )
    interpreter = forms.CharField(
        label=_("An interpreter comes for"),
        help_text=_("The language, for example: English, sign language. Empty: none comes."),
        max_length=100,
        required=False,
    )

    def __init__(
        self, office: Office, day: date, data: QueryDict | None = None, initial: dict[str, Any] | None = None
    ) -> None:
        known = {"place_kk": office.address_kk, "place_ru": office.address_ru, **(initial or {})}
        super().__init__(data, initial=known)
        self.office, said = office, language()
        officials = people.officials(office.pk, known.get("on") or day)
        named = [(str(one.pk), f"{one.name[said]} — {one.position[said]}") for one in officials]
        self.fields["official_id"].choices = [("", gettext("Choose")), *named]  # type: ignore[attr-defined]
        rooms = [(str(one.pk), _room_words(one)) for one in schedule.rooms(office.pk, day)]
        self.fields["room_id"].choices = [("", "—"), *rooms]  # type: ignore[attr-defined]  # a choice

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not given.get("room_id"):
            self._written(given)
        if bool(given.get("break_at")) != bool(given.get("break_minutes")):
            self.add_error("break_at", gettext("A break has both its hour and its length"))
        return given

    def _written(self, given: dict[str, Any]) -> None:
        wanted = {
            "place_kk": gettext("Name the place in Kazakh: it stands in the letters"),
            "place_ru": gettext("Name the place in Russian: it stands in the letters"),
        }
        for name, words in wanted.items():
            if not given.get(name):
                self.add_error(name, words)

    def plan(self) -> Plan:
        given = self.cleaned_data
        return Plan(
            official_id=int(given["official_id"]),
            on=given["on"],
            opens=given["opens"],
            minutes=given["minutes"],
            places=given["places"],
            place=Words(kk=given["place_kk"], ru=given["place_ru"]),
            mode=Mode(given["mode"]),
            room_id=int(given["room_id"]) if given["room_id"] else None,
            break_at=given["break_at"],
            break_minutes=given["break_minutes"] or 0,
            speech=Speech(given["speech"] or Speech.BOTH),
            interpreter=given["interpreter"],
        )


def initial_of(plan: Plan) -> dict[str, Any]:
    """A form that already says what the day is."""
    names = ("official_id", "on", "opens", "minutes", "places", "mode", "room_id", "break_at")
    known = {name: getattr(plan, name) for name in names}
    places = {"place_kk": plan.place.kk, "place_ru": plan.place.ru}
    return {
        **known,
        **places,
        "break_minutes": plan.break_minutes or None,
        "speech": plan.speech,
        "interpreter": plan.interpreter,
    }


def _room_words(room: Any) -> str:  # noqa: ANN401  a row of the register; its table is the schedule's own
    marks = [
        (room.video, pgettext("place", "video")),
        (room.accessible, pgettext("place", "accessible")),
    ]
    said = ", ".join(words for has, words in marks if has)
    return f"{room.name[language()]} ({said})" if said else str(room.name[language()])


REFUSED = (DayError, CalendarUnknownError, UnlawfulError)


def say_why(form: forms.Form, refused: Exception) -> None:
    """What stood against the day, in words and with its clause, where the person typed it."""
    said = language()
    if isinstance(refused, CalendarUnknownError):
        words = gettext("The working calendar of %(year)s is not known yet: enter it first")
        form.add_error("on", words % {"year": refused.year})
        return
    citation: Citation | None = getattr(refused, "citation", None)
    clause = citation.words[said] if citation else ""
    tail = f" ({clause})" if clause else ""
    if isinstance(refused, UnlawfulError):
        form.add_error(None, law_message(refused) + tail)
    elif isinstance(refused, DayError):
        field = FAULTY.get(refused.code, "on")
        form.add_error(field if field in form.fields else "on", DAYS[refused.code][said] + tail)
