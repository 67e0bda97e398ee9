"""Closed sets of replanning's own words, for every room above."""

from django.db.models import TextChoices


class OfferKind(TextChoices):
    """Hours for somebody who found a day full, or one earlier hour that became free."""

    CARRIED = "carried"
    EARLIER = "earlier"


class OfferState(TextChoices):
    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"
    EXPIRED = "expired"
    DROPPED = "dropped"


class Cause(TextChoices):
    """Why an official cannot receive."""

    ILLNESS = "illness"
    TRIP = "trip"
    LEAVE = "leave"
    OTHER = "other"


class OptionKind(TextChoices):
    """What may become of a day on which the official does not receive."""

    SUBSTITUTE = "substitute"
    OTHER_DAY = "other_day"
    VIDEO = "video"
    OTHER_OFFICIAL = "other_official"


class VideoAnswer(TextChoices):
    """What the applicant said to a reception by video under a restriction."""

    OWN = "own"
    PLACE = "place"
    NO = "no"
