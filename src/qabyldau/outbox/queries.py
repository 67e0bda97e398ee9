"""Reads of the outbox: what was said about a thing, what a person must carry, how delivery fares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Min, Q, QuerySet

from qabyldau.outbox.kinds import CARRIED, QUIET, Channel, Stand
from qabyldau.outbox.models import Message

if TYPE_CHECKING:
    from qabyldau.outbox.models import Trace

OUTSIDE = Q(sent_at__isnull=False, settled_at=None)
INSIDE = Q(sent_at=None, given_up_at=None, settled_at=None)
ARRIVED = Q(read_at=None, delivered_at__isnull=False)
UNTOLD = Q(read_at=None, bounced_at=None, delivered_at=None)
# Where each message stands, as `Message.stand` says it of one.
STANDS: dict[Stand, Q] = {
    Stand.WAITING: INSIDE & Q(channel__in=CARRIED, attempts=0) & ~Q(fault=QUIET),
    Stand.QUIET: INSIDE & Q(channel__in=CARRIED, fault=QUIET),
    Stand.RETRIED: INSIDE & Q(channel__in=CARRIED, attempts__gt=0) & ~Q(fault=QUIET),
    Stand.ON_PAPER: INSIDE & Q(channel=Channel.PAPER),
    Stand.GIVEN_UP: Q(given_up_at__isnull=False, read_at=None, settled_at=None),
    Stand.SENT: OUTSIDE & UNTOLD,
    Stand.DELIVERED: OUTSIDE & ARRIVED & Q(bounced_at=None),
    Stand.READ: Q(read_at__isnull=False, settled_at=None),
    Stand.BOUNCED: OUTSIDE & Q(read_at=None, bounced_at__isnull=False),
    Stand.SETTLED: Q(settled_at__isnull=False),
}


@dataclass(frozen=True, slots=True)
class ChannelState:
    """How one way fares: messages by where they stand, the oldest that waits, and the last fault met."""

    channel: Channel
    counts: dict[Stand, int]
    oldest: datetime | None
    fault: str


def about(office_id: int, what: str) -> QuerySet[Message]:
    """Every message about one thing ("appeal:17"), in order."""
    return Message.objects.filter(office_id=office_id, about=what).order_by("pk")


def of(office_id: int) -> QuerySet[Message]:
    """Every message of an office, the newest first."""
    return Message.objects.filter(office_id=office_id).order_by("-pk")


def history(message: Message) -> list[Trace]:
    return list(message.traces.all())


def for_a_person(office_id: int) -> QuerySet[Message]:
    """Letters on paper not yet handed over, and messages that did not reach their addressee.

    Whoever has read the letter on the tracking page need not be told it a second time.
    """
    open_ones = Message.objects.filter(office_id=office_id, settled_at=None)
    on_paper = Q(sent_at=None, channel=Channel.PAPER)
    unreached = Q(read_at=None) & (Q(sent_at=None, given_up_at__isnull=False) | Q(bounced_at__isnull=False))
    return open_ones.filter(on_paper | unreached).order_by("pk")


def oldest_waiting(at: datetime) -> Message | None:
    """The message that has waited longest for a gateway; None: nothing waits. Quiet hours are no waiting."""
    waiting = Message.objects.filter(sent_at=None, given_up_at=None, channel__in=CARRIED)
    late = waiting.filter(Q(next_try_at__lte=at) | Q(attempts__gt=0) & ~Q(fault=QUIET))
    return late.order_by("created_at").first()


def due(at: datetime) -> bool:
    """Whether a carrier has something to do now."""
    return Message.objects.filter(
        sent_at=None, given_up_at=None, channel__in=CARRIED, next_try_at__lte=at
    ).exists()


def known(key: str) -> bool:
    return Message.objects.filter(key=key).exists()


def overview(office_id: int, since: datetime) -> list[ChannelState]:
    """How each way fares: all that is still open, and what came to an end since then."""
    seen = Message.objects.filter(office_id=office_id).filter(
        Q(created_at__gte=since) | Q(sent_at=None, settled_at=None)
    )
    asked = {stand.value: Count("pk", filter=where) for stand, where in STANDS.items()}
    waits = Min("created_at", filter=INSIDE & ~Q(fault=QUIET))
    counted = seen.order_by().values("channel").annotate(oldest=waits, **asked)
    rows: dict[str, dict[str, object]] = {row["channel"]: dict(row) for row in counted}
    return [_state(channel, rows.get(channel.value, {}), office_id) for channel in Channel]


def _state(channel: Channel, row: dict[str, object], office_id: int) -> ChannelState:
    counts = {stand: int(str(row.get(stand.value, 0))) for stand in STANDS}
    oldest = row.get("oldest")
    return ChannelState(channel, counts, oldest, _last_fault(office_id, channel))  # type: ignore[arg-type]  # a moment or nothing


def _last_fault(office_id: int, channel: Channel) -> str:
    """Of what waits now: a fault that is over concerns nobody."""
    failing = Message.objects.filter(office_id=office_id, channel=channel).filter(STANDS[Stand.RETRIED])
    last = failing.exclude(fault="").order_by("-next_try_at").first()
    return last.fault if last else ""


def standing(office_id: int, stand: Stand, since: datetime | None = None) -> QuerySet[Message]:
    """Messages that stand there, the newest first."""
    found = of(office_id).filter(STANDS[stand])
    return found.filter(created_at__gte=since) if since else found
