"""Closed sets of the materials' own words, for every room above."""

from django.db.models import TextChoices


class RequestState(TextChoices):
    OPEN = "open"
    ANSWERED = "answered"
    UNABLE = "unable"
    WITHDRAWN = "withdrawn"


class AnswerKind(TextChoices):
    """What was asked for, or why it cannot be given."""

    ANSWER = "answer"
    UNABLE = "unable"
