"""Closed sets of screening's own words, for every room above."""

from django.db.models import TextChoices


class Scope(TextChoices):
    """How much of an appeal is passed on, or that it is news of a crime or a threat without an author."""

    WHOLE = "whole"
    PART = "part"
    ALARM = "alarm"


class Way(TextChoices):
    """By which way somebody tried to reach the applicant."""

    CALL = "call"
    MESSAGE = "message"
    VISIT = "visit"
    POST = "post"


class Reached(TextChoices):
    """What came of a try."""

    YES = "yes"
    NO_ANSWER = "no_answer"
    WRONG = "wrong"
    CAME_BACK = "came_back"
