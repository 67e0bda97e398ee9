"""The tables of the stress: an office, its messages, and where each stands in the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import django

django.setup()

from django.core.management import call_command  # noqa: E402  models need the settings first
from django.db import transaction  # noqa: E402

from qabyldau.outbox import actions as outbox  # noqa: E402
from qabyldau.outbox.actions import Owed  # noqa: E402
from qabyldau.outbox.kinds import Channel, Stand  # noqa: E402
from qabyldau.outbox.models import Message  # noqa: E402
from qabyldau.people.models import Office  # noqa: E402

BATCH = 500
TEXT = "Сіздің өтінішіңіз тіркелді. Ваше обращение зарегистрировано."
BEFORE_A_PERSON = frozenset({Stand.GIVEN_UP, Stand.BOUNCED})
WAITS = frozenset({Stand.WAITING, Stand.RETRIED, Stand.QUIET})


@dataclass(frozen=True, slots=True)
class Row:
    """One message in the end."""

    reference: str
    stand: Stand


def fill(count: int, at: datetime) -> None:
    """So many messages, put as acts put them."""
    call_command("migrate", verbosity=0, interactive=False)
    office = Office.objects.create(code="stress", prefix="S", edition_code="zko-289@2023")
    for first in range(0, count, BATCH):
        with transaction.atomic():
            outbox.put(
                office.pk, [_owed(number) for number in range(first, min(first + BATCH, count))], at=at
            )


def _owed(number: int) -> Owed:
    return Owed(
        key=f"stress-{number}:sms",
        about=f"stress:{number}",
        notice="test",
        channel=Channel.SMS,
        language="kk",
        address=f"+7700{number:07}",
        subject="",
        text=TEXT,
        urgent=True,
    )


def unsettled() -> bool:
    """Whether anything still waits, or is sent without a word on what became of it."""
    return Message.objects.filter(delivered_at=None, bounced_at=None, given_up_at=None).exists()


def rows() -> list[Row]:
    return [Row(str(one.reference), one.stand) for one in Message.objects.all()]
