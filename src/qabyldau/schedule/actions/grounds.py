"""Days on a ground of their own: by the akim's instruction, after a meeting, at once by consent."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.people import queries as people
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import (
    AfterMeetings,
    AkimInstruction,
    OffSchedule,
    Rank,
    Receiver,
)
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.actions.months import publish_day
from qabyldau.schedule.actions.planning import plan_day
from qabyldau.schedule.kinds import DayKind
from qabyldau.schedule.models import Meeting, ReceptionDay, Slot
from qabyldau.schedule.plans import Ground, Plan

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official

SAME_DAY_MINUTES = 15
STEP = timedelta(minutes=5)


@transaction.atomic
def plan_off_schedule(
    office: Office, plan: Plan, instruction: AkimInstruction, *, by: Actor, at: datetime
) -> ReceptionDay:
    """A deputy receives beside the approved schedule, as the akim instructed; posted at once."""
    require(by, Right.PLAN_DAYS, office.pk)
    official, law = people.official(office.pk, plan.official_id), governing(office.code, plan.on).edition
    receiver = Receiver(
        Rank(official.rank), people.is_deputy(official, plan.on), official.since, official.until
    )
    code = law.get(OffSchedule).objection(receiver, instruction)
    if code is None and instruction.reception_on != plan.on:
        code = "off_schedule_on_another_day"
    if code:
        raise UnlawfulError(code, law.cite(OffSchedule))
    ground = Ground(DayKind.OFF_SCHEDULE, instruction.number.strip(), instruction.given_on)
    return publish_day(plan_day(office, plan, by=by, at=at, ground=ground).pk, by=by, at=at)


@transaction.atomic
def plan_after_meeting(
    office: Office, meeting_id: int, plan: Plan, *, by: Actor, at: datetime
) -> ReceptionDay:
    """A reception after a meeting with the population, jointly with those who were there; posted at once."""
    require(by, Right.PLAN_DAYS, office.pk)
    meeting = Meeting.objects.get(pk=meeting_id, office_id=office.pk)
    law = governing(office.code, plan.on).edition
    code = law.get(AfterMeetings).objection(meeting.on, plan.on, meeting.jointly_with)
    if code:
        raise UnlawfulError(code, law.cite(AfterMeetings), day=meeting.on)
    ground = Ground(DayKind.AFTER_MEETING, meeting_id=meeting.pk)
    return publish_day(plan_day(office, plan, by=by, at=at, ground=ground).pk, by=by, at=at)


@transaction.atomic
def hour_now(official: Official, office: Office, *, at: datetime) -> Slot:
    """The next hour of today with an official who agreed to receive at once; it stands on no schedule."""
    local = at.astimezone(ZoneInfo(office.zone))
    starts = _next_hour(official, _rounded(local))
    day, _ = ReceptionDay.objects.get_or_create(
        office=office,
        official=official,
        on=local.date(),
        kind=DayKind.SAME_DAY,
        taken_off_at=None,
        defaults={
            "opens": time(starts.hour, starts.minute),
            "slot_minutes": SAME_DAY_MINUTES,
            "slot_count": 1,
            "place_kk": office.address_kk,
            "place_ru": office.address_ru,
            "published_at": at,
        },
    )
    place = Slot.objects.filter(day=day).count() + 1
    ReceptionDay.objects.filter(pk=day.pk).update(slot_count=place)
    ends = starts + timedelta(minutes=SAME_DAY_MINUTES)
    return Slot.objects.create(day=day, place=place, starts_at=starts, ends_at=ends)


def _rounded(moment: datetime) -> datetime:
    over = timedelta(minutes=moment.minute % 5, seconds=moment.second, microseconds=moment.microsecond)
    return moment if not over else moment - over + STEP


def _next_hour(official: Official, moment: datetime) -> datetime:
    """Not before the hours that this official has given away today."""
    busy = Slot.objects.filter(
        day__official=official, day__on=moment.date(), day__taken_off_at=None, taken_by__isnull=False
    )
    for slot in busy.order_by("starts_at"):
        if slot.starts_at < moment + timedelta(minutes=SAME_DAY_MINUTES) and moment < slot.ends_at:
            moment = slot.ends_at.astimezone(moment.tzinfo)
    return moment
