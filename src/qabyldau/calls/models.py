"""Temporary numbers given ahead, what came under them, and emergencies of the office."""

from django.db import models
from django.db.models import F, Q

from qabyldau.calls.kinds import Kept
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.words import Words


class Block(models.Model):
    """Numbers from `first` to `last`, for one device or one pile of forms: nobody else has them."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    kept = models.CharField(max_length=10, choices=Kept)
    device = models.UUIDField(null=True, help_text="the browser that may give these numbers; empty: paper")
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["first"]
        constraints = [
            models.UniqueConstraint(fields=["office", "first"], name="calls_block_begins_once"),
            models.CheckConstraint(
                name="calls_block_in_order",
                condition=Q(last__gte=F("first")),
                violation_error_message="A block of numbers ends at its first number or later.",
            ),
            models.CheckConstraint(
                name="calls_device_iff_kept_there",
                condition=Q(kept="device", device__isnull=False) | Q(kept="paper", device=None),
                violation_error_message="Numbers of a device name it, numbers of forms name none.",
            ),
        ]
        indexes = [models.Index(fields=["office", "last"], name="calls_block_ends")]

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


class Taken(models.Model):
    """A request that was taken without us and has reached us: its temporary number and its appeal."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    block = models.ForeignKey(Block, on_delete=models.PROTECT, related_name="taken")
    appeal = models.OneToOneField("registry.Appeal", on_delete=models.PROTECT, related_name="taken")
    received_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    said = models.CharField(max_length=64, help_text="keyed digest of everything stated")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="calls_number_once"),
            models.CheckConstraint(
                name="calls_received_before_entered",
                condition=Q(received_at__lte=F("entered_at")),
                violation_error_message="A request is entered after it was received.",
            ),
        ]

    def __str__(self) -> str:
        return f"taken {self.number}"


class Emergency(models.Model):
    """The office works in emergency mode, by an act, on these days."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    act_number = models.CharField(max_length=60)
    act_date = models.DateField()
    since = models.DateField()
    until = models.DateField(null=True, help_text="empty: until it is ended")
    words_kk = models.CharField(max_length=300, help_text="what people are told")
    words_ru = models.CharField(max_length=300)
    citation = models.JSONField()
    declared_at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="calls_emergency_in_order",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="An emergency ends on or after the day it begins.",
            ),
        ]
        indexes = [models.Index(fields=["office", "since"], name="calls_emergencies")]

    def __str__(self) -> str:
        return f"emergency {self.pk}"

    @property
    def cited(self) -> Citation:
        return Citation.from_row(self.citation)

    @property
    def words(self) -> Words:
        return Words(kk=self.words_kk, ru=self.words_ru)
