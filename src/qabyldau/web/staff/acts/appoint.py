"""Give one person one hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.lifecycle import State
from qabyldau.review import queries as review
from qabyldau.web.staff.acts.chosen import coming_days, hour_choices
from qabyldau.web.staff.acts.form import ActForm

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay


class AppointForm(ActForm):
    """Free hours of the decided day and the official's later ones; who did not come may be given any day."""

    slot_id = forms.ChoiceField(
        label=_("Hour"),
        error_messages={
            "required": _("Choose the hour"),
            "invalid_choice": _("This hour is not free any more. Choose one of the free hours"),
        },
    )
    reason = forms.CharField(
        label=_("Why not in the order of the list"),
        help_text=_("Needed only if somebody stands before this person on the list."),
        max_length=200,
        required=False,
    )

    def shape(self) -> None:
        offered = hour_choices(self._days())
        self.offer("slot_id", [("", gettext("Choose an hour")), *offered])
        if not offered:
            self.fields["slot_id"].help_text = gettext("There is no free hour on the decided day.")

    def _days(self) -> list[ReceptionDay]:
        days = coming_days(self.case, only_published=True)
        decision = review.latest_decision(self.case.appeal)
        if self.case.appeal.stage is State.MISSED:
            return days
        decided = decision.day if decision else None
        return [day for day in days if decided and _carries(day, decided)]

    def given(self) -> dict[str, object]:
        given = super().given()
        return {"slot_id": int(str(given["slot_id"])), "reason": given["reason"]}


def _carries(day: ReceptionDay, decided: ReceptionDay) -> bool:
    """The decided day itself, or a later one of the same official, to which a full day is carried over."""
    return day.official_id == decided.official_id and day.on >= decided.on
