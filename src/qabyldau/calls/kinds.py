"""Closed sets of the call-centre's own words, for every room above."""

from django.db.models import TextChoices


class Kept(TextChoices):
    """Where a request waits until it reaches us: on the operator's device, or on a printed form."""

    DEVICE = "device"
    PAPER = "paper"
