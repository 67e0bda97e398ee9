"""Closed sets of the outbox: by which way a message goes, where it stands, what has happened to it."""

from django.db.models import TextChoices


class Channel(TextChoices):
    """`portal` is the box on the tracking page: it needs no carrier, and knows when it was read."""

    EMAIL = "email"
    SMS = "sms"
    PAPER = "paper"
    PORTAL = "portal"


CARRIED = (Channel.EMAIL, Channel.SMS)


class Stand(TextChoices):
    """Where a message stands: read off its row, never kept in one."""

    WAITING = "waiting"
    QUIET = "quiet"
    RETRIED = "retried"
    ON_PAPER = "on_paper"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    BOUNCED = "bounced"
    GIVEN_UP = "given_up"
    SETTLED = "settled"


class Step(TextChoices):
    """A line in the history of a message."""

    HELD = "held"
    FAILED = "failed"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    BOUNCED = "bounced"
    GIVEN_UP = "given_up"
    LATE = "late"
    RESENT = "resent"
    HANDED_OVER = "handed_over"


QUIET = "quiet"
