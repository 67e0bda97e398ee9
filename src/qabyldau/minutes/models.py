"""The minutes of a day of reception: a draft while it goes on, fixed once signed."""

from django.db import models
from django.db.models import Q


class Minutes(models.Model):
    """One official's day. Signed: number, day, signature and digest together, or none of them."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    day = models.OneToOneField("schedule.ReceptionDay", on_delete=models.PROTECT, related_name="minutes")
    number = models.CharField(max_length=60, blank=True)
    signed_by = models.ForeignKey("people.Official", on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True, help_text="of all that was signed")
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="minutes_signed_as_a_whole",
                condition=Q(signed_at=None, signed_by=None, digest="", number="")
                | (Q(signed_at__isnull=False, signed_by__isnull=False) & ~Q(digest="") & ~Q(number="")),
                violation_error_message="Signed minutes have a number, a signature, a day and a digest.",
            ),
        ]

    def __str__(self) -> str:
        return f"minutes {self.pk}"

    @property
    def key(self) -> str:
        return f"minutes:{self.pk}"


class Result(models.Model):
    """What was answered to one person on the spot."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="results")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="results")
    answer = models.TextField()
    version = models.PositiveIntegerField(default=1)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "appeal"], name="minutes_one_result_a_person"),
        ]

    def __str__(self) -> str:
        return f"result {self.pk}"


class Addendum(models.Model):
    """A correction of signed minutes: numbered, signed, beside the text it corrects."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="addenda")
    place = models.PositiveSmallIntegerField()
    text = models.TextField()
    signed_by = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["minutes_id", "place"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "place"], name="minutes_one_addendum_a_place"),
            models.CheckConstraint(
                name="minutes_addendum_says_something",
                condition=~Q(text=""),
                violation_error_message="An addendum says what it corrects.",
            ),
        ]

    def __str__(self) -> str:
        return f"addendum {self.place} of {self.minutes_id}"


class Extract(models.Model):
    """What one executor was sent out of signed minutes."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="extracts")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "body"], name="minutes_one_extract_a_body"),
        ]

    def __str__(self) -> str:
        return f"extract of {self.minutes_id} for {self.body_id}"
