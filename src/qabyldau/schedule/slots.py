"""Who has which hour: given, held for somebody who may still choose, or free. One statement decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import BigIntegerField, Case, Q, Value, When
from django.db.models.functions import Cast

from qabyldau.schedule.models import Slot

# Neither given to anybody nor held for somebody who may still choose; as seen from a day.
FREE = Q(slots__taken_by=None, slots__held_for=None)
# An hour held for nobody is closed: no appeal has this number.
NOBODY = 0


class SlotTakenError(Exception):
    """Somebody else was given this hour first; `day_id` has the free ones."""

    def __init__(self, day_id: int) -> None:
        super().__init__(f"no such free slot on day {day_id}")
        self.day_id = day_id


def take_slot(slot_id: int, appeal_id: int) -> Slot:
    """Give this hour to this appeal, or say that it is gone. One statement decides who was first."""
    mine = Q(held_for=None) | Q(held_for=appeal_id)
    taken = Slot.objects.filter(mine, pk=slot_id, taken_by=None).update(taken_by=appeal_id, held_for=None)
    slot = Slot.objects.select_related("day", "day__official").get(pk=slot_id)
    if not taken:
        raise SlotTakenError(slot.day_id)
    return slot


def take_slots(pairs: Sequence[tuple[Slot, int]]) -> None:
    """Give each of these hours to its appeal, all in one statement; all of them or none."""
    if not pairs:
        return
    given = Case(*(When(pk=slot.pk, then=Value(appeal_id)) for slot, appeal_id in pairs))
    owner = Cast(given, BigIntegerField())
    mine = Q(held_for=None) | Q(held_for=owner)
    free = Slot.objects.filter(mine, pk__in=[slot.pk for slot, _ in pairs], taken_by=None)
    if free.update(taken_by=owner, held_for=None) != len(pairs):
        raise SlotTakenError(pairs[0][0].day_id)
    for slot, appeal_id in pairs:
        slot.taken_by, slot.held_for = appeal_id, None


def hold_slots(slot_ids: Sequence[int], appeal_id: int) -> None:
    """Keep these hours for this appeal until it chooses; all of them or none."""
    free = Slot.objects.filter(pk__in=slot_ids, taken_by=None, held_for=None)
    if free.update(held_for=appeal_id) != len(slot_ids):
        raise SlotTakenError(Slot.objects.get(pk=slot_ids[0]).day_id)


def close_hours(day_id: int) -> None:
    """Nobody is given an hour of this day while it is not known whether the official comes."""
    Slot.objects.filter(day_id=day_id, taken_by=None, held_for=None).update(held_for=NOBODY)


def open_hours(day_id: int) -> None:
    """The hours closed so may be given again."""
    Slot.objects.filter(day_id=day_id, held_for=NOBODY).update(held_for=None)


def let_go(appeal_id: int) -> None:
    """Hours kept for this appeal are free again."""
    let_all_go([appeal_id])


def let_all_go(appeal_ids: Iterable[int]) -> None:
    Slot.objects.filter(held_for__in=list(appeal_ids)).update(held_for=None)


def free_slots_of(appeal_ids: Iterable[int]) -> None:
    """The hours of appeals that were moved, withdrawn or missed go back to their days."""
    Slot.objects.filter(taken_by__in=list(appeal_ids)).update(taken_by=None)


def free_slot_of(appeal_id: int) -> None:
    """The hour of an appeal that was withdrawn or missed goes back to the day."""
    free_slots_of([appeal_id])
