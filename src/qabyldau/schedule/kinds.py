"""Closed sets of the schedule's own words, for every room above."""

from enum import StrEnum

from django.db.models import TextChoices


class DayKind(TextChoices):
    """On what ground an official receives on a day."""

    SCHEDULED = "scheduled"
    OFF_SCHEDULE = "off_schedule"
    AFTER_MEETING = "after_meeting"
    SAME_DAY = "same_day"


class Stage(TextChoices):
    """How far the schedule of a month has come."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    POSTED = "posted"


class Speech(TextChoices):
    """In which languages the official receives without an interpreter."""

    BOTH = "both"
    KK = "kk"
    RU = "ru"


class OnDayOff(StrEnum):
    """What a series does where its day is a day off."""

    SKIP = "skip"
    NEXT = "next"


# A day of these kinds rests on an act of its own, not on the approved month.
OWN_GROUND = frozenset({DayKind.OFF_SCHEDULE, DayKind.AFTER_MEETING, DayKind.SAME_DAY})
EVERY, LAST = 0, -1
EDITABLE = frozenset({Stage.DRAFT, Stage.CHECKED})
