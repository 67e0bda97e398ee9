"""Write to the department about a month in which somebody has no reception: ten and three days ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction
from django.template.loader import render_to_string

from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as messages
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.people import queries as people
from qabyldau.people.roles import Role
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import MonthlyReception
from qabyldau.schedule import gaps

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.people.models import Office
    from qabyldau.schedule.gaps import Shortage


def tick(office: Office, at: datetime) -> None:
    """One letter for each month and mark; whoever was told once is not told again."""
    local = at.astimezone(ZoneInfo(office.zone))
    if local.time() < office.opens:
        return
    for one in gaps.due(office, at):
        key = f"{one.key}-{office.code}"
        addresses = people.emails_of(office, Role.DEPARTMENT, local.date())
        if addresses and not messages.known(f"{key}-0"):
            with transaction.atomic():
                outbox.put(office.pk, _letters(office, one, key, addresses), at=at)


def _letters(office: Office, one: Shortage, key: str, addresses: list[str]) -> list[Owed]:
    law = governing(office.code, one.month).edition
    facts = {"one": one, "clause": law.cite(MonthlyReception).words}
    text = "\n\n".join(render_to_string(f"jobs/gap.{language}.txt", facts) for language in ("kk", "ru"))
    subject = render_to_string("jobs/gap.subject.txt", facts).strip()
    return [
        Owed(
            key=f"{key}-{number}",
            about=f"office:{office.pk}",
            notice="gap",
            channel=Channel.EMAIL,
            language="kk",
            address=address,
            subject=subject,
            text=text,
        )
        for number, address in enumerate(addresses)
    ]
