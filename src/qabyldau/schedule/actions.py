"""Plan a day of reception, publish it, take and free its slots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from qabyldau.journal import actions as journal
from qabyldau.people import queries as people
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.reception import Mode, VideoByConsent
from qabyldau.regulation.norms.schedule import MonthlyReception, Rank, Receiver, Receivers
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.schedule import restrictions
from qabyldau.schedule.models import ReceptionDay, Slot
from qabyldau.schedule.slots import (
    SlotTakenError,
    free_slot_of,
    free_slots_of,
    hold_slots,
    let_go,
    take_slot,
    take_slots,
)
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official

__all__ = [
    "DayError",
    "Plan",
    "SlotTakenError",
    "free_slot_of",
    "free_slots_of",
    "hold_slots",
    "let_go",
    "plan_day",
    "publish_day",
    "take_slot",
    "take_slots",
]


class DayError(Exception):
    """A day that cannot be planned so: `code` is day_off, past, twice or too_long."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Plan:
    """A day as planned. `minutes`: length of a slot; `places`: how many there are."""

    official_id: int
    on: date
    opens: time
    minutes: int
    places: int
    place: Words
    mode: Mode = Mode.IN_PERSON


@transaction.atomic
def plan_day(office: Office, plan: Plan, *, by: Actor, at: datetime) -> ReceptionDay:
    """A draft: nobody is told of it until it is published."""
    require(by, Right.PLAN_DAYS, office.pk)
    official = people.official(office.pk, plan.official_id)
    law = governing(office.code, at.astimezone(ZoneInfo(office.zone)).date()).edition
    _lawful(plan, official, office, law)
    _possible(plan, office, at)
    day = _day_row(office, plan)
    _cut_slots(day, office, plan)
    facts = {"on": plan.on.isoformat(), "official": official.pk, "places": plan.places}
    journal.write("plan_day", about=day.key, by=by, at=at, citation=law.cite(Receivers), facts=dict(facts))
    return day


def _lawful(plan: Plan, official: Official, office: Office, law: Edition) -> None:
    rank = Rank(official.rank)
    receiver = Receiver(rank, deputy=False, authority_since=official.since, authority_until=official.until)
    if not law.get(Receivers).may_receive(receiver, plan.on):
        raise UnlawfulError("no_authority", law.cite(Receivers), day=plan.on)
    restricted = restrictions.check_mode(office, plan.mode, plan.on)
    video = plan.mode is Mode.VIDEO and not restricted
    if video and (code := law.get(VideoByConsent).objection(rank, consented=True)):
        raise UnlawfulError(code, law.cite(VideoByConsent))


def _possible(plan: Plan, office: Office, at: datetime) -> None:
    if plan.on < at.astimezone(ZoneInfo(office.zone)).date():
        raise DayError("past")
    if not worktime.calendar().is_working(plan.on):
        raise DayError("day_off")
    length = timedelta(minutes=plan.minutes * plan.places)
    if datetime.combine(plan.on, plan.opens) + length > datetime.combine(plan.on, time(23, 59)):
        raise DayError("too_long")


def _day_row(office: Office, plan: Plan) -> ReceptionDay:
    try:
        with transaction.atomic():
            return ReceptionDay.objects.create(
                office=office,
                official_id=plan.official_id,
                on=plan.on,
                opens=plan.opens,
                slot_minutes=plan.minutes,
                slot_count=plan.places,
                mode=plan.mode,
                place_kk=plan.place.kk,
                place_ru=plan.place.ru,
            )
    except IntegrityError as twice:
        raise DayError("twice") from twice


def _cut_slots(day: ReceptionDay, office: Office, plan: Plan) -> None:
    first = datetime.combine(plan.on, plan.opens, ZoneInfo(office.zone))
    length = timedelta(minutes=plan.minutes)
    Slot.objects.bulk_create(
        Slot(
            day=day,
            place=number + 1,
            starts_at=first + length * number,
            ends_at=first + length * (number + 1),
        )
        for number in range(plan.places)
    )


@transaction.atomic
def publish_day(day_id: int, *, by: Actor, at: datetime) -> ReceptionDay:
    """From now on the day stands on the public page, and people may be appointed to it."""
    day = ReceptionDay.objects.select_for_update(of=("self",)).select_related("office").get(pk=day_id)
    require(by, Right.PLAN_DAYS, day.office_id)
    if day.published_at is None:
        day.published_at = at
        day.version += 1
        day.save(update_fields=["published_at", "version"])
        law = governing(day.office.code, day.on).edition
        journal.write("publish_day", about=day.key, by=by, at=at, citation=law.cite(MonthlyReception))
    return day
