"""Put a chosen way into effect: first nobody is lost, then hours and letters, then the posted schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.occupancy import actions as occupancy
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.control import Distribution
from qabyldau.regulation.norms.deadlines import AbsenceNotice
from qabyldau.regulation.norms.reception import Mode
from qabyldau.replanning.actions.offering import drop
from qabyldau.replanning.kinds import OptionKind
from qabyldau.review.actions import hours
from qabyldau.review.actions.appoint import list_decided
from qabyldau.review.actions.hours import Given
from qabyldau.review.kinds import Why
from qabyldau.review.queries import decided_for
from qabyldau.schedule import actions as schedule

if TYPE_CHECKING:
    from qabyldau.replanning.options import Affected, Option
    from qabyldau.schedule.models import ReceptionDay

# By which clause the schedule itself changes.
UNDER = {Why.ABSENCE: AbsenceNotice, Why.DAY_OFF: Distribution}


def apply(found: Affected, chosen: Option, why: Why, asked: Asked) -> None:
    """In the caller's transaction, on a locked day."""
    day = found.day
    if decided_for(day) and chosen.kind is not OptionKind.SUBSTITUTE:
        list_decided(day, asked)
    if chosen.kind is OptionKind.SUBSTITUTE:
        _hand_over(day, chosen.official.pk, why, asked)
    _move_people(day, chosen, why, asked)
    if chosen.kind in {OptionKind.OTHER_DAY, OptionKind.OTHER_OFFICIAL}:
        schedule.take_off_day(day, under=UNDER[why], by=asked.by, at=asked.at)
        occupancy.release(day.office_id, [day.key])
    if chosen.kind is OptionKind.VIDEO:
        schedule.turn_day(day, Mode.VIDEO, under=UNDER[why], by=asked.by, at=asked.at)


def _hand_over(day: ReceptionDay, official_id: int, why: Why, asked: Asked) -> None:
    """The hours stay; whoever was to sit there is free."""
    occupancy.release(day.office_id, [day.key])
    schedule.hand_over_day(day, official_id, under=UNDER[why], by=asked.by, at=asked.at)


def _move_people(day: ReceptionDay, chosen: Option, why: Why, asked: Asked) -> None:
    """In the order in which they had their hours."""
    once = Asked(by=asked.by, at=asked.at)
    locked = {one.pk: one for one in hours.locked([change.appeal.pk for change in chosen.changes])}
    drop(locked, asked.at)
    given = []
    for change in chosen.moved:
        slot = change.slot
        if slot is None:
            continue
        slot.day = day if slot.day_id == day.pk else slot.day
        given.append(Given(locked[change.appeal.pk], slot, change.mode))
    hours.move(given, why, once)
    if chosen.left:
        hours.cancel([locked[change.appeal.pk] for change in chosen.left], why, once)
