"""Reads: which days are published, and which hours are free."""

from datetime import date

from django.db.models import Count, QuerySet

from qabyldau.schedule.models import ReceptionDay, Slot
from qabyldau.schedule.slots import FREE


def days(office_id: int) -> QuerySet[ReceptionDay]:
    """Every day of an office, with its free hours counted."""
    counted = ReceptionDay.objects.filter(office_id=office_id).select_related("official")
    return counted.annotate(free=Count("slots", filter=FREE))


def published(office_id: int, *, since: date) -> QuerySet[ReceptionDay]:
    """What the public sees: published days from that day on, soonest first."""
    return days(office_id).filter(published_at__isnull=False, on__gte=since).order_by("on", "opens")


def free_slots(day_id: int) -> list[Slot]:
    return list(Slot.objects.filter(day_id=day_id, taken_by=None, held_for=None).order_by("place"))


def slots(day_id: int) -> list[Slot]:
    return list(Slot.objects.filter(day_id=day_id).order_by("place"))


def next_days(official_id: int, *, after: date) -> QuerySet[ReceptionDay]:
    """Published days of one official that still have a free hour, for those carried over."""
    mine = ReceptionDay.objects.filter(official_id=official_id, on__gt=after, published_at__isnull=False)
    return mine.annotate(free=Count("slots", filter=FREE)).filter(free__gt=0).order_by("on")


def slot(slot_id: int) -> Slot:
    return Slot.objects.select_related("day", "day__office", "day__official").get(pk=slot_id)


def day_for_update(day_id: int) -> ReceptionDay:
    """The day, locked: whoever lists or distributes it goes one after another."""
    return (
        ReceptionDay.objects.select_for_update(of=("self",))
        .select_related("office", "official")
        .get(pk=day_id)
    )
