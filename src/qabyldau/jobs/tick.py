"""Look at the terms: what ran out becomes a flag with its clause, what is near goes into a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction
from django.template.loader import render_to_string

from qabyldau.control import reminders as control
from qabyldau.jobs import gaps, sign_ins
from qabyldau.materials import reminders as materials
from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as messages
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.participation import actions as participation
from qabyldau.people import queries as people
from qabyldau.people.actor import Actor
from qabyldau.registry import actions as registry
from qabyldau.registry import notice_terms
from qabyldau.registry import queries as appeals
from qabyldau.registry.moves import Asked
from qabyldau.replanning import actions as replanning

if TYPE_CHECKING:
    from datetime import date, datetime

    from qabyldau.people.models import Office

REMIND_DAYS = (5, 2, 0)


def tick(at: datetime) -> None:
    """Once for each office; doing it again changes nothing more."""
    for office in people.all_offices():
        today = at.astimezone(ZoneInfo(office.zone)).date()
        notice_terms.settle(office.pk)
        registry.flag_overdue(office.pk, today, asked=Asked(by=Actor.system("tick", office.pk), at=at))
        materials.tick(office, at)
        _remind(office, today, at)
        participation.tick(office, at)
        replanning.tick(office, at)
        control.tick(office, at)
        gaps.tick(office, at)
        sign_ins.count(office, today, at)
    sign_ins.sweep(at)


def _remind(office: Office, today: date, at: datetime) -> None:
    """One letter a day to the office: numbers and days only, no personal data."""
    key = f"digest-{office.code}-{today.isoformat()}"
    near = appeals.due_in(office.pk, today, REMIND_DAYS)
    opened = at.astimezone(ZoneInfo(office.zone)).time() >= office.opens
    if not (office.email and near and opened) or messages.known(key):
        return
    text = "\n\n".join(
        render_to_string(f"jobs/digest.{language}.txt", {"near": near, "today": today})
        for language in ("kk", "ru")
    )
    subject = render_to_string("jobs/digest.subject.txt", {"count": len(near)}).strip()
    letter = Owed(
        key=key,
        about=f"office:{office.pk}",
        notice="digest",
        channel=Channel.EMAIL,
        language="kk",
        address=office.email,
        subject=subject,
        text=text,
    )
    with transaction.atomic():
        outbox.put(office.pk, [letter], at=at)
