"""Closed sets of the reception's own words, for every room above."""

from django.db.models import TextChoices


class Character(TextChoices):
    EXPLAINED = "explained"
    SATISFIED = "satisfied"
    REFUSED = "refused"
