"""The frozen report of a quarter: figures, their digest, the paper, and when it was sent."""

from django.db import models
from django.db.models import F, Q

from qabyldau.regulation.edition import Citation
from qabyldau.reporting.kinds import Way


class Report(models.Model):
    """One quarter of an office. The figures are never changed; sending is noted once."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(help_text="the first day after the period")
    edition_code = models.CharField(max_length=40)
    citation = models.JSONField()
    due_on = models.DateField(help_text="by when the office sends it")
    figures = models.JSONField(help_text="by indicator, and in it by part: how many")
    digest = models.CharField(max_length=64, help_text="of the period and the figures")
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, null=True, related_name="+")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    sent_on = models.DateField(null=True)
    sent_way = models.CharField(max_length=10, choices=Way, blank=True)
    sent_number = models.CharField(max_length=60, blank=True, help_text="of the register it went through")

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(fields=["office", "since"], name="reporting_one_report_a_period"),
            models.CheckConstraint(
                name="reporting_period_in_order",
                condition=Q(until__gt=F("since")),
                violation_error_message="A period ends after it begins.",
            ),
            models.CheckConstraint(
                name="reporting_sent_in_a_way",
                condition=Q(sent_on=None, sent_way="") | (Q(sent_on__gte=F("until")) & ~Q(sent_way="")),
                violation_error_message="A report is sent after its period, in a way that is named.",
            ),
        ]

    def __str__(self) -> str:
        return f"report since {self.since}"

    @property
    def key(self) -> str:
        return f"report:{self.pk}"

    @property
    def cited(self) -> Citation:
        return Citation.from_row(self.citation)
