"""What a tick does about requests: remind before the day and on it; tell of what is late, once."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.materials import actions, letters, queries
from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as messages
from qabyldau.people.actor import Actor
from qabyldau.regulation.norms.control import BindingRequests
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.materials.models import MaterialRequest
    from qabyldau.people.models import Office

AHEAD = (1, 0)


def tick(office: Office, at: datetime) -> int:
    """In working hours only, each reminder once; returns how many requests became overdue."""
    local = at.astimezone(ZoneInfo(office.zone))
    calendar = worktime.calendar()
    if not calendar.is_working(local.date()) or not office.opens <= local.time() < office.closes:
        return 0
    _close_finished(office, at)
    _remind(office, local.date(), at)
    return _escalate(office, local.date(), at)


def _remind(office: Office, today: date, at: datetime) -> None:
    calendar = worktime.calendar()
    days = {today if count == 0 else calendar.shift(today, count) for count in AHEAD}
    for row in queries.due_between(office.pk, min(days), max(days)):
        name = f"material-{row.pk}-reminder-{today.isoformat()}"
        if row.due_on in days and row.asked_at < at and not messages.known(name):
            with transaction.atomic():
                _tell(row, "reminder", today, at, again=f"-{today.isoformat()}")


@transaction.atomic
def _close_finished(office: Office, at: datetime) -> None:
    """Where the work on the appeal is over, nobody need answer any more."""
    for row in queries.of_finished(office.pk):
        actions.close_finished(row, at=at)


@transaction.atomic
def _escalate(office: Office, today: date, at: datetime) -> int:
    """From now on the head sees it; the body is told, and it counts in the reports."""
    rows = list(queries.unescalated(office.pk, today))
    for row in rows:
        row.escalated_on = today
        row.save(update_fields=["escalated_on"])
        _tell(row, "overdue", today, at, again=f"-{row.due_on.isoformat()}")
        citation = row.appeal.edition.cite(BindingRequests)
        facts: dict[str, object] = {"request": row.pk, "body": row.body_id, "due": row.due_on.isoformat()}
        by = Actor.system("tick", office.pk)
        journal.write("material_overdue", about=row.appeal.key, by=by, at=at, citation=citation, facts=facts)
    return len(rows)


def _tell(row: MaterialRequest, name: str, today: date, at: datetime, *, again: str) -> None:
    to = letters.address(row.body, today)
    outbox.put(row.office_id, letters.told(row, name, to, again=again), at=at)
