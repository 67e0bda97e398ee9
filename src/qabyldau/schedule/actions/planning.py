"""Draft a month: plan a day or a series, change a day, take it off. Nothing of it is public yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from qabyldau import happenings
from qabyldau.journal import actions as journal
from qabyldau.people import queries as people
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.deadlines import AbsenceNotice
from qabyldau.regulation.norms.intake import BookingHours
from qabyldau.regulation.norms.reception import Mode, VideoByConsent
from qabyldau.regulation.norms.schedule import Publication, Rank, Receiver, Receivers
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule import queries, restrictions
from qabyldau.schedule.actions.cutting import cut_slots, recut
from qabyldau.schedule.actions.versions import opened
from qabyldau.schedule.errors import DayError
from qabyldau.schedule.events import DayLosesItsHours
from qabyldau.schedule.hours import PastMidnightError, cut, overlap
from qabyldau.schedule.kinds import DayKind, OnDayOff
from qabyldau.schedule.models import DayChange, ReceptionDay, Slot
from qabyldau.schedule.plans import Ground, Plan, Series
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official

LONGEST_SERIES = timedelta(days=370)
OF_THE_MONTH = Ground()


@transaction.atomic
def plan_day(
    office: Office, plan: Plan, *, by: Actor, at: datetime, ground: Ground = OF_THE_MONTH
) -> ReceptionDay:
    """A draft: nobody is told of it until it is published."""
    require(by, Right.PLAN_DAYS, office.pk)
    law = _law(office, at)
    plan = _checked(office, plan, law, at)
    if ground.kind is DayKind.SCHEDULED:
        opened(office, plan.on, by=by, at=at)
    day = _day_row(office, plan, ground, law)
    facts = {"on": plan.on.isoformat(), "official": plan.official_id, "places": plan.places}
    journal.write("plan_day", about=day.key, by=by, at=at, citation=law.cite(Receivers), facts=dict(facts))
    return day


def _law(office: Office, at: datetime) -> Edition:
    return governing(office.code, at.astimezone(ZoneInfo(office.zone)).date()).edition


def _checked(office: Office, plan: Plan, law: Edition, at: datetime) -> Plan:
    """The plan with the name of its room, once nothing stands against it."""
    plan = plan.in_room(queries.room(office.pk, plan.room_id))
    _lawful(plan, people.official(office.pk, plan.official_id), office, law)
    _possible(plan, office, law, at)
    return plan


def _lawful(plan: Plan, official: Official, office: Office, law: Edition) -> None:
    rank = Rank(official.rank)
    receiver = Receiver(rank, deputy=False, authority_since=official.since, authority_until=official.until)
    if not law.get(Receivers).may_receive(receiver, plan.on):
        raise UnlawfulError("no_authority", law.cite(Receivers), day=plan.on)
    restricted = restrictions.check_mode(office, plan.mode, plan.on)
    video = plan.mode is Mode.VIDEO and not restricted
    if video and (code := law.get(VideoByConsent).objection(rank, consented=True)):
        raise UnlawfulError(code, law.cite(VideoByConsent))


def _possible(plan: Plan, office: Office, law: Edition, at: datetime) -> None:
    zone = ZoneInfo(office.zone)
    if datetime.combine(plan.on, plan.opens, zone) < at:
        raise DayError("past", law.cite(Publication))
    if not worktime.calendar().is_working(plan.on):
        raise DayError("day_off", law.cite(BookingHours))
    try:
        cut(plan.opens, plan.minutes, plan.places, plan.break_at, plan.break_minutes)
    except PastMidnightError as past:
        raise DayError("too_long") from past


def _day_row(office: Office, plan: Plan, ground: Ground, law: Edition) -> ReceptionDay:
    day = ReceptionDay(
        office=office,
        kind=ground.kind,
        instruction_number=ground.instruction_number,
        instruction_on=ground.instruction_on,
        meeting_id=ground.meeting_id,
    )
    plan.put(day)
    _alone(day, law)
    try:
        with transaction.atomic():
            day.save(force_insert=True)
    except IntegrityError as twice:
        raise DayError("twice", law.cite(Publication)) from twice
    cut_slots(day, office)
    return day


def _alone(day: ReceptionDay, law: Edition) -> None:
    """Nobody receives in two receptions at once, on whatever grounds."""
    others = queries.days(day.office_id).filter(official_id=day.official_id, on=day.on).exclude(pk=day.pk)
    if any(overlap((day.opens, day.closes), (one.opens, one.closes)) for one in others):
        raise DayError("twice", law.cite(Publication))


@dataclass(frozen=True, slots=True)
class Planned:
    """What a series came to: the days planned, and the days off left out."""

    days: tuple[ReceptionDay, ...]
    left_out: tuple[date, ...]


@transaction.atomic
def plan_series(office: Office, series: Series, *, by: Actor, at: datetime) -> Planned:
    """Every day of a series, or none where one of them meets a day of the same official."""
    require(by, Right.PLAN_DAYS, office.pk)
    if series.until < series.plan.on or series.until - series.plan.on > LONGEST_SERIES:
        raise DayError("series_length")
    wanted = {day: _moved(day, series.on_day_off) for day in series.days()}
    days = sorted({day for day in wanted.values() if day})
    if not days:
        raise DayError("series_empty")
    _meets_none(office, series.plan.official_id, days, _law(office, at))
    planned = [plan_day(office, replace(series.plan, on=day), by=by, at=at) for day in days]
    return Planned(tuple(planned), tuple(day for day, found in wanted.items() if found is None))


def _moved(day: date, on_day_off: OnDayOff) -> date | None:
    calendar = worktime.calendar()
    if calendar.is_working(day):
        return day
    return calendar.on_or_after(day) if on_day_off is OnDayOff.NEXT else None


def _meets_none(office: Office, official_id: int, days: list[date], law: Edition) -> None:
    met = queries.days(office.pk).filter(official_id=official_id, on__in=days).order_by("on").first()
    if met:
        raise UnlawfulError("series_overlaps", law.cite(Publication), day=met.on)


def _editable(day_id: int, by: Actor, at: datetime) -> ReceptionDay:
    """A day that still stands, of a month whose version may be worked on."""
    day = queries.day_for_update(day_id)
    require(by, Right.PLAN_DAYS, day.office_id)
    if day.taken_off_at:
        raise DayError("taken_off")
    if day.kind == DayKind.SCHEDULED:
        opened(day.office, day.on, by=by, at=at)
    return day


@transaction.atomic
def change_day(day_id: int, plan: Plan, *, by: Actor, at: datetime) -> ReceptionDay:
    """A draft becomes another at once; a published day when the next version is posted."""
    day = _editable(day_id, by, at)
    law = _law(day.office, at)
    plan = _checked(day.office, plan, law, at)
    if plan.on.replace(day=1) != day.on.replace(day=1):
        raise DayError("another_month", law.cite(Publication))
    if day.published_at:
        spared(day, plan)
        wanted = {"takes_off": False, "wanted": plan.as_row(), "by_user_id": by.user_id, "at": at}
        DayChange.objects.update_or_create(day=day, defaults=wanted)
    else:
        rewrite(day, plan, law)
    facts = {"on": plan.on.isoformat(), "official": plan.official_id, "places": plan.places}
    citation = law.cite(Publication)
    journal.write("change_day", about=day.key, by=by, at=at, citation=citation, facts=dict(facts))
    return day


def rewrite(day: ReceptionDay, plan: Plan, law: Edition) -> None:
    """Put the plan into the row, and cut its hours anew as far as nobody has them."""
    fewer = not plan_keeps_hours(day, plan)
    before = day.slot_count
    plan.put(day)
    _alone(day, law)
    day.version += 1
    day.save()
    if fewer:
        recut(day, day.office)
    else:
        cut_slots(day, day.office, after=before)


def plan_keeps_hours(day: ReceptionDay, plan: Plan) -> bool:
    """Whether every hour of the day stays what it was, with more of them at the end at most."""
    old = cut(day.opens, day.slot_minutes, day.slot_count, day.break_at, day.break_minutes)
    new = cut(plan.opens, plan.minutes, plan.places, plan.break_at, plan.break_minutes)
    return plan.on == day.on and plan.official_id == day.official_id and new[: len(old)] == old


def spared(day: ReceptionDay, plan: Plan | None) -> None:
    """Nobody's hour is moved from here: what touches people goes by replanning, which tells each of them."""
    told_of = plan and (plan.place == day.place and plan.mode == day.mode)
    if plan and told_of and plan_keeps_hours(day, plan):
        return
    if Slot.objects.filter(day=day).exclude(taken_by=None, held_for=None).exists():
        law = governing(day.office.code, day.on).edition
        raise UnlawfulError("day_has_people", law.cite(AbsenceNotice), day=day.on)
    if plan is None or plan.on != day.on or plan.official_id != day.official_id:
        happenings.announce(DayLosesItsHours(day.pk))


@transaction.atomic
def remove_day(day_id: int, *, by: Actor, at: datetime) -> ReceptionDay:
    """A draft is gone at once; a published day when the next version is posted. Never one with people."""
    day = _editable(day_id, by, at)
    spared(day, None)
    law = _law(day.office, at)
    if day.published_at:
        wanted = {"takes_off": True, "wanted": None, "by_user_id": by.user_id, "at": at}
        DayChange.objects.update_or_create(day=day, defaults=wanted)
    else:
        day.taken_off_at = at
        day.save(update_fields=["taken_off_at"])
    facts = {"on": day.on.isoformat(), "official": day.official_id}
    citation = law.cite(Publication)
    journal.write("remove_day", about=day.key, by=by, at=at, citation=citation, facts=dict(facts))
    return day


@transaction.atomic
def keep_day(day_id: int, *, by: Actor, at: datetime) -> ReceptionDay:
    """A published day stays as it is: what was wanted of it is dropped."""
    day = _editable(day_id, by, at)
    DayChange.objects.filter(day=day).delete()
    journal.write("keep_day", about=day.key, by=by, at=at, citation=_law(day.office, at).cite(Publication))
    return day
