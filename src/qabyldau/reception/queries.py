"""Reads of the reception: who came, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.reception.models import Attendance, FinalAnswer

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay


def attendance(appeal: Appeal) -> Attendance | None:
    """The last time that this person was expected and came, or did not come."""
    return Attendance.objects.filter(appointment__appeal=appeal).order_by("-pk").first()


def final_answer(appeal: Appeal) -> FinalAnswer | None:
    return FinalAnswer.objects.filter(appeal=appeal).select_related("signed_by").first()


def attended(day: ReceptionDay) -> list[Attendance]:
    """Everybody of a day who came or did not come, by the hour."""
    rows = Attendance.objects.filter(appointment__slot__day=day)
    return list(rows.select_related("appointment__appeal", "appointment__slot").order_by("appointment__slot"))
