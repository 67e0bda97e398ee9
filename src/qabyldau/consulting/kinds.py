"""Closed sets of consulting's own words, for every room above."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """Who helps; a volunteer on the days of reception only."""

    LAWYER = "lawyer"
    PSYCHOLOGIST = "psychologist"
    SOCIAL_WORKER = "social_worker"
    VOLUNTEER = "volunteer"


class Outcome(TextChoices):
    """What came of a consultation; `declined` is who the survey asks (п. 36)."""

    REQUEST_DRAWN_UP = "drawn_up"
    EXPLAINED = "explained"
    SENT_ON = "sent_on"
    DECLINED_TO_BOOK = "declined"


class Answer(TextChoices):
    """What an employee did who was called in to an applicant."""

    ASKED = "asked"
    CAME = "came"
    REFUSED = "refused"
