"""From the head's decisions to each person's hour: the list of a day, its order, its slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.occupancy import actions as occupancy
from qabyldau.occupancy import queries as occupied
from qabyldau.occupancy.times import Fit, Hour, fit
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry import moves
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import Asked
from qabyldau.regulation.editions import governing
from qabyldau.regulation.lifecycle import Action, State, take
from qabyldau.regulation.norms import control
from qabyldau.regulation.norms.queue import Precedence
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review.actions import hours
from qabyldau.review.actions.hours import Given
from qabyldau.review.models import Appointment, ListEntry, ReceptionList
from qabyldau.review.papers import issue_list
from qabyldau.review.presence import persons
from qabyldau.review.queries import decided_for, latest_decisions, listed_waiting, lists_of, waiting_of
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries as slots
from qabyldau.schedule import restrictions

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Edition
    from qabyldau.schedule.models import ReceptionDay, Slot


@transaction.atomic
def send_list(day_id: int, *, asked: Asked) -> ReceptionList:
    """Form the list of a day from the decisions, in the order of the law, and fix it."""
    day = slots.day_for_update(day_id)
    require(asked.by, Right.SEND_LIST, day.office_id)
    return list_decided(day, asked)


def list_decided(day: ReceptionDay, asked: Asked) -> ReceptionList:
    """Of a locked day: whoever takes it away lists its people first, so that they wait in their order."""
    law = governing(day.office.code, day.on).edition
    decided = decided_for(day)
    if not decided:
        raise _nobody_to_list(day, law)
    precedence = law.get(Precedence)
    by_number = {appeal.pk: appeal for appeal in decided}
    ordered = precedence.order(waiting_of(appeal) for appeal in decided)
    listed = [(by_number[one.number], precedence.reason(one)) for one in ordered]
    citation = law.cite(control.ReceptionList)
    paper = issue_list(day, listed, citation, asked)
    sent = ReceptionList.objects.create(
        day=day, number=paper.number, sent_at=asked.at, by_user_id=asked.by.user_id
    )
    ListEntry.objects.bulk_create(
        ListEntry(list=sent, appeal=appeal, place=place, reason=reason)
        for place, (appeal, reason) in enumerate(listed, start=1)
    )
    facts = {"list": sent.pk, "number": sent.number, "appeals": [appeal.pk for appeal, _ in listed]}
    journal.write("send_list", about=day.key, by=asked.by, at=asked.at, citation=citation, facts=dict(facts))
    return sent


def _nobody_to_list(day: ReceptionDay, law: Edition) -> UnlawfulError:
    """A sent list is fixed; whoever is decided later stands on a further one."""
    citation, sent = law.cite(control.ReceptionList), lists_of(day)
    if sent:
        return UnlawfulError("list_already_sent", citation, number=sent[-1].number, day=day.on)
    return UnlawfulError("not_decided", citation, day=day.on)


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who got an hour, and who is carried over, both in order."""

    appointed: tuple[Appointment, ...]
    carried: tuple[Appeal, ...]


@transaction.atomic
def distribute(day_id: int, *, asked: Asked) -> Distribution:
    """Give the free hours of a day to the people on its lists, in order; the rest are carried over."""
    day = slots.day_for_update(day_id)
    require(asked.by, Right.APPOINT, day.office_id)
    waiting = listed_waiting(day)
    free = {slot.pk: slot for slot in slots.free_slots(day.pk) if slot.starts_at > asked.at}
    for slot in free.values():
        slot.day = day
    modes = modes_of(waiting, day)
    found = _fitted(waiting, modes, day, list(free.values()))
    locked = hours.locked([_id(person.key) for person, _ in found.given])
    pairs = zip(locked, found.given, strict=True)
    given = [Given(appeal, free[hour.slot_id], modes[appeal.pk]) for appeal, (_, hour) in pairs]
    appointed = hours.give(given, asked)
    had = {one.appeal.pk for one in given}
    return Distribution(tuple(appointed), tuple(appeal for appeal in waiting if appeal.pk not in had))


def capacity(day: ReceptionDay, at: datetime) -> Fit:
    """Who would get which hour and who none, if the hours were given now: nothing is changed by looking."""
    waiting = listed_waiting(day)
    free = [slot for slot in slots.free_slots(day.pk) if slot.starts_at > at]
    return _fitted(waiting, modes_of(waiting, day), day, free)


def _fitted(waiting: Sequence[Appeal], modes: dict[int, Mode], day: ReceptionDay, free: list[Slot]) -> Fit:
    """In the order of the law, so that nobody and nothing is in two places at once."""
    if not free or not waiting:
        return Fit((), tuple(persons(waiting, modes, day).values()))
    busy = occupied.busy(day.office_id, free[0].starts_at, free[-1].ends_at)
    found = [Hour(slot.pk, slot.starts_at, slot.ends_at) for slot in free]
    return fit(persons(waiting, modes, day).values(), found, busy)


def _id(key: str) -> int:
    return int(key.partition(":")[2])


def modes_of(appeals: Sequence[Appeal], day: ReceptionDay) -> dict[int, Mode]:
    """How each is to be received: as decided, else as the day is; under a restriction by video alone."""
    if restrictions.covering(day.office_id, day.on):
        return {appeal.pk: Mode.VIDEO for appeal in appeals}
    standing = latest_decisions(appeal.pk for appeal in appeals)
    decided = {pk: decision.mode for pk, decision in standing.items() if decision.mode}
    return {appeal.pk: Mode(decided.get(appeal.pk, day.mode)) for appeal in appeals}


@transaction.atomic
def appoint(appeal_id: int, *, slot_id: int, reason: str = "", asked: Asked) -> Appointment:
    """Give one person one hour. Out of the list's order only with a reason, which is kept."""
    slot, appeal = slots.slot(slot_id), registry.get(appeal_id)
    for office_id in (slot.day.office_id, appeal.office_id):
        require(asked.by, Right.APPOINT, office_id)
    if not _may_choose_any(appeal):
        _in_order(appeal, slot, reason)
    locked = moves.locked(appeal_id, asked)
    take(Action.APPOINT, locked.stage, locked.edition)
    mode = modes_of([locked], slot.day)[appeal_id]
    return hours.give([Given(locked, slot, mode, reason)], asked)[0]


def _may_choose_any(appeal: Appeal) -> bool:
    """Who had an hour before is no more in the line of one day."""
    return appeal.stage in {State.MISSED, State.WAITING}


def _in_order(appeal: Appeal, slot: Slot, reason: str) -> None:
    law, waiting = appeal.edition, [one.pk for one in listed_waiting(slot.day)]
    if appeal.pk not in waiting:
        raise UnlawfulError("not_on_the_list", law.cite(control.ReceptionList), day=slot.day.on)
    if waiting[0] != appeal.pk and not reason.strip():
        raise UnlawfulError("out_of_order_without_reason", law.cite(control.Distribution))


def retire(appeal_id: int) -> None:
    """The hour of an appeal that was withdrawn or missed goes back to the day, with whoever was needed."""
    Appointment.objects.filter(appeal_id=appeal_id, live=True).update(live=False)
    schedule.free_slot_of(appeal_id)
    schedule.let_go(appeal_id)
    appeal = registry.get(appeal_id)
    occupancy.release(appeal.office_id, [appeal.key])
