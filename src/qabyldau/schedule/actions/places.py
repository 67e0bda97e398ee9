"""Places where people are received, and meetings after which they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import AfterMeetings
from qabyldau.regulation.words import Words
from qabyldau.schedule.errors import DayError
from qabyldau.schedule.models import Meeting, Room

if TYPE_CHECKING:
    from qabyldau.people.models import Office


@dataclass(frozen=True, slots=True)
class Place:
    """A place to be entered, with what it has."""

    name: Words
    since: date
    public_reception: bool = True
    video: bool = False
    accessible: bool = False


@transaction.atomic
def add_room(office: Office, place: Place, *, by: Actor, at: datetime) -> Room:
    require(by, Right.PLAN_DAYS, office.pk)
    row = Room(
        office=office,
        name_kk=place.name.kk,
        name_ru=place.name.ru,
        public_reception=place.public_reception,
        video=place.video,
        accessible=place.accessible,
        since=place.since,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as twice:
        raise DayError("room_named_twice") from twice
    journal.write("add_room", about=f"room:{row.pk}", by=by, at=at)
    return row


@transaction.atomic
def close_room(room_id: int, *, until: date, by: Actor, at: datetime) -> Room:
    """The last day on which anybody is received there."""
    row = Room.objects.select_for_update().get(pk=room_id, office_id=by.office_id)
    require(by, Right.PLAN_DAYS, row.office_id)
    if until < row.since:
        raise DayError("room_before_start")
    row.until = until
    row.save(update_fields=["until"])
    facts = {"until": until.isoformat()}
    journal.write("close_room", about=f"room:{row.pk}", by=by, at=at, facts=dict(facts))
    return row


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting as held: where, when, and which of those listed by the act took part."""

    on: date
    place: Words
    jointly_with: tuple[int, ...]
    named: str = ""


@transaction.atomic
def note_meeting(office: Office, met: Met, *, by: Actor, at: datetime) -> Meeting:
    """A meeting with the population is a fact: recorded as it was."""
    require(by, Right.PLAN_DAYS, office.pk)
    row = Meeting.objects.create(
        office=office,
        on=met.on,
        place_kk=met.place.kk,
        place_ru=met.place.ru,
        jointly_with=list(met.jointly_with),
        named=met.named,
    )
    law = governing(office.code, met.on).edition
    citation = law.cite(AfterMeetings) if law.has(AfterMeetings) else None
    facts = {"on": met.on.isoformat(), "jointly_with": list(met.jointly_with)}
    journal.write(
        "note_meeting", about=f"meeting:{row.pk}", by=by, at=at, citation=citation, facts=dict(facts)
    )
    return row
