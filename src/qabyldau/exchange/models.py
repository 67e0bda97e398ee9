"""What is owed to e-Otinish about each appeal, every answer that does not agree, and how the line does."""

from django.db import models
from django.db.models import Q

from qabyldau.exchange.kinds import Decision, Difference, Status


class Exchange(models.Model):
    """One appeal's way to the register and back. It is asked under `key` until it has answered."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    appeal = models.OneToOneField("registry.Appeal", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=80, unique=True, help_text="sent twice, it must get one number")
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    created_at = models.DateTimeField()
    retry_since = models.DateTimeField(help_text="from here the patience with failures is counted")
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    may_be_known = models.BooleanField(default=False, help_text="something went out that may have arrived")
    sent_at = models.DateTimeField(null=True)
    message_id = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=40, blank=True, help_text="as the register said it last")
    answered_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=40, blank=True, help_text="code of the last failure")

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                name="exchange_waiting",
                condition=Q(status__in=["waiting", "sent"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="exchange_sent_has_message",
                condition=~Q(status="sent") | (Q(sent_at__isnull=False) & ~Q(message_id="")),
                violation_error_message="What was sent has a moment and a message id.",
            ),
            models.CheckConstraint(
                name="exchange_answered_has_number",
                condition=~Q(status__in=["answered", "mismatch"])
                | (Q(answered_at__isnull=False) & ~Q(number="")),
                violation_error_message="What was answered has a moment and a number.",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Mismatch(models.Model):
    """An answer that was not believed by itself; `exchange` is empty for a key that nobody knows."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, null=True, related_name="mismatches")
    key = models.CharField(max_length=80)
    difference = models.CharField(max_length=20, choices=Difference)
    ours = models.CharField(max_length=40, blank=True, help_text="the number kept when the answer came")
    theirs = models.CharField(max_length=40)
    holder = models.ForeignKey(
        "registry.Appeal", on_delete=models.PROTECT, null=True, related_name="+", help_text="who has theirs"
    )
    found_at = models.DateTimeField()
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "key", "theirs"],
                condition=Q(decision=""),
                name="exchange_one_open_mismatch",
            ),
            models.CheckConstraint(
                name="exchange_decided_iff_moment",
                condition=Q(decision="", decided_at=None) | (~Q(decision="") & Q(decided_at__isnull=False)),
                violation_error_message="A decision has its moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.difference}"


class Line(models.Model):
    """How the line to one outside system does: one row, locked while an answer is recorded."""

    name = models.CharField(max_length=20, primary_key=True)
    succeeded_at = models.DateTimeField(null=True, help_text="the last time that the other side answered")
    failures = models.PositiveIntegerField(default=0, help_text="in a row")
    fault = models.CharField(max_length=40, blank=True)
    failed_at = models.DateTimeField(null=True)
    rests_until = models.DateTimeField(null=True, help_text="after a failure nobody calls for a while")

    def __str__(self) -> str:
        return self.name
