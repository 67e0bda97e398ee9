"""An item for the press, the consents of those shown with it, and requests to take it down."""

import uuid

from django.db import models
from django.db.models import Q

from qabyldau.people.sealing import opened
from qabyldau.press.kinds import Kind, Stage
from qabyldau.regulation.words import Words


class Item(models.Model):
    """One text in both languages about one day; published, it stands on the site until taken down."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    day = models.ForeignKey("schedule.ReceptionDay", on_delete=models.PROTECT, related_name="press")
    kind = models.CharField(max_length=15, choices=Kind)
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.DRAFT)
    title_kk = models.CharField(max_length=200)
    title_ru = models.CharField(max_length=200)
    text_kk = models.TextField()
    text_ru = models.TextField()
    people_shown = models.PositiveSmallIntegerField(default=0, help_text="who can be recognised in pictures")
    published_at = models.DateTimeField(null=True)
    taken_down_at = models.DateTimeField(null=True)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["day", "kind"], name="press_one_item_a_kind"),
            models.CheckConstraint(
                name="press_published_iff_not_a_draft",
                condition=Q(stage="draft", published_at=None)
                | (~Q(stage="draft") & Q(published_at__isnull=False)),
                violation_error_message="A draft is published nowhere; anything else was.",
            ),
            models.CheckConstraint(
                name="press_taken_down_with_its_moment",
                condition=Q(stage="taken_down", taken_down_at__isnull=False)
                | (~Q(stage="taken_down") & Q(taken_down_at=None)),
                violation_error_message="What was taken down has the moment of it.",
            ),
        ]
        indexes = [models.Index(fields=["office", "stage", "published_at"], name="press_published")]

    def __str__(self) -> str:
        return f"press item {self.pk}"

    @property
    def key(self) -> str:
        return f"press:{self.pk}"

    @property
    def title(self) -> Words:
        return Words(kk=self.title_kk, ru=self.title_ru)

    @property
    def text(self) -> Words:
        return Words(kk=self.text_kk, ru=self.text_ru)


class Consent(models.Model):
    """Somebody who can be recognised in a picture agreed to be shown. The name is sealed."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="consents")
    sealed_name = models.TextField()
    how = models.CharField(max_length=200, help_text="the paper, or how it was said")
    given_on = models.DateField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"consent {self.pk}"

    @property
    def seal_row(self) -> str:
        """To what its sealed column is bound."""
        return f"press-consent|{self.uid}"

    @property
    def name(self) -> str:
        return opened(self.sealed_name, row=self.seal_row)


class TakeDown(models.Model):
    """Somebody asked to take an item down: done within a working day."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="requests")
    reason = models.CharField(max_length=500)
    asked_on = models.DateField()
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="press_request_says_why",
                condition=~Q(reason=""),
                violation_error_message="A request to take something down says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"request to take down {self.item_id}"
