"""Closed sets of the review's own words, for every room above."""

from django.db.models import TextChoices


class Proposal(TextChoices):
    RECEIVE = "receive"
    REFUSE = "refuse"


class Outcome(TextChoices):
    RECEIVE = "receive"
    REFUSE = "refuse"
    RETURN = "return"
    EXTEND = "extend"
    LEAVE = "leave"
