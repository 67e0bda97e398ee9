"""Forms of the acts around the note: ask for materials, ask for agreement, agree, invite, hear."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyKind
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.deadlines import HearingNotice
from qabyldau.review import notes
from qabyldau.review.actions.agree import agreeing
from qabyldau.review.kinds import HearingState, Position
from qabyldau.web.consideration.words import HEARINGS, POSITIONS
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.acts.form import SOMETIMES, ActForm, text_area
from qabyldau.web.templatetags.words import in_words
from qabyldau.worktime import queries as worktime

ASKED_KINDS = (BodyKind.UNIT, BodyKind.TERRITORIAL)
DAY_ERRORS = {
    "required": _("Name the day"),
    "invalid": _("The day should look like 31.12.2026"),
}
WORKING_DAYS_FOR_ANSWER = 3


class AskMaterialForm(ActForm):
    """A day after that of the note is taken only when it is confirmed."""

    body_id = forms.ChoiceField(
        label=_("Who is asked"),
        help_text=_("Units and territorial bodies: for them the request is binding."),
        error_messages={"required": _("Choose who is asked")},
    )
    question = forms.CharField(
        label=_("What is needed"),
        help_text=_(
            "Write only what they need to know to answer: the unit sees this text and the number, "
            "not the applicant."
        ),
        max_length=5000,
        widget=text_area(6),
        error_messages={"required": _("Write what is needed")},
    )
    due_on = forms.DateField(label=_("Answer by"), widget=DayInput, error_messages=DAY_ERRORS)
    late_is_known = forms.BooleanField(
        label=_("I know that this day is later than the note is due"),
        required=False,
        widget=forms.HiddenInput,
    )

    def start(self) -> dict[str, object]:
        return {"due_on": worktime.calendar().shift(self.case.today, WORKING_DAYS_FOR_ANSWER)}

    def shape(self) -> None:
        found = bodies.active(self.case.appeal.office_id, self.case.today, ASKED_KINDS)
        self.offer("body_id", [("", "—"), *((str(one.pk), one.name[self.case.language]) for one in found)])
        due = notes.note_due(self.case.appeal)
        self.note_due = due.on if due else None
        if due:
            words = gettext("The note itself is due by %(day)s.") % {"day": in_words(due.on)}
            self.fields["due_on"].help_text = words

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        day: date | None = answers.get("due_on")
        if day and self.note_due and day > self.note_due and not answers.get("late_is_known"):
            self.fields["late_is_known"].widget = forms.CheckboxInput()
            words = gettext("The note is due by %(day)s: this answer would come later. Confirm it below.")
            self.add_error("due_on", words % {"day": in_words(self.note_due)})
        return answers

    def given(self) -> dict[str, object]:
        given = super().given()
        given.pop("late_is_known")
        return given


class AskAgreementForm(ActForm):
    """Colleagues and units, about the last version that was kept."""

    user_ids = forms.MultipleChoiceField(
        label=_("Colleagues"),
        help_text=_("Whoever decides on the note is not asked: an opinion given before would bind them."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    body_ids = forms.MultipleChoiceField(
        label=_("Units"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def shape(self) -> None:
        case = self.case
        people = agreeing(case.appeal, Asked(by=case.actor, at=case.at))
        rows = [(str(one.user_id), f"{one.name}, {one.position}".rstrip(", ")) for one in people]
        self.offer("user_ids", rows)  # type: ignore[arg-type]  # words are choices
        units = bodies.active(case.appeal.office_id, case.today, ASKED_KINDS)
        self.offer("body_ids", [(str(one.pk), one.name[case.language]) for one in units])

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if not answers.get("user_ids") and not answers.get("body_ids"):
            self.add_error("user_ids", gettext("Choose at least one colleague or unit"))
        return answers


class AgreeForm(ActForm):
    """What one thinks of the version that one was asked about."""

    position = forms.ChoiceField(
        label=_("Your opinion"),
        choices=list(POSITIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether you agree")},
    )
    remark = forms.CharField(
        label=_("Remarks, or why not"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5, **SOMETIMES}),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("position") in {Position.REMARKS, Position.DECLINED} and not answers.get("remark"):
            self.add_error("remark", gettext("Write your remarks or the reason"))
        return answers

    def evidence(self) -> dict[str, object]:
        asked = notes.asked_to_agree(self.case.actor).filter(note__appeal=self.case.appeal).last()
        return {"opinion_note": asked.note if asked else None}


class InviteForm(ActForm):
    """The earliest lawful day stands beside the field."""

    on = forms.DateField(label=_("Day"), widget=DayInput, error_messages=DAY_ERRORS)
    hour = forms.TimeField(
        label=_("Hour"),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "data-size": "twelve"}),
        error_messages={"required": _("Name the hour"), "invalid": _("The hour should look like 15:00")},
    )
    place_kk = forms.CharField(label=_("Place, in Kazakh"), max_length=200, required=False)
    place_ru = forms.CharField(label=_("Place, in Russian"), max_length=200, required=False)
    intended = forms.CharField(
        label=_("What may be decided, and why"),
        help_text=_("It stands in the invitation word for word, in the language of the applicant."),
        max_length=5000,
        widget=text_area(6),
        error_messages={"required": _("Write what may be decided and why")},
    )

    def start(self) -> dict[str, object]:
        office = self.case.appeal.office
        return {
            "on": self._earliest(),
            "hour": time(10, 0),
            "place_kk": office.address_kk,
            "place_ru": office.address_ru,
        }

    def _earliest(self) -> date:
        ahead = self.case.appeal.edition.get(HearingNotice).ahead.count
        return worktime.calendar().shift(self.case.today, ahead)

    def shape(self) -> None:
        words = gettext("Not earlier than %(day)s") % {"day": in_words(self._earliest())}
        self.fields["on"].help_text = words

    def given(self) -> dict[str, object]:
        given = super().given()
        zone = ZoneInfo(self.case.appeal.office.zone)
        starts_at = datetime.combine(given.pop("on"), given.pop("hour"), zone)  # type: ignore[arg-type]  # cleaned
        return {**given, "starts_at": starts_at.isoformat()}


class ObjectForm(ActForm):
    """Objections that came otherwise than by the tracking page."""

    text = forms.CharField(
        label=_("Objections of the applicant"),
        max_length=5000,
        widget=text_area(7),
        error_messages={"required": _("Write what the applicant objects")},
    )


class RecordHearingForm(ActForm):
    """What came of the invitation."""

    state = forms.ChoiceField(
        label=_("What came of it"),
        choices=[(one, HEARINGS[one]) for one in HearingState if one is not HearingState.INVITED],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what came of it")},
    )
    text = forms.CharField(
        label=_("What the applicant objected"), required=False, max_length=20_000, widget=text_area(6)
    )

    def evidence(self) -> dict[str, object]:
        hearing = notes.open_hearing(self.case.appeal)
        return {"hearing": hearing, "objections": list(hearing.objections.all()) if hearing else []}
