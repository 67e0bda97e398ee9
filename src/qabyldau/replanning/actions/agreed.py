"""On the day itself: somebody who came is not received now, and another time is agreed with an official."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.reception import desk
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import Action, take
from qabyldau.regulation.norms.reception import CallIn
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning.actions.line import offer_freed
from qabyldau.replanning.actions.offering import drop
from qabyldau.review.actions import hours
from qabyldau.review.actions.appoint import modes_of
from qabyldau.review.actions.hours import Given
from qabyldau.review.kinds import Why
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.review.models import Appointment


@transaction.atomic
def agree_time(visit_id: int, *, slot_id: int, reason: str, asked: Asked) -> Appointment:
    """The visit ends here, and the person has the agreed hour; the letter says why."""
    visit = desk.to_another_time(visit_id, asked=asked)
    appeal, slot = visit.appeal, schedule.slot(slot_id)
    require(asked.by, Right.RECORD_RECEPTION, slot.day.office_id)
    take(Action.MOVE_HOUR, appeal.stage, appeal.edition)
    if not reason.strip():
        raise UnlawfulError("change_without_reason", appeal.edition.cite(CallIn))
    mode = modes_of([appeal], slot.day)[appeal.pk]
    (row,) = hours.move([Given(appeal, slot, mode, reason)], Why.OFFICE, Asked(by=asked.by, at=asked.at))
    drop([appeal.pk], asked.at)
    offer_freed(appeal.office_id, asked.at)
    return row
