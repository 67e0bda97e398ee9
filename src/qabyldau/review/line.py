"""Reads of the line for hours: who stands where, which hours were given back, who has a later one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qabyldau.regulation.norms.queue import Precedence
from qabyldau.review.models import Appointment
from qabyldau.review.queries import waiting_of

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Edition


def ordered(appeals: Iterable[Appeal], law: Edition) -> list[Appeal]:
    """These people in the order of the law."""
    by_id = {appeal.pk: appeal for appeal in appeals}
    line = law.get(Precedence).order(waiting_of(appeal) for appeal in by_id.values())
    return [by_id[one.number] for one in line]


def given_back(office_id: int, after: datetime) -> list[int]:
    """Hours to come that somebody had and gave back, and nobody has now; soonest first."""
    rows = Appointment.objects.filter(
        live=False,
        slot__taken_by=None,
        slot__held_for=None,
        slot__starts_at__gt=after,
        slot__day__office_id=office_id,
        slot__day__taken_off_at=None,
    )
    return list(rows.order_by("slot__starts_at").values_list("slot_id", flat=True).distinct())


def had_this_hour(slot_id: int) -> set[int]:
    """Appeals that once had this hour: whoever gave it back is not asked to take it again."""
    return set(Appointment.objects.filter(slot_id=slot_id).values_list("appeal_id", flat=True))


def later_hours(official_id: int, after: datetime) -> list[Appointment]:
    """Live hours of an official after a moment."""
    rows = Appointment.objects.filter(
        live=True, slot__day__official_id=official_id, slot__starts_at__gt=after
    )
    return list(rows.select_related("appeal", "appeal__office", "slot"))
