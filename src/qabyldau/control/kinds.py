"""Closed sets of control's own words, for every room above."""

from django.db.models import TextChoices


class Stage(TextChoices):
    """A draft may still change; once its minutes are signed it is on control until the final answer."""

    DRAFT = "draft"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
