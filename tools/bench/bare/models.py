"""The one table of the yardstick."""

from django.db import models


class Ticket(models.Model):
    """A row, durable like all others."""

    text = models.TextField()

    def __str__(self) -> str:
        return self.text
