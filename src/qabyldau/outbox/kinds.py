"""By which way a message goes."""

from django.db.models import TextChoices


class Channel(TextChoices):
    EMAIL = "email"
    SMS = "sms"
    PAPER = "paper"
