"""Who is next: people whom a full day carried over, and hours that somebody gave back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from qabyldau.occupancy import queries as occupied
from qabyldau.occupancy.times import Busy, Hour, wants
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import queries
from qabyldau.replanning.actions import offering
from qabyldau.replanning.kinds import OfferKind
from qabyldau.replanning.portions import portions
from qabyldau.review import line
from qabyldau.review.actions import hours
from qabyldau.review.actions.appoint import modes_of
from qabyldau.review.actions.hours import Given
from qabyldau.review.presence import persons
from qabyldau.review.queries import listed_waiting
from qabyldau.schedule import queries as days
from qabyldau.schedule.actions import SlotTakenError
from qabyldau.schedule.hours_of import free_hours, slots_by_id

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay, Slot


@transaction.atomic
def offer_carried(day_id: int, *, asked: Asked) -> list[Appeal]:
    """To everybody whom a full day left without an hour: hours of the official's next days, in order.

    Whom there is no time to ask is given the first of these hours at once.
    """
    day = days.day_for_update(day_id)
    require(asked.by, Right.APPOINT, day.office_id)
    waiting = _unasked(listed_waiting(day))
    by_person = planned(waiting, day, asked.at)
    slots = slots_by_id(hour.slot_id for found in by_person.values() for hour in found)
    told = [appeal for appeal in waiting if appeal.key in by_person]
    once = Asked(by=asked.by, at=asked.at)
    for appeal in told:
        _offer_or_give(appeal, [slots[hour.slot_id] for hour in by_person[appeal.key]], once)
    return told


def planned(waiting: Sequence[Appeal], day: ReceptionDay, at: datetime) -> dict[str, list[Hour]]:
    """By person: which hours they would be offered."""
    free = free_hours([day.official_id], since=day.on, after=offering.ahead(at))
    if not free or not waiting:
        return {}
    people = list(persons(waiting, dict.fromkeys((one.pk for one in waiting), Mode.IN_PERSON), day).values())
    found = [Hour(slot.pk, slot.starts_at, slot.ends_at) for slot in free]
    return portions(people, found, busy_during(day.office_id, free))


def busy_during(office_id: int, slots: Sequence[Slot]) -> Busy:
    return occupied.busy(office_id, slots[0].starts_at, max(slot.ends_at for slot in slots))


def _unasked(waiting: Sequence[Appeal]) -> list[Appeal]:
    asked = queries.with_offer(appeal.pk for appeal in waiting)
    return [appeal for appeal in waiting if appeal.pk not in asked]


def _offer_or_give(appeal: Appeal, slots: Sequence[Slot], asked: Asked) -> None:
    until = offering.answer_until(appeal, OfferKind.CARRIED, slots[0], asked.at)
    if until is not None:
        offering.make(appeal, OfferKind.CARRIED, slots, until, asked)
        return
    (mine,) = hours.locked([appeal.pk])
    hours.give([Given(mine, slots[0], modes_of([mine], slots[0].day)[mine.pk])], asked)


def offer_freed(office_id: int, at: datetime) -> int:
    """Every hour that was given back goes to the first in the line who can come; returns how many did."""
    asked = Asked(by=Actor.system("replanning", office_id), at=at)
    slots = slots_by_id(line.given_back(office_id, offering.ahead(at)))
    ordered = sorted(slots.values(), key=lambda slot: (slot.starts_at, slot.pk))
    return sum(_offered_to_somebody(slot, asked) for slot in ordered)


def _offered_to_somebody(slot: Slot, asked: Asked) -> bool:
    busy = busy_during(slot.day.office_id, [slot])
    for appeal in candidates(slot):
        until = offering.answer_until(appeal, OfferKind.EARLIER, slot, asked.at)
        if until is None or not _free_then(appeal, slot, busy):
            continue
        try:
            with transaction.atomic():
                offering.make(appeal, OfferKind.EARLIER, [slot], until, asked)
        except (SlotTakenError, IntegrityError, UnlawfulError):
            # Somebody else was first: with the hour, or with an offer to this person.
            return False
        return True
    return False


def candidates(slot: Slot) -> list[Appeal]:
    """Without an hour, or with a later one and a wish for an earlier: in the order of the law."""
    later = {one.appeal_id: one.appeal for one in line.later_hours(slot.day.official_id, slot.starts_at)}
    wishing = queries.wishing_earlier(later)
    there = [*listed_waiting(slot.day), *(later[pk] for pk in sorted(wishing))]
    not_again = queries.refused(slot.pk) | line.had_this_hour(slot.pk)
    not_now = queries.with_offer(appeal.pk for appeal in there)
    law = governing(slot.day.office.code, slot.day.on).edition
    return [one for one in line.ordered(there, law) if one.pk not in not_again | not_now]


def _free_then(appeal: Appeal, slot: Slot, busy: Busy) -> bool:
    (person,) = persons([appeal], {appeal.pk: Mode.IN_PERSON}, slot.day).values()
    return wants(person, Hour(slot.pk, slot.starts_at, slot.ends_at), busy) is not None


def tick(office: Office, at: datetime) -> None:
    """What ran out is settled by the rule, what became free is offered on; doing it again changes nothing."""
    asked = Asked(by=Actor.system("replanning", office.pk), at=at)
    for appeal_id in queries.run_out(office.pk, at):
        offering.expire(appeal_id, asked=asked)
    with transaction.atomic():
        offer_freed(office.pk, at)
