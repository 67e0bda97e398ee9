"""A message from the moment it is owed to the moment somebody took it, or a person must."""

from django.db import models
from django.db.models import Q

from qabyldau.outbox.kinds import Channel


class Message(models.Model):
    """Sent, or waiting, or given up: exactly one of the three, and the constraint says so."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(
        max_length=100, unique=True, help_text="the receiver may see it twice, never act twice"
    )
    about = models.CharField(max_length=60, help_text="kind:id, as in appeal:17")
    notice = models.CharField(max_length=20)
    channel = models.CharField(max_length=10, choices=Channel)
    language = models.CharField(max_length=2)
    address = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    created_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=200, blank=True)
    given_up_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=40, blank=True, help_text="code of the last failure")

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                name="outbox_waiting",
                condition=Q(sent_at=None, given_up_at=None),
            ),
            models.Index(fields=["about"], name="outbox_about"),
        ]
        constraints = [
            models.CheckConstraint(
                name="outbox_sent_iff_receipt",
                condition=Q(sent_at=None, receipt="") | (Q(sent_at__isnull=False) & ~Q(receipt="")),
                violation_error_message="A sent message has a receipt, an unsent one has none.",
            ),
            models.CheckConstraint(
                name="outbox_not_both_sent_and_given_up",
                condition=Q(sent_at=None) | Q(given_up_at=None),
                violation_error_message="A message is sent or given up, never both.",
            ),
        ]

    def __str__(self) -> str:
        return self.key
