"""Five minutes of somebody or something, claimed by one holder: the database refuses a second one."""

from django.db import models


class Claim(models.Model):
    """`what` (official:5, room:2, applicant:7, interpreter:3) is with `holder` (day:4, appeal:9) then."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=60)
    tick = models.BigIntegerField(help_text="unix time divided by five minutes")
    holder = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "what", "tick"], name="occupancy_not_in_two_places"),
        ]
        indexes = [
            models.Index(fields=["office", "tick"], name="occupancy_by_time"),
            models.Index(fields=["office", "holder"], name="occupancy_by_holder"),
        ]

    def __str__(self) -> str:
        return f"{self.what} with {self.holder}"


class Need(models.Model):
    """Whom or what an appeal cannot be received without, beside the official: an interpreter, a body."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=40, help_text="kind:id, as in appeal:17")
    what = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "about", "what"], name="occupancy_needed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.about} needs {self.what}"
