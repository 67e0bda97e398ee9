"""Closed sets of participation's own words, for every room above."""

from django.db.models import TextChoices


class Answer(TextChoices):
    """What an invited body said. Silent: nothing yet."""

    SILENT = "silent"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class CentralAnswer(TextChoices):
    """What became of a request to a central body."""

    WAITING = "waiting"
    AGREED = "agreed"
    DECLINED = "declined"
    SILENT = "silent"


class Way(TextChoices):
    """How a report went to the President's Administration."""

    SED = "sed"
    EMAIL = "email"
    POST = "post"
    COURIER = "courier"


class Ready(TextChoices):
    """How far an interpreter has come."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
