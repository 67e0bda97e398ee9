"""Who and what must be there when an appeal is heard: official, room, applicant, interpreter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from qabyldau.occupancy import queries as occupancy
from qabyldau.occupancy.times import Person, Wanted
from qabyldau.regulation.norms.reception import Mode
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay, Slot


def persons(appeals: Sequence[Appeal], modes: dict[int, Mode], day: ReceptionDay) -> dict[str, Person]:
    """Each appeal as a plan sees it, by its key: whom it brings along, and which equipment would do."""
    if not appeals:
        return {}
    needs = occupancy.needs(day.office_id, [appeal.key for appeal in appeals])
    sets = equipment(day)
    return {
        appeal.key: Person(
            appeal.key,
            frozenset({_applicant(appeal)}) | needs.get(appeal.key, frozenset()),
            sets if modes[appeal.pk] is Mode.VIDEO else (),
        )
        for appeal in appeals
    }


def equipment(day: ReceptionDay) -> tuple[str, ...]:
    """Rooms whose equipment a reception by video may borrow; none where the day's own room has it."""
    if day.room is None or day.room.video:
        return ()
    return tuple(f"room:{room.pk}" for room in schedule.rooms(day.office_id, day.on) if room.video)


def wanted_for(given: Iterable[tuple[Appeal, Slot, Mode]]) -> list[Wanted]:
    """Everything that these hours claim. The official and the room are the day's, the rest the appeal's."""
    rows = list(given)
    office_id = rows[0][0].office_id
    needs = occupancy.needs(office_id, [appeal.key for appeal, _, _ in rows])
    busy = occupancy.busy(
        office_id, min(slot.starts_at for _, slot, _ in rows), max(slot.ends_at for _, slot, _ in rows)
    )
    sets = {slot.day_id: equipment(slot.day) for _, slot, _ in rows}
    found: list[Wanted] = []
    for appeal, slot, mode in rows:
        brings = {_applicant(appeal), *needs.get(appeal.key, ())}
        here = [Wanted(what, slot.starts_at, slot.ends_at, appeal.key) for what in sorted(brings)]
        if mode is Mode.VIDEO:
            here += [Wanted(what, slot.starts_at, slot.ends_at, appeal.key) for what in sets[slot.day_id]]
            here = _one_set(here, sets[slot.day_id], busy)
        for one in here:
            busy.put(one)
        found += [*here, *_of_the_day(slot)]
    return found


def _one_set(wanted: list[Wanted], sets: tuple[str, ...], busy: occupancy.Busy) -> list[Wanted]:
    """Of the sets that would do, the first that is free; the first of all where none is, to be refused."""
    others = [one for one in wanted if one.what not in sets]
    candidates = [one for one in wanted if one.what in sets]
    free = [one for one in candidates if busy.clash(one) is None]
    return [*others, *(free or candidates)[:1]]


def _of_the_day(slot: Slot) -> list[Wanted]:
    day = slot.day
    whats = [f"official:{day.official_id}", *([f"room:{day.room_id}"] if day.room_id else [])]
    return [Wanted(what, slot.starts_at, slot.ends_at, day.key) for what in whats]


def _applicant(appeal: Appeal) -> str:
    return f"applicant:{appeal.applicant_id}"
