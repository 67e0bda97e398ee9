"""Days that differ from the calendar the software came with."""

from django.db import models


class OrderedDay(models.Model):
    """One day, as an order of the Government or the ministry made it. Later rows win; none is changed."""

    version = models.PositiveIntegerField(unique=True, help_text="grows by one with every order entered")
    day = models.DateField()
    working = models.BooleanField()
    name_kk = models.CharField(max_length=200)
    name_ru = models.CharField(max_length=200)
    act = models.CharField(max_length=200, help_text="number and date of the order")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["version"]

    def __str__(self) -> str:
        return f"{self.day} v{self.version}"
