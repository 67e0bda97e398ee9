"""Closed sets of the exchange's own words."""

from django.db.models import TextChoices


class Status(TextChoices):
    """Where the exchange about one appeal stands."""

    WAITING = "waiting"
    SENT = "sent"
    ANSWERED = "answered"
    MISMATCH = "mismatch"
    GIVEN_UP = "given_up"


class Difference(TextChoices):
    """In what the register's word and ours do not agree."""

    OTHER_NUMBER = "other_number"
    ANOTHERS_NUMBER = "anothers_number"
    UNKNOWN_KEY = "unknown_key"


class Decision(TextChoices):
    """What a person decided about it."""

    OURS = "ours"
    THEIRS = "theirs"
