"""From the head's decisions to each person's hour: the list of a day, its order, its slots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.letters.facts import Appointment as AppointmentLetter
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import Asked, Step, local_day, locked, move
from qabyldau.registry.notices import Told
from qabyldau.registry.numbers import take_number
from qabyldau.regulation.editions import governing
from qabyldau.regulation.lifecycle import Action, Notice, State
from qabyldau.regulation.norms import control
from qabyldau.regulation.norms.queue import Precedence, Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review.models import Appointment, ListEntry, ReceptionList
from qabyldau.review.queries import decided_for, latest_decision, listed_waiting, waiting_of
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries as slots

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import Slot

LIST_SERIES = "list"


@transaction.atomic
def send_list(day_id: int, *, asked: Asked) -> ReceptionList:
    """Form the list of a day from the decisions, in the order of the law, and fix it."""
    day = slots.day_for_update(day_id)
    require(asked.by, Right.SEND_LIST, day.office_id)
    law = governing(day.office.code, day.on).edition
    decided = decided_for(day)
    if not decided:
        raise UnlawfulError("not_decided", law.cite(control.ReceptionList), day=day.on)
    precedence = law.get(Precedence)
    today = local_day(day.office, asked.at)
    _, number = take_number(day.office, today, LIST_SERIES)
    sent = ReceptionList.objects.create(
        day=day, number=f"{number}/{today.year}", sent_at=asked.at, by_user_id=asked.by.user_id
    )
    by_number = {appeal.pk: appeal for appeal in decided}
    ordered = precedence.order(waiting_of(appeal) for appeal in decided)
    ListEntry.objects.bulk_create(
        ListEntry(list=sent, appeal=by_number[one.number], place=place, reason=precedence.reason(one))
        for place, one in enumerate(ordered, start=1)
    )
    facts = {"list": sent.pk, "number": sent.number, "appeals": [by_number[one.number].pk for one in ordered]}
    citation = law.cite(control.ReceptionList)
    journal.write("send_list", about=day.key, by=asked.by, at=asked.at, citation=citation, facts=dict(facts))
    return sent


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
    law = governing(day.office.code, day.on).edition
    waiting = listed_waiting(day)
    free = slots.free_slots(day.pk)
    now, later = law.get(control.Distribution).split([appeal.pk for appeal in waiting], len(free))
    appointed = [_appoint(pk, slot, "", asked) for pk, slot in zip(now, free, strict=False)]
    carried = [appeal for appeal in waiting if appeal.pk in later]
    return Distribution(tuple(appointed), tuple(carried))


@transaction.atomic
def appoint(appeal_id: int, *, slot_id: int, reason: str = "", asked: Asked) -> Appointment:
    """Give one person one hour. Out of the list's order only with a reason, which is kept."""
    slot, appeal = slots.slot(slot_id), registry.get(appeal_id)
    for office_id in (slot.day.office_id, appeal.office_id):
        require(asked.by, Right.APPOINT, office_id)
    waiting = [one.pk for one in listed_waiting(slot.day)]
    if appeal.stage is not State.MISSED and appeal_id not in waiting:
        law = appeal.edition
        raise UnlawfulError("not_on_the_list", law.cite(control.ReceptionList), day=slot.day.on)
    if waiting and waiting[0] != appeal_id and not reason.strip():
        raise UnlawfulError("out_of_order_without_reason", appeal.edition.cite(control.Distribution))
    return _appoint(appeal_id, slot, reason, asked)


def _appoint(appeal_id: int, free: Slot, reason: str, asked: Asked) -> Appointment:
    appeal = locked(appeal_id, asked)
    slot = schedule.take_slot(free.pk, appeal.pk)
    decision = latest_decision(appeal)
    mode = Mode(decision.mode) if decision and decision.mode else Mode(slot.day.mode)
    row = Appointment.objects.create(appeal=appeal, slot=slot, mode=mode, reason=reason, at=asked.at)
    step = Step(
        facts={"slot": slot.pk, "starts_at": slot.starts_at.isoformat(), "reason": bool(reason)},
        tells=Told(Notice.APPOINTMENT, _letter(appeal, slot, mode)),
        official_id=slot.day.official_id,
        reception_at=slot.starts_at,
    )
    move(appeal, Action.APPOINT, asked, step)
    return row


def _letter(appeal: Appeal, slot: Slot, mode: Mode) -> AppointmentLetter:
    official, day = slot.day.official, slot.day
    precedence = appeal.edition.get(Precedence)
    standings = frozenset({Standing(appeal.standing)}) if appeal.standing else frozenset()
    return AppointmentLetter(
        starts_at=slot.starts_at.astimezone(ZoneInfo(appeal.office.zone)),
        official=official.name,
        position=official.position,
        place=Words(kk=day.place_kk, ru=day.place_ru),
        mode=mode,
        out_of_turn=bool(standings & precedence.ahead),
    )


def retire(appeal_id: int) -> None:
    """The hour of an appeal that was withdrawn or missed goes back to the day."""
    Appointment.objects.filter(appeal_id=appeal_id, live=True).update(live=False)
    schedule.free_slot_of(appeal_id)
