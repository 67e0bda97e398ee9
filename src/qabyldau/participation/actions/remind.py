"""What a tick does: remind the silent, take back what was asked to a lost day, note breaches."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.outbox import actions as outbox
from qabyldau.participation import letters, queries
from qabyldau.participation.actions.invite import recall
from qabyldau.participation.actions.refusals import flag_overdue
from qabyldau.people.actor import Actor
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.participation.models import Invitation
    from qabyldau.people.models import Office

AHEAD = (3, 1)


def tick(office: Office, at: datetime) -> None:
    """In working hours only; each reminder once a day, and doing it again changes nothing more."""
    local = at.astimezone(ZoneInfo(office.zone))
    calendar = worktime.calendar()
    if not calendar.is_working(local.date()) or not office.opens <= local.time() < office.closes:
        return
    _recall_lost(office, at)
    days = {calendar.shift(local.date(), count) for count in AHEAD}
    for row in queries.silent(office.pk, local.date(), max(days)):
        if row.day.on in days and row.asked_at.date() < local.date():
            _remind(row, local.date(), at)
    flag_overdue(office, at)


def _recall_lost(office: Office, at: datetime) -> None:
    by = Actor.system("tick", office.pk)
    lost = queries.of_office(office.pk).filter(recalled_at=None, day__taken_off_at__isnull=False)
    for day_id in sorted({row.day_id for row in lost}):
        recall(day_id, by=by, at=at)


@transaction.atomic
def _remind(row: Invitation, today: date, at: datetime) -> None:
    if row.reminded_on == today:
        return
    row.reminded_on = today
    row.save(update_fields=["reminded_on"])
    key = f"invitation-{row.pk}-reminder-{today.isoformat()}"
    outbox.put(row.office_id, [letters.short(row, "reminder", key, today)], at=at)
