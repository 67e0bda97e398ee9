"""What became of an appointment, and the answer after it."""

from django.db import models

from qabyldau.reception.kinds import Character


class Attendance(models.Model):
    """An applicant came and was received, or did not come."""

    appointment = models.OneToOneField(
        "review.Appointment", on_delete=models.PROTECT, related_name="attendance"
    )
    came = models.BooleanField()
    document = models.CharField(max_length=60, blank=True, help_text="kind of identity document shown")
    summary = models.TextField(blank=True, help_text="what was answered on the spot")
    at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reception_identity_shown",
                condition=models.Q(came=False) | ~models.Q(document=""),
                violation_error_message="Nobody is received without an identity document shown.",
            ),
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"


class FinalAnswer(models.Model):
    """The motivated answer to the applicant that takes the appeal off control."""

    appeal = models.OneToOneField("registry.Appeal", on_delete=models.PROTECT, related_name="final_answer")
    text = models.TextField()
    character = models.CharField(max_length=10, choices=Character)
    signed_by = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reception_answer_has_text",
                condition=~models.Q(text=""),
                violation_error_message="A final answer says something.",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"
