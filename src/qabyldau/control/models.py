"""An instruction, from the moment it is dictated to the day it is taken off control."""

from django.db import models
from django.db.models import Q

from qabyldau.control.kinds import Stage


class Instruction(models.Model):
    """Поручение: what is to be done, by when, who gave it. Fixed once its minutes are signed."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="instructions")
    source = models.CharField(max_length=60, help_text="where it was given, as in minutes:5")
    place = models.PositiveSmallIntegerField(help_text="1, 2, 3 … within its source")
    text = models.TextField()
    due_on = models.DateField(null=True, help_text="empty only while it is a draft")
    given_by = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT)
    version = models.PositiveIntegerField(default=1)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["source", "place"]
        constraints = [
            models.UniqueConstraint(fields=["office", "source", "place"], name="control_one_place_a_source"),
            models.CheckConstraint(
                name="control_on_control_by_a_day",
                condition=Q(stage__in=["draft", "dropped"]) | Q(due_on__isnull=False),
                violation_error_message="An instruction on control has a day by which it is done.",
            ),
            models.CheckConstraint(
                name="control_says_what",
                condition=~Q(text=""),
                violation_error_message="An instruction says what is to be done.",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "stage", "due_on", "id"], name="control_board"),
            models.Index(fields=["appeal"], name="control_of_appeal"),
        ]

    def __str__(self) -> str:
        return f"instruction {self.pk}"

    @property
    def key(self) -> str:
        return f"instruction:{self.pk}"


class Executor(models.Model):
    """A body that carries an instruction out; one of them leads and answers for it."""

    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="executors")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="+")
    lead = models.BooleanField(default=False)

    class Meta:
        ordering = ["-lead", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["instruction", "body"], name="control_one_part_a_body"),
            models.UniqueConstraint(fields=["instruction"], condition=Q(lead=True), name="control_one_leads"),
        ]
        indexes = [models.Index(fields=["body", "instruction"], name="control_of_body")]

    def __str__(self) -> str:
        return f"{self.body_id} of {self.instruction_id}"
