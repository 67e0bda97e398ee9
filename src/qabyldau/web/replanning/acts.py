"""Forms of the acts on an hour: by phone through a worker, or by the office with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.people.roles import Right
from qabyldau.regulation.edition import Norm
from qabyldau.regulation.norms.control import Distribution
from qabyldau.regulation.norms.reception import VideoByConsent
from qabyldau.replanning import queries
from qabyldau.replanning.portions import MOST
from qabyldau.review import queries as review
from qabyldau.review.kinds import Why
from qabyldau.schedule.hours_of import free_hours
from qabyldau.web.replanning.words import ANSWERS
from qabyldau.web.staff.acts.form import SOMETIMES, ActForm
from qabyldau.web.staff.acts.plain import PlainForm
from qabyldau.web.staff.page import language
from qabyldau.web.staff.words import choices
from qabyldau.web.templatetags.words import moment_in_words

if TYPE_CHECKING:
    from qabyldau.schedule.models import Slot

UNDER: dict[str, type[Norm]] = {
    "confirm_hour": Distribution,
    "wish_earlier": Distribution,
    "offer_hours": Distribution,
    "take_offered": Distribution,
    "decline_offer": Distribution,
    "answer_video": VideoByConsent,
}
SHOWN = 30
GONE = _("This hour is not free any more. Choose one of the free hours")


def slot_words(slot: Slot) -> str:
    return f"{moment_in_words(slot.starts_at)} · {slot.day.official.name[language()]}"


def slot_choices(slots: Iterable[Slot]) -> list[tuple[str, object]]:
    return [(str(slot.pk), slot_words(slot)) for slot in slots]


class _Reasoned(ActForm):
    """As the applicant asks, or as the office decides: then the reason is written."""

    why = forms.ChoiceField(
        label=_("Who wants it"),
        choices=[
            (Why.APPLICANT.value, _("The applicant asks for it")),
            (Why.OFFICE.value, _("The office needs it")),
        ],
        initial=Why.APPLICANT.value,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("The reason, if the office needs it"),
        help_text=_("It stands word for word in the letter to the applicant"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=SOMETIMES),
    )

    def shape(self) -> None:
        if not self.case.actor.may(Right.APPOINT):
            self.offer("why", [(Why.APPLICANT.value, gettext("The applicant asks for it"))])


class MoveHourForm(_Reasoned):
    slot_id = forms.ChoiceField(
        label=_("The new hour"),
        help_text=_("An applicant may ask once for a later hour of the same official"),
        error_messages={"required": _("Choose the hour"), "invalid_choice": GONE},
    )
    field_order = ("slot_id", "why", "reason")

    def shape(self) -> None:
        super().shape()
        row = review.live_appointment(self.case.appeal)
        if row:
            slots = free_hours([row.slot.day.official_id], since=self.case.today, after=self.case.at)
            offered = [("", gettext("Choose an hour")), *slot_choices(slots[:SHOWN])]
            self.offer("slot_id", offered)


class ReleaseForm(_Reasoned):
    """The hour is cancelled, the appeal is not."""


class WishEarlierForm(ActForm):
    wished = forms.ChoiceField(
        label=_("Offer earlier hours that become free"),
        choices=[("yes", _("Yes")), ("no", _("No, not any more"))],
        initial="yes",
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )

    def given(self) -> dict[str, object]:
        return {"wished": self.cleaned_data["wished"] == "yes"}


class OfferHoursForm(ActForm):
    slot_ids = forms.MultipleChoiceField(
        label=_("Hours to offer"),
        help_text=_("Two or three; they are held for this person until the answer"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose the hours"), "invalid_choice": GONE},
    )

    def shape(self) -> None:
        decision = review.latest_decision(self.case.appeal)
        officials = [decision.day.official_id] if decision and decision.day else []
        slots = free_hours(officials, since=self.case.today, after=self.case.at)
        self.fields["slot_ids"].choices = slot_choices(slots[:SHOWN])  # type: ignore[attr-defined]  # a choice

    def clean_slot_ids(self) -> list[int]:
        chosen: list[str] = self.cleaned_data["slot_ids"]
        if len(chosen) > MOST:
            raise forms.ValidationError(gettext("At most three hours are offered at once"))
        return [int(one) for one in chosen]


class TakeOfferedForm(ActForm):
    slot_id = forms.ChoiceField(
        label=_("Which hour"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the hour"), "invalid_choice": GONE},
    )

    def shape(self) -> None:
        offer = queries.open_offer(self.case.appeal)
        slots = [hour.slot for hour in offer.hours.all()] if offer else []
        self.offer("slot_id", slot_choices(slots))


class AnswerVideoForm(ActForm):
    answer = forms.ChoiceField(
        label=_("How the applicant takes part"),
        choices=choices(ANSWERS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the answer")},
    )


FORMS: dict[str, type[ActForm]] = {
    "confirm_hour": PlainForm,
    "move_hour": MoveHourForm,
    "release": ReleaseForm,
    "wish_earlier": WishEarlierForm,
    "offer_hours": OfferHoursForm,
    "take_offered": TakeOfferedForm,
    "decline_offer": PlainForm,
    "answer_video": AnswerVideoForm,
}
