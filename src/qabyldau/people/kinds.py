"""Closed sets of people's own words, for every room above."""

from django.db.models import TextChoices


class ApplicantKind(TextChoices):
    CITIZEN = "citizen"
    COMPANY = "company"
    FOREIGNER = "foreigner"
    STATELESS = "stateless"


class Reveal(TextChoices):
    """Why somebody asks to see a whole number."""

    IDENTITY_CHECK = "identity_check"
    HISTORY_SEARCH = "history_search"
    EXTERNAL_SYSTEM = "external_system"
    COURT_REQUEST = "court_request"


class AgreedBy(TextChoices):
    """Who must have agreed to a note before it is put before the head."""

    NOBODY = "nobody"
    COLLEAGUE = "colleague"
    UNITS = "units"
