"""Closed sets of the register's own words, for every room above."""

from django.db.models import TextChoices


class BodyKind(TextChoices):
    """How a body stands to the office: its own unit, a central body's branch here, a central body."""

    UNIT = "unit"
    TERRITORIAL = "territorial"
    CENTRAL = "central"


class BodyCode(TextChoices):
    """Bodies that the law or the office knows by what they are, not by their name."""

    PROSECUTORS = "prosecutors"
    INTERIOR = "interior"
    ANTI_CORRUPTION = "anti_corruption"
    JUDICIAL_ADMINISTRATION = "judicial_administration"
    SECRECY = "secrecy"
    ADMINISTRATION = "administration"
