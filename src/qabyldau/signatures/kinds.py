"""What is signed."""

from django.db.models import TextChoices


class Paper(TextChoices):
    """The kind of text that was signed."""

    STATEMENT = "statement"
    DECISION = "decision"
    PROTOCOL = "protocol"
    OTHER = "other"
