"""Reads of the outbox: what was said about a thing, and what a person must carry."""

from datetime import datetime

from django.db.models import Q, QuerySet

from qabyldau.outbox.kinds import Channel
from qabyldau.outbox.models import Message


def about(office_id: int, what: str) -> QuerySet[Message]:
    """Every message about one thing ("appeal:17"), in order."""
    return Message.objects.filter(office_id=office_id, about=what).order_by("pk")


def for_a_person(office_id: int) -> QuerySet[Message]:
    """Letters on paper not yet handed over, and messages that no gateway could deliver."""
    unsent = Message.objects.filter(office_id=office_id, sent_at=None)
    return unsent.filter(Q(channel=Channel.PAPER) | Q(given_up_at__isnull=False)).order_by("pk")


def oldest_waiting(at: datetime) -> Message | None:
    """The message that has waited longest for a gateway; None: nothing waits."""
    waiting = Message.objects.filter(sent_at=None, given_up_at=None, next_try_at__lte=at).exclude(
        channel=Channel.PAPER
    )
    return waiting.order_by("created_at").first()


def known(key: str) -> bool:
    return Message.objects.filter(key=key).exists()
