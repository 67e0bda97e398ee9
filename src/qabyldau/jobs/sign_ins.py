"""Failed sign-ins become a number in the journal each day; what guarded against guessing is swept away."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.models import Session
from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.journal import queries as entries
from qabyldau.people import actions as people
from qabyldau.people import queries as reads
from qabyldau.people.actor import Actor

if TYPE_CHECKING:
    from qabyldau.people.models import Office

KEPT = timedelta(days=30)
# Everything that is counted by windows, with the length of its window.
COUNTED = {
    "sign-in-from:": timedelta(hours=1),
    "code-of:": timedelta(minutes=30),
    "code-used:": timedelta(minutes=2),
    "challenge:": timedelta(hours=1),
    "solved:": timedelta(hours=1),
    "sent-from:": timedelta(hours=1),
}


def count(office: Office, today: date, at: datetime) -> None:
    """Yesterday's failures under names of this office, and under names that are nobody's; no names."""
    day = today - timedelta(days=1)
    once = f"failed-sign-ins-{office.code}-{day.isoformat()}"
    if entries.asked_before(office.pk, once) is not None:
        return
    begins = datetime.combine(day, time.min, ZoneInfo(office.zone))
    names = AccessFailureLog.objects.filter(
        attempt_time__gte=begins, attempt_time__lt=begins + timedelta(days=1)
    ).values_list("username", flat=True)
    ours = {user.username.casefold() for user in reads.users_of(office.pk)}
    known = {user.username.casefold() for user in reads.users()}
    facts = {
        "day": day.isoformat(),
        "ours": sum(name in ours for name in names),
        "nobodys": sum(name not in known for name in names),
    }
    if not (facts["ours"] or facts["nobodys"]):
        return
    with transaction.atomic():
        by = Actor.system("tick", office.pk)
        journal.write(
            "failed_sign_ins", about=f"office:{office.pk}", by=by, at=at, facts=dict(facts), once=once
        )


def sweep(at: datetime) -> None:
    """Rows of failures after a month, counters whose window is over, sessions that have ended."""
    for model in (AccessAttempt, AccessFailureLog, AccessLog):
        model.objects.filter(attempt_time__lt=at - KEPT).delete()
    for prefix, window in COUNTED.items():
        people.forget_attempts(prefix, before=at - 2 * window, window=window)
    Session.objects.filter(expire_date__lt=at).delete()
