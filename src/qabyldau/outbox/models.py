"""A message from the moment it is owed to the moment somebody took it, or a person must."""

from django.db import models
from django.db.models import F, Q

from qabyldau.outbox.kinds import QUIET, Channel, Stand, Step


class QuietHours(models.Model):
    """When no phone may ring in an office's land; equal hours: never quiet. No row: the house's own."""

    office = models.OneToOneField("people.Office", on_delete=models.PROTECT, related_name="+")
    since = models.TimeField()
    until = models.TimeField()

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"


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
    urgent = models.BooleanField(default=False, help_text="goes in the quiet hours too")
    paper_id = models.BigIntegerField(null=True, help_text="the numbered paper that is enclosed")
    created_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=200, blank=True)
    given_up_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=40, blank=True, help_text="code of the last failure")
    reference = models.PositiveIntegerField(
        default=0, help_text="the number under which an SMS provider knows it; 0 until it is first carried"
    )
    ask_at = models.DateTimeField(null=True, help_text="when to ask what became of it; empty: never")
    asked = models.PositiveSmallIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True, help_text="it was sent, and did not arrive")
    settled_at = models.DateTimeField(null=True, help_text="a person took care of what could not arrive")
    settled_by = models.CharField(max_length=60, blank=True)
    settled_how = models.CharField(max_length=200, blank=True)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                name="outbox_waiting",
                condition=Q(sent_at=None, given_up_at=None),
            ),
            models.Index(fields=["about"], name="outbox_about"),
            models.Index(fields=["ask_at", "id"], name="outbox_asking", condition=Q(ask_at__isnull=False)),
            models.Index(fields=["reference"], name="outbox_reference", condition=Q(reference__gt=0)),
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
            models.CheckConstraint(
                name="outbox_fate_after_sending",
                condition=Q(sent_at__isnull=False) | Q(delivered_at=None, bounced_at=None),
                violation_error_message="What was not sent cannot have arrived, nor come back.",
            ),
            models.CheckConstraint(
                name="outbox_not_both_delivered_and_bounced",
                condition=Q(delivered_at=None) | Q(bounced_at=None),
                violation_error_message="A message arrived or came back, never both.",
            ),
            models.CheckConstraint(
                name="outbox_settled_by_somebody",
                condition=Q(settled_at=None, settled_by="")
                | (Q(settled_at__isnull=False) & ~Q(settled_by="")),
                violation_error_message="What a person settled names the person.",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def stem(self) -> str:
        """What the copies of one letter have in common, whichever way they go."""
        return self.key.rpartition(":")[0]

    @property
    def stand(self) -> Stand:
        """Where it stands now, in one word."""
        if self.settled_at:
            return Stand.SETTLED
        return self._fate() or self._wait()

    def _fate(self) -> Stand | None:
        """What became of it outside; None: it is still here."""
        fates = (
            (self.read_at, Stand.READ),
            (self.bounced_at, Stand.BOUNCED),
            (self.given_up_at, Stand.GIVEN_UP),
            (self.delivered_at, Stand.DELIVERED),
            (self.sent_at, Stand.SENT),
        )
        return next((stand for at, stand in fates if at), None)

    def _wait(self) -> Stand:
        if self.channel == Channel.PAPER:
            return Stand.ON_PAPER
        if self.fault == QUIET:
            return Stand.QUIET
        return Stand.RETRIED if self.attempts else Stand.WAITING


class Trace(models.Model):
    """One line of a message's history; a failure that repeats itself is counted, not written again."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="traces")
    step = models.CharField(max_length=12, choices=Step)
    code = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    last_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=1)
    by = models.CharField(max_length=60, blank=True, help_text="who did it, if a person did")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="outbox_trace_in_order",
                condition=Q(last_at__gte=F("at")),
                violation_error_message="A line of the history ends after it begins.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.message_id}"
