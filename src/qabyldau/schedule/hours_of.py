"""Reads for replanning: free hours of officials, and days that fall on some dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet

from qabyldau.schedule.models import ReceptionDay, Slot


def free_hours(official_ids: Iterable[int], *, since: date, after: datetime) -> list[Slot]:
    """Hours of published days that nobody has and nothing closes, soonest first, each with its day."""
    found = Slot.objects.filter(
        taken_by=None,
        held_for=None,
        starts_at__gt=after,
        day__official_id__in=list(official_ids),
        day__on__gte=since,
        day__published_at__isnull=False,
        day__taken_off_at=None,
    )
    days = found.select_related("day", "day__official", "day__room", "day__office")
    return list(days.order_by("starts_at", "pk"))


def slots_by_id(slot_ids: Iterable[int]) -> dict[int, Slot]:
    rows = Slot.objects.filter(pk__in=list(slot_ids))
    found = rows.select_related("day", "day__official", "day__room", "day__office")
    return {slot.pk: slot for slot in found}


def standing_days(office_id: int, since: date, until: date | None) -> QuerySet[ReceptionDay]:
    """Days of an office that stand or are drafted between two dates, both included, soonest first."""
    found = ReceptionDay.objects.filter(office_id=office_id, taken_off_at=None, on__gte=since)
    if until is not None:
        found = found.filter(on__lte=until)
    return found.select_related("official", "office", "room").order_by("on", "opens", "pk")
