"""Closed sets of the registry's own words, for every room above."""

from django.db.models import TextChoices


class Topic(TextChoices):
    """What an appeal is about, in one word: a short list now, the full classifier later."""

    WATER = "water"
    ROADS = "roads"
    HOUSING = "housing"
    LAND = "land"
    BENEFITS = "benefits"
    EDUCATION = "education"
    UTILITIES = "utilities"
    HEALTH = "health"
    EMPLOYMENT = "employment"
    TRANSPORT = "transport"
    ECOLOGY = "ecology"
    BUSINESS = "business"
    ORDER = "order"
    OTHER = "other"


class TermKind(TextChoices):
    """What is owed by a day."""

    ANSWER = "answer"
    EXTERNAL_NUMBER = "external_number"
    NOTE = "note"
    CENTRAL_NOTICE = "central_notice"
    REDIRECTION = "redirection"
    ALARM = "alarm"
    DATA = "data"
    EXTENSION_NOTICE = "extension_notice"
