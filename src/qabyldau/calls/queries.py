"""Reads: whose number this is, what came in under it, whether the office is in emergency mode."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db.models import Max, Q, QuerySet

from qabyldau.calls.kinds import Kept
from qabyldau.calls.models import Block, Emergency, Taken

if TYPE_CHECKING:
    from qabyldau.people.models import Office

PREFIX = "T"


def written(number: int) -> str:
    """As it is said to the caller and stands on the form."""
    return f"{PREFIX}-{number:05d}"


def read(typed: str) -> int | None:
    """The number as somebody types it, with or without its letter; None: it is none."""
    digits = "".join(typed.upper().split()).lstrip("TТ").lstrip("-–")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < len(PREFIX) * 10 else None


def last_given(office_id: int) -> int:
    return Block.objects.filter(office_id=office_id).aggregate(last=Max("last"))["last"] or 0


def block_of(office_id: int, number: int) -> Block | None:
    """The block in which this number was given out; None: it never was."""
    return Block.objects.filter(office_id=office_id, first__lte=number, last__gte=number).first()


def taken(office_id: int, number: int) -> Taken | None:
    found = Taken.objects.filter(office_id=office_id, number=number)
    return found.select_related("appeal", "block").first()


def all_taken(office_id: int) -> QuerySet[Taken]:
    found = Taken.objects.filter(office_id=office_id)
    return found.select_related("appeal", "block", "by_user").order_by("-pk")


def forms(office_id: int) -> QuerySet[Block]:
    """Piles of printed forms, the newest first."""
    found = Block.objects.filter(office_id=office_id, kept=Kept.PAPER)
    return found.select_related("user").order_by("-first")


def form_block(office_id: int, block_id: int) -> Block:
    return forms(office_id).get(pk=block_id)


def emergencies(office_id: int) -> QuerySet[Emergency]:
    return Emergency.objects.filter(office_id=office_id).order_by("-pk")


def emergency_on(office_id: int, day: date) -> Emergency | None:
    """The one in force on that day, the newest if several are."""
    lasting = Q(until=None) | Q(until__gte=day)
    return emergencies(office_id).filter(lasting, since__lte=day).first()


def device_key(office: Office, device: UUID) -> bytes:
    """The key under which a device keeps what it takes: made anew from its name, kept nowhere."""
    return hmac.new(settings.INDEX_KEY, f"calls|{office.code}|{device}".encode(), hashlib.sha256).digest()
