"""Closed sets of the press's own words."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """Before the day, and after it."""

    ANNOUNCEMENT = "announcement"
    REPORT = "report"


class Stage(TextChoices):
    DRAFT = "draft"
    PUBLISHED = "published"
    TAKEN_DOWN = "taken_down"
