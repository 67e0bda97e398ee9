"""Closed sets of the surveys' own words, for every room above."""

from django.db.models import TextChoices


class Population(TextChoices):
    """Of whom a round asks: those of the regulation, or, as the office wishes, those who were received."""

    DECLINED = "declined"
    RECEIVED = "received"


class Way(TextChoices):
    """An operator calls, or the person answers by a link that opens once."""

    CALLS = "calls"
    LINKS = "links"


class QuestionKind(TextChoices):
    """A score from 1 to 5, yes or no, or the person's own words."""

    SCORE = "score"
    YES_NO = "yes_no"
    TEXT = "text"


class Stage(TextChoices):
    """Where the asking of one person stands."""

    OPEN = "open"
    ANSWERED = "answered"
    REFUSED = "refused"
    UNREACHED = "unreached"


class Tried(TextChoices):
    """What came of one call."""

    NO_ANSWER = "no_answer"
    LATER = "later"
    REFUSED = "refused"
    WRONG_NUMBER = "wrong_number"
