"""Restrictive measures: what they turn is shown first, then done and told; lifting them restores nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, local_day, locked, note, save
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.reception import Mode, VideoByConsent, VideoOnly
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.replanning.actions.line import offer_freed
from qabyldau.replanning.actions.offering import drop
from qabyldau.replanning.kinds import VideoAnswer
from qabyldau.replanning.models import VideoAsk
from qabyldau.replanning.rules import refuse, speaks_for
from qabyldau.review.actions import hours
from qabyldau.review.actions.hours import Given
from qabyldau.review.kinds import Why
from qabyldau.review.queries import appointments
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries as days
from qabyldau.schedule import restrictions
from qabyldau.schedule.hours_of import standing_days
from qabyldau.schedule.restrictions import Declared

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import ReceptionDay, Restriction


@dataclass(frozen=True, slots=True)
class Turned:
    """A day that a restriction turns to video, and the people on it who would have come in person."""

    day: ReceptionDay
    people: tuple[Appointment, ...]


def would_turn(office: Office, since: date, until: date | None, today: date) -> list[Turned]:
    """Every day inside it that is not over, with everybody it touches: nothing is changed by looking."""
    found = []
    for day in standing_days(office.pk, max(since, today), until):
        rows = tuple(row for row in appointments(day) if row.mode != Mode.VIDEO)
        if rows or day.mode != Mode.VIDEO:
            found.append(Turned(day, rows))
    return found


@transaction.atomic
def declare_restriction(office: Office, declared: Declared, *, by: Actor, at: datetime) -> Restriction:
    """From now on everything inside it is by video; everybody is told and asked."""
    row = restrictions.declare(office, declared, by=by, at=at)
    for one in would_turn(office, row.since, row.until, local_day(office, at)):
        _turn(one.day.pk, row, Asked(by=by, at=at))
    return row


def _turn(day_id: int, restriction: Restriction, asked: Asked) -> None:
    day = days.day_for_update(day_id)
    rows = [row for row in appointments(day) if row.mode != Mode.VIDEO]
    if day.mode != Mode.VIDEO:
        schedule.turn_day(day, Mode.VIDEO, under=VideoOnly, by=asked.by, at=asked.at)
    if not rows:
        return
    appeals = hours.locked([row.appeal_id for row in rows])
    hours.turn(appeals, act_words(restriction), equipped(day), asked)
    VideoAsk.objects.bulk_create(
        [VideoAsk(restriction=restriction, appeal=appeal, asked_at=asked.at) for appeal in appeals],
        ignore_conflicts=True,
    )


def act_words(restriction: Restriction) -> str:
    return f"№ {restriction.act_number}, {restriction.act_date:%d.%m.%Y}"


def equipped(day: ReceptionDay) -> Words | None:
    """A place of the office with the equipment; None: it has none."""
    found = next((room for room in days.rooms(day.office_id, day.on) if room.video), None)
    return found.name if found else None


@transaction.atomic
def answer_video(appeal_id: int, *, answer: VideoAnswer, asked: Asked) -> VideoAsk:
    """With an own device, from a place of ours, or not by video at all: then another hour is awaited."""
    appeal = locked(appeal_id, asked)
    speaks_for(asked.by, appeal)
    ask = VideoAsk.objects.select_for_update().filter(appeal=appeal).order_by("-pk").first()
    if ask is None:
        raise refuse("not_asked_about_video", appeal)
    ask.answer, ask.answered_at = answer, asked.at
    ask.save(update_fields=["answer", "answered_at"])
    citation = appeal.edition.cite(VideoByConsent)
    if answer is VideoAnswer.NO:
        note(appeal, "answer_video", Asked(by=asked.by, at=asked.at), citation, {"answer": str(answer)})
        hours.cancel([appeal], Why.NO_VIDEO, asked)
        drop([appeal.pk], asked.at)
        offer_freed(appeal.office_id, asked.at)
        return ask
    appeal.video_consent = True
    save(appeal)
    note(appeal, "answer_video", asked, citation, {"answer": str(answer)})
    return ask


@transaction.atomic
def lift_restriction(restriction_id: int, *, last_day: date, by: Actor, at: datetime) -> Restriction:
    """It restricts no more after that day. What it turned stays turned until somebody decides, day by day."""
    return restrictions.lift(restriction_id, last_day=last_day, by=by, at=at)


def may_turn_back(restriction: Restriction, today: date) -> list[Turned]:
    """Days to come that this restriction turned to video and covers no more."""
    if restriction.lifted_at is None or restriction.until is None:
        return []
    found = []
    for day in standing_days(restriction.office_id, max(restriction.until, today), None):
        free = restrictions.covering(restriction.office_id, day.on) is None
        rows = _asked_about(restriction, appointments(day))
        if free and day.on > restriction.until and day.mode == Mode.VIDEO and rows:
            found.append(Turned(day, tuple(rows)))
    return found


def _asked_about(restriction: Restriction, rows: Sequence[Appointment]) -> list[Appointment]:
    asked = set(VideoAsk.objects.filter(restriction=restriction).values_list("appeal_id", flat=True))
    return [row for row in rows if row.appeal_id in asked]


@transaction.atomic
def turn_back(restriction_id: int, day_id: int, *, asked: Asked) -> ReceptionDay:
    """The day is in person again, at the same hours; everybody whom the restriction turned is told."""
    day = days.day_for_update(day_id)
    require(asked.by, Right.DECLARE_RESTRICTION, day.office_id)
    row = restrictions.restriction(day.office_id, restriction_id)
    there = {one.day.pk: one for one in may_turn_back(row, local_day(day.office, asked.at))}
    if day.pk not in there:
        law = governing(day.office.code, day.on).edition
        raise UnlawfulError("only_video_now", law.cite(VideoOnly), day=day.on)
    schedule.turn_day(day, Mode.IN_PERSON, under=VideoOnly, by=asked.by, at=asked.at)
    locked_all = hours.locked([one.appeal_id for one in there[day.pk].people])
    slots = {one.appeal_id: one.slot for one in there[day.pk].people}
    for slot in slots.values():
        slot.day = day
    given = [Given(one, slots[one.pk], Mode.IN_PERSON) for one in locked_all]
    hours.move(given, Why.LIFTED, Asked(by=asked.by, at=asked.at))
    return day
