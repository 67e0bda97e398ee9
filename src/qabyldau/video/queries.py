"""Reads: when the room of an appointment is open, what stands against entering it, who asked for a call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.regulation.norms.reception import Mode, VideoByConsent
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import queries as review
from qabyldau.schedule import restrictions
from qabyldau.video.kinds import OPENS_BEFORE
from qabyldau.video.models import VideoRoom

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import ReceptionDay


@dataclass(frozen=True, slots=True)
class Open:
    """When a room is open: from a quarter of an hour before the hour that was told, to the end of the day."""

    since: datetime
    until: datetime

    def holds(self, at: datetime) -> bool:
        return self.since <= at < self.until


def hours(appointment: Appointment) -> Open:
    zone = ZoneInfo(appointment.slot.day.office.zone)
    starts = appointment.slot.starts_at.astimezone(zone)
    midnight = datetime.combine(starts.date() + timedelta(days=1), time(0), tzinfo=zone)
    return Open(starts - OPENS_BEFORE, midnight)


def appointment_by_video(appeal: Appeal) -> Appointment | None:
    """The live hour, if it is by video."""
    found = review.live_appointment(appeal)
    return found if found and Mode(found.mode) is Mode.VIDEO else None


def admitted(appeal: Appeal, at: datetime) -> Appointment:
    """The appointment whose room may be entered now; refuses with the clause."""
    citation = appeal.edition.cite(VideoByConsent)
    appointment = appointment_by_video(appeal)
    if appointment is None:
        raise UnlawfulError("not_by_video", citation)
    _lawful(appeal, appointment.slot.day)
    opens = hours(appointment)
    if at < opens.since:
        raise UnlawfulError(
            "video_not_open_yet", citation, hour=f"{opens.since:%H:%M}", day=opens.since.date()
        )
    if not opens.holds(at):
        raise UnlawfulError("video_closed", citation)
    return appointment


def _lawful(appeal: Appeal, day: ReceptionDay) -> None:
    """Consent is asked of everybody; a restriction opens the way to every rank."""
    law = appeal.edition
    restricted = restrictions.covering(appeal.office_id, day.on) is not None
    code = law.get(VideoByConsent).objection(
        Rank(day.official.rank), consented=appeal.video_consent, restricted=restricted
    )
    if code:
        raise UnlawfulError(code, law.cite(VideoByConsent))


def room_of(appointment: Appointment) -> VideoRoom | None:
    return VideoRoom.objects.filter(appointment=appointment).first()


def asked_for_a_call(day: ReceptionDay) -> dict[int, VideoRoom]:
    """By appeal: who of this day could not connect and waits for a telephone call."""
    rows = VideoRoom.objects.filter(
        appointment__slot__day=day, phone_asked_at__isnull=False, phone_used_at=None
    )
    return {row.appointment.appeal_id: row for row in rows.select_related("appointment")}
