"""Enter the room of a reception by video; ask for a telephone call instead, and record that it was made."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.people.actor import Kind, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.ports.video import Part, Room, Visitor
from qabyldau.reception import queries as reception
from qabyldau.registry.moves import Asked, locked, note
from qabyldau.regulation.norms.reception import VideoByConsent
from qabyldau.video import queries, server
from qabyldau.video.models import VideoRoom

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.words import Language
    from qabyldau.review.models import Appointment

NAME_BYTES = 12


def enter(appeal_id: int, *, language: Language, asked: Asked) -> str:
    """The address of the room for this person alone; the server is asked outside any transaction.

    Raises `VideoFailedError` when there is no server or it does not answer.
    """
    rooms = server.rooms()
    room, visitor = _let_in(appeal_id, language, asked)
    rooms.open(room)
    return rooms.link(room, visitor)


@transaction.atomic
def _let_in(appeal_id: int, language: Language, asked: Asked) -> tuple[Room, Visitor]:
    appeal = locked(appeal_id, asked)
    part = _part(appeal, asked)
    appointment = queries.admitted(appeal, asked.at)
    row, opens = _room(appointment, asked), queries.hours(appointment)
    _note(appeal, "enter_video", asked, {"room": row.pk, "part": str(part)})
    shown = asked.by.position if part is Part.HOST else _number(appeal, appointment)
    key = f"{part}-{asked.by.user_id or row.pk}"
    return Room(row.name, opens.since, opens.until), Visitor(key, shown, part, language.value)


@transaction.atomic
def ask_phone(appeal_id: int, *, asked: Asked) -> VideoRoom:
    """The applicant could not connect, and asks to be called; said twice, it is still said once."""
    appeal = locked(appeal_id, asked)
    _part(appeal, asked)
    row = _room(queries.admitted(appeal, asked.at), asked)
    if row.phone_asked_at is None:
        row.phone_asked_at = asked.at
        row.save(update_fields=["phone_asked_at"])
        _note(appeal, "ask_phone", asked, {"room": row.pk})
    return row


@transaction.atomic
def use_phone(appeal_id: int, *, asked: Asked) -> VideoRoom:
    """They were connected by telephone instead: recorded when it was used."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.RECORD_RECEPTION, appeal.office_id)
    row = _room(queries.admitted(appeal, asked.at), asked)
    if row.phone_used_at is None:
        row.phone_used_at = asked.at
        row.save(update_fields=["phone_used_at"])
        _note(appeal, "use_phone", asked, {"room": row.pk})
    return row


def _part(appeal: Appeal, asked: Asked) -> Part:
    """The applicant of this appeal is the guest; whoever records receptions is the host; nobody else."""
    if asked.by.kind is not Kind.APPLICANT:
        require(asked.by, Right.RECORD_RECEPTION, appeal.office_id)
        return Part.HOST
    if (asked.by.office_id, asked.by.appeal_id) != (appeal.office_id, appeal.pk):
        raise PermissionDeniedError(Right.RECORD_RECEPTION)
    return Part.GUEST


def _room(appointment: Appointment, asked: Asked) -> VideoRoom:
    """The same one for everybody who asks; the appeal is locked."""
    office = appointment.slot.day.office
    name = f"{office.code}-{secrets.token_hex(NAME_BYTES)}"
    row, _ = VideoRoom.objects.get_or_create(
        appointment=appointment, defaults={"office": office, "name": name, "made_at": asked.at}
    )
    return row


def _number(appeal: Appeal, appointment: Appointment) -> str:
    """What the official sees of a guest: the number of the day, or the hour before there is one."""
    visit = reception.here(appeal)
    zone = ZoneInfo(appeal.office.zone)
    return f"№ {visit.ticket}" if visit else f"{appointment.slot.starts_at.astimezone(zone):%H:%M}"


def _note(appeal: Appeal, action: str, asked: Asked, facts: dict[str, object]) -> None:
    note(appeal, action, asked, appeal.edition.cite(VideoByConsent), facts)
