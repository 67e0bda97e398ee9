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


class Position(TextChoices):
    """What somebody who was asked to agree to a note said."""

    AGREED = "agreed"
    REMARKS = "remarks"
    DECLINED = "declined"


class HearingState(TextChoices):
    """Invited, and then: came and was heard, wrote instead of coming, or did not come."""

    INVITED = "invited"
    HEARD = "heard"
    WROTE = "wrote"
    ABSENT = "absent"


class Why(TextChoices):
    """Why an hour was changed or cancelled after it had been told."""

    ABSENCE = "absence"
    DAY_OFF = "day_off"
    APPLICANT = "applicant"
    OFFICE = "office"
    NO_VIDEO = "no_video"
    LIFTED = "lifted"
