"""What was asked of an applicant, passed on to a body, and tried in vain: each row is written by one act."""

from django.db import models
from django.db.models import Q

from qabyldau.regulation.norms.completeness import Missing
from qabyldau.regulation.words import Words
from qabyldau.screening.kinds import Reached, Scope, Way


class DataRequest(models.Model):
    """What an appeal lacks, asked of the applicant with a day; `supplied_at` null: it has not come."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="data_requests")
    missing = models.JSONField(help_text="codes of what is missing")
    remark = models.TextField(blank=True)
    until = models.DateField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    supplied_at = models.DateTimeField(null=True)
    supplied_by = models.CharField(max_length=60, blank=True, help_text="who added it, as the journal names")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(supplied_at=None), name="screening_one_open_request"
            ),
            models.CheckConstraint(
                name="screening_supplied_by_somebody",
                condition=Q(supplied_at=None, supplied_by="")
                | (Q(supplied_at__isnull=False) & ~Q(supplied_by="")),
                violation_error_message="What was added, somebody added.",
            ),
        ]

    def __str__(self) -> str:
        return f"request {self.pk}"

    @property
    def lacking(self) -> tuple[Missing, ...]:
        return tuple(Missing(code) for code in self.missing)


class Redirection(models.Model):
    """An appeal, or a part of one, passed on to the competent body with a letter of its own number."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="redirections")
    scope = models.CharField(max_length=10, choices=Scope)
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, null=True, related_name="+")
    body_kk = models.CharField(max_length=300)
    body_ru = models.CharField(max_length=300)
    part = models.TextField(blank=True, help_text="which part, in words")
    motive = models.TextField(blank=True)
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="+")
    late = models.BooleanField(default=False, help_text="later than the law allows")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="screening_part_in_words",
                condition=~Q(scope="part") | ~Q(part=""),
                violation_error_message="A part that is passed on is named in words.",
            ),
        ]

    def __str__(self) -> str:
        return f"redirection {self.pk}"

    @property
    def to(self) -> Words:
        return Words(kk=self.body_kk, ru=self.body_ru)


class ContactAttempt(models.Model):
    """One try to reach the applicant: when, how, by whom, and what came of it."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="contact_attempts")
    way = models.CharField(max_length=10, choices=Way)
    result = models.CharField(max_length=10, choices=Reached)
    tried_at = models.DateTimeField()
    remark = models.CharField(max_length=200, blank=True)
    letter_sent = models.BooleanField(default=False, help_text="this try was the last one before a letter")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"try {self.pk}"
