"""What applicants say of their hour: they come, want another, an earlier one, or cancel it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, locked, note
from qabyldau.regulation.lifecycle import Action, take
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning.actions.line import offer_freed
from qabyldau.replanning.actions.offering import drop
from qabyldau.replanning.models import AnotherTime, Confirmation, EarlierWish
from qabyldau.replanning.rules import order, refuse, speaks_for
from qabyldau.review.actions import hours
from qabyldau.review.actions.appoint import modes_of
from qabyldau.review.actions.hours import Given
from qabyldau.review.kinds import Why
from qabyldau.review.queries import live_appointment
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import Slot


@transaction.atomic
def confirm(appeal_id: int, *, asked: Asked) -> Appointment:
    """They come; said twice, it is still said once."""
    appeal = locked(appeal_id, asked)
    speaks_for(asked.by, appeal)
    row = _hour(appeal, asked)
    _, new = Confirmation.objects.get_or_create(appointment=row, defaults={"at": asked.at})
    if new:
        note(appeal, "confirm_hour", asked, order(appeal), {"appointment": row.pk})
    return row


@transaction.atomic
def move_hour(appeal_id: int, *, slot_id: int, why: Why, reason: str = "", asked: Asked) -> Appointment:
    """Another hour: once as the applicant asks, a later one of the same official; else with the reason."""
    appeal = locked(appeal_id, asked)
    take(Action.MOVE_HOUR, appeal.stage, appeal.edition)
    now, slot = _hour(appeal, asked), schedule.slot(slot_id)
    if why is Why.APPLICANT:
        _as_asked(appeal, now, slot, asked)
    else:
        _as_reasoned(asked.by, appeal, reason)
        require(asked.by, Right.APPOINT, slot.day.office_id)
    mode = modes_of([appeal], slot.day)[appeal.pk]
    said = reason if why is Why.OFFICE else ""
    (row,) = hours.move([Given(appeal, slot, mode, said)], why, asked)
    drop([appeal.pk], asked.at)
    offer_freed(appeal.office_id, asked.at)
    return row


def _as_asked(appeal: Appeal, now: Appointment, slot: Slot, asked: Asked) -> None:
    """An earlier hour is not asked for but offered, in the order of the law."""
    speaks_for(asked.by, appeal)
    if slot.day.official_id != now.slot.day.official_id or slot.starts_at <= now.slot.starts_at:
        raise refuse("only_later_hours", appeal)
    try:
        with transaction.atomic():
            AnotherTime.objects.create(appeal=appeal, at=asked.at)
    except IntegrityError as twice:
        raise refuse("another_time_once", appeal) from twice


def _as_reasoned(by: Actor, appeal: Appeal, reason: str) -> None:
    require(by, Right.APPOINT, appeal.office_id)
    if not reason.strip():
        raise refuse("change_without_reason", appeal)


@transaction.atomic
def release(appeal_id: int, *, why: Why, reason: str = "", asked: Asked) -> Appeal:
    """The hour is cancelled, the appeal is not: it waits for another one in its place of the order."""
    appeal = locked(appeal_id, asked)
    if why is Why.APPLICANT:
        speaks_for(asked.by, appeal)
    else:
        _as_reasoned(asked.by, appeal, reason)
    take(Action.RELEASE, appeal.stage, appeal.edition)
    hours.cancel([appeal], why, asked, reason if why is Why.OFFICE else "")
    drop([appeal.pk], asked.at)
    offer_freed(appeal.office_id, asked.at)
    return appeal


@transaction.atomic
def wish_earlier(appeal_id: int, *, wished: bool = True, asked: Asked) -> EarlierWish:
    """From now on earlier hours that become free are offered, in the order of the law; or no more."""
    appeal = locked(appeal_id, asked)
    speaks_for(asked.by, appeal)
    _hour(appeal, asked)
    row, _ = EarlierWish.objects.update_or_create(appeal=appeal, defaults={"at": asked.at, "live": wished})
    note(appeal, "wish_earlier", asked, order(appeal), {"wished": wished})
    offer_freed(appeal.office_id, asked.at)
    return row


def _hour(appeal: Appeal, asked: Asked) -> Appointment:
    """The hour that they have, which has not come yet."""
    row = live_appointment(appeal)
    if row is None or row.slot.starts_at <= asked.at:
        raise UnlawfulError("no_hour_to_change", order(appeal), state=appeal.state)
    return row
