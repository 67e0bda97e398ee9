"""Issued papers, the counters and rules of their numbers, and the office's own wordings."""

from django.db import models
from django.db.models import F, Q


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
    key = models.CharField(
        max_length=100, blank=True, help_text="of the messages that carry it to the applicant"
    )
    code = models.CharField(max_length=20, unique=True, help_text="proves the paper on the public site")
    replaced_by = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaces")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "index", "year", "counter"], name="papers_one_number"),
            models.CheckConstraint(
                name="papers_never_by_itself",
                condition=Q(replaced_by=None) | ~Q(replaced_by=F("id")),
                violation_error_message="A paper is replaced by another one.",
            ),
        ]
        indexes = [
            models.Index(fields=["about"], name="papers_about"),
            models.Index(fields=["key"], name="papers_carried_by", condition=~Q(key="")),
            models.Index(fields=["office", "kind", "issued_on"], name="papers_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def languages(self) -> list[str]:
        return sorted(self.data["texts"])


class Printed(models.Model):
    """The digest of a file that was made of a paper: proves the file later, whatever prints it then."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="printed")
    language = models.CharField(max_length=2)
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "language", "sha256"], name="papers_printed_once"),
        ]

    def __str__(self) -> str:
        return f"file {self.pk}"


class Wording(models.Model):
    """One version of the office's own text of a template. Empty: back to the built-in text."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    version = models.PositiveIntegerField()
    source = models.TextField(blank=True)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    approved_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    since = models.DateField(null=True, help_text="in force from this day on")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name", "language", "version"], name="papers_one_version_a_number"
            ),
            models.CheckConstraint(
                name="papers_wording_approved_whole",
                condition=Q(approved_by=None, approved_at=None, since=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False, since__isnull=False),
                violation_error_message="An approved wording has its approver, its moment and its first day.",
            ),
            models.CheckConstraint(
                name="papers_wording_by_two",
                condition=Q(approved_by=None) | ~Q(approved_by=F("by_user")),
                violation_error_message="Who wrote a wording does not approve it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}/{self.language} {self.version}"
