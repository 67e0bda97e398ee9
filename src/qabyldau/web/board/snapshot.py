"""The whole state of the board as plain data: numbers, rooms, minutes. Nothing else may ever stand in it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from qabyldau import voice
from qabyldau.reception import queries
from qabyldau.regulation.wording import MONTHS, WEEKDAYS
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.reception.queries import Call


class Called(TypedDict):
    """A number and where it goes; `key` changes with every call, so that each is said once."""

    key: str
    ticket: int
    kk: str
    ru: str
    inside: bool
    say: list[str]


class Waits(TypedDict):
    """A number that waits, and for how many minutes about."""

    ticket: int
    minutes: int


class Snapshot(TypedDict):
    """All that the board ever gets to know."""

    calls: list[Called]
    next: list[Waits]
    waiting: int
    minutes: int
    day: str
    day_ru: str
    clock: str
    zone: str


def shelf() -> voice.Shelf:
    return voice.Shelf(settings.VAR / "voice")


def taken(office: Office, at: datetime) -> Snapshot:
    """The board of this office at this moment."""
    local = at.astimezone(ZoneInfo(office.zone))
    found = queries.board(office.pk, local.date(), at)
    return {
        "calls": [_call(one, ZoneInfo(office.zone)) for one in found.calls],
        "next": [{"ticket": one.ticket, "minutes": one.minutes} for one in found.next],
        "waiting": found.waiting,
        "minutes": found.minutes,
        "day": f"{local.day} {MONTHS[local.month - 1].kk}, {WEEKDAYS[local.weekday()].kk}",
        "day_ru": WEEKDAYS[local.weekday()].ru,
        "clock": f"{local:%H:%M}",
        "zone": office.zone,
    }


def _call(call: Call, zone: ZoneInfo) -> Called:
    return {
        "key": f"{call.ticket}-{call.times}-{call.at.astimezone(zone):%H%M%S}",
        "ticket": call.ticket,
        "kk": call.room.kk,
        "ru": call.room.ru,
        "inside": call.inside,
        "say": [address(clip) for clip in voice.call(call.ticket, call.room)],
    }


def address(clip: voice.Clip) -> str:
    return reverse("board-clip", args=[str(Language(clip.language)), clip.name])
