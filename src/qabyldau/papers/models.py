"""Issued papers, the counters of their numbers, and the office's rules of numbering."""

from django.db import models
from django.db.models import Q


class Counter(models.Model):
    """The last number given under an index in a year."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    index = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "index", "year"], name="papers_one_counter"),
        ]

    def __str__(self) -> str:
        return f"{self.index} of {self.year}: {self.value}"


class Rule(models.Model):
    """How papers of a kind are numbered from a moment on. The latest row counts; none is changed."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40, help_text="one of PaperKind")
    index = models.CharField(max_length=20, help_text="place in the office's list of files, as 04-12")
    form = models.CharField(max_length=60, help_text="fields: index, counter, year, prefix")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["office", "kind"], name="papers_rule_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.form}"


class Paper(models.Model):
    """One issued paper: its number and everything it says. Nothing is changed but what replaced it."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40, help_text="one of PaperKind")
    index = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    counter = models.PositiveIntegerField()
    number = models.CharField(max_length=60)
    about = models.CharField(max_length=60, help_text="kind:id, as in appeal:17")
    issued_on = models.DateField()
    issued_at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    data = models.JSONField(help_text="everything the paper says, by language")
    templates = models.JSONField(help_text="which version of which template wrote it, by language")
    sha256 = models.CharField(max_length=64, help_text="digest of what the paper says")
    code = models.CharField(max_length=20, unique=True, help_text="proves the paper on the public site")
    replaced_by = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaces")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "index", "year", "counter"], name="papers_one_number"),
            models.CheckConstraint(
                name="papers_never_by_itself",
                condition=Q(replaced_by=None) | ~Q(replaced_by=models.F("id")),
                violation_error_message="A paper is replaced by another one.",
            ),
        ]
        indexes = [
            models.Index(fields=["about"], name="papers_about"),
            models.Index(fields=["office", "kind", "issued_on"], name="papers_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def languages(self) -> list[str]:
        return sorted(self.data["texts"])
