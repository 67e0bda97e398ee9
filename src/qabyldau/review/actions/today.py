"""An hour of today for somebody whom an official agreed to receive at once: no list precedes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.letters.facts import Appointment as AppointmentLetter
from qabyldau.registry.moves import Asked, Step, move
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Action, Notice
from qabyldau.regulation.norms.reception import Mode
from qabyldau.review.models import Appointment
from qabyldau.schedule import actions as schedule

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import Slot


def receive_today(appeal: Appeal, slot: Slot, asked: Asked) -> Appointment:
    """Within the transaction of the consent, the appeal locked by it."""
    schedule.take_slot(slot.pk, appeal.pk)
    mode = Mode.IN_PERSON
    row = Appointment.objects.create(appeal=appeal, slot=slot, mode=mode, at=asked.at)
    official = slot.day.official
    letter = AppointmentLetter(
        starts_at=slot.starts_at.astimezone(ZoneInfo(appeal.office.zone)),
        official=official.name,
        position=official.position,
        place=slot.day.place,
        mode=mode,
    )
    step = Step(
        facts={"slot": slot.pk, "starts_at": slot.starts_at.isoformat()},
        tells=Told(Notice.APPOINTMENT, letter),
        official_id=official.pk,
        reception_at=slot.starts_at,
    )
    move(appeal, Action.RECEIVE_TODAY, asked, step)
    return row
