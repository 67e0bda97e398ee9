"""When the next try is, and when nobody's phone may ring."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.outbox.kinds import Channel
from qabyldau.outbox.models import QuietHours
from qabyldau.people import queries as people

if TYPE_CHECKING:
    from qabyldau.outbox.models import Message

# A carrier that dies leaves its message to the next one after so long; no call lasts half of it.
LEASE = timedelta(minutes=2)
OFTEN, SELDOM = timedelta(minutes=5), timedelta(hours=1)
OFTEN_TRIES, LONGEST = 48, timedelta(hours=72)
# More tries than the schedule knows: this message kills whoever carries it.
MOST_TRIES = 200
ASKING = (timedelta(minutes=1), timedelta(minutes=4), timedelta(minutes=10), timedelta(minutes=45))
QUIET_SINCE, QUIET_UNTIL = time(21, 0), time(8, 0)


def pause(attempts: int) -> timedelta:
    """At once, then forty-eight times every five minutes, then hourly."""
    return OFTEN if attempts <= OFTEN_TRIES else SELDOM


def pause_to_ask(asked: int) -> timedelta:
    """Reports are asked for soon at first, then hourly."""
    return ASKING[asked] if asked < len(ASKING) else SELDOM


def quiet_hours(office_id: int) -> tuple[time, time]:
    """From when until when; equal: never."""
    row = QuietHours.objects.filter(office_id=office_id).first()
    return (row.since, row.until) if row else (QUIET_SINCE, QUIET_UNTIL)


def held_until(message: Message, at: datetime) -> datetime | None:
    """The end of the quiet hours, if this message has to wait for it. Urgent ones and letters never do."""
    if message.urgent or message.channel != Channel.SMS:
        return None
    since, until = quiet_hours(message.office_id)
    local = at.astimezone(ZoneInfo(people.office_by_id(message.office_id).zone))
    if not _is_within(local.time(), since, until):
        return None
    day = local.date() + timedelta(days=local.time() >= until)
    return datetime.combine(day, until, local.tzinfo)


def _is_within(now: time, since: time, until: time) -> bool:
    return since <= now < until if since <= until else now >= since or now < until
