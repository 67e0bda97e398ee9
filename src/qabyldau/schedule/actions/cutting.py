"""Cut a day into its hours."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.schedule.errors import DayError
from qabyldau.schedule.hours import PastMidnightError, cut
from qabyldau.schedule.models import ReceptionDay, Slot

if TYPE_CHECKING:
    from qabyldau.people.models import Office


def cut_slots(day: ReceptionDay, office: Office, *, after: int = 0) -> None:
    """The hours of a day from place `after` + 1 on; those before stay as they are."""
    zone = ZoneInfo(office.zone)
    hours = _hours(day)[after:]
    Slot.objects.bulk_create(
        Slot(
            day=day,
            place=number,
            starts_at=datetime.combine(day.on, begins, zone),
            ends_at=datetime.combine(day.on, ends, zone),
        )
        for number, (begins, ends) in enumerate(hours, start=after + 1)
    )


def _hours(day: ReceptionDay) -> list[tuple[time, time]]:
    try:
        return cut(day.opens, day.slot_minutes, day.slot_count, day.break_at, day.break_minutes)
    except PastMidnightError as past:
        raise DayError("too_long") from past


def recut(day: ReceptionDay, office: Office) -> None:
    """The hours of a day that nobody has, cut anew."""
    Slot.objects.filter(day=day).delete()
    cut_slots(day, office)
