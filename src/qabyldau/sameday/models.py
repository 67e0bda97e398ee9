"""What an official was asked, and what they answered: a fact either way."""

from django.db import models
from django.db.models import Q


class Asking(models.Model):
    """An official is asked to receive somebody today. `agreed` None: no answer yet."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="askings")
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    agreed = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_word = models.BooleanField(default=False, help_text="a worker wrote down what the official said")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(agreed=None), name="sameday_one_asking_at_a_time"
            ),
            models.CheckConstraint(
                name="sameday_answer_has_its_moment",
                condition=Q(agreed=None, answered_at=None)
                | Q(agreed__isnull=False, answered_at__isnull=False),
                violation_error_message="An answer has its moment, and there is no moment without one.",
            ),
        ]

    def __str__(self) -> str:
        return f"asking {self.pk}"
