"""Closed sets of control's own words, for every room above."""

from django.db.models import TextChoices

from qabyldau.regulation.instructions import AT_WORK, CARRIED_OUT, ON_CONTROL, Stage

__all__ = ["AT_WORK", "CARRIED_OUT", "ON_CONTROL", "Level", "Outcome", "ReplyKind", "Stage", "Verdict"]


class ReplyKind(TextChoices):
    """An interim answer closes nothing; a co-executor reports a part, the leading one the whole."""

    INTERIM = "interim"
    PART = "part"
    REPORT = "report"


class Verdict(TextChoices):
    """What the department said to an answer. `empty`: it tells of no action."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    EMPTY = "empty"


class Level(TextChoices):
    """Who is told of an instruction that is late, one after another."""

    BODY = "body"
    HEAD_OF_OFFICE = "head_of_office"
    AKIM = "akim"


class Outcome(TextChoices):
    """What a check found after the applicant said that nothing was done."""

    CONFIRMED = "confirmed"
    RESTORED = "restored"
