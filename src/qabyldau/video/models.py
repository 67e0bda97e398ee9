"""The room of an appointment by video."""

from django.db import models
from django.db.models import F, Q


class VideoRoom(models.Model):
    """Made when somebody first asks for it; another hour of the same person has another room."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    appointment = models.OneToOneField(
        "review.Appointment", on_delete=models.PROTECT, related_name="video_room"
    )
    name = models.CharField(max_length=60, unique=True, help_text="on the video server; nobody guesses it")
    made_at = models.DateTimeField()
    phone_asked_at = models.DateTimeField(null=True, help_text="the applicant could not connect: call them")
    phone_used_at = models.DateTimeField(null=True, help_text="they were connected by telephone instead")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="video_phone_used_after_it_was_made",
                condition=Q(phone_used_at=None) | Q(phone_used_at__gte=F("made_at")),
                violation_error_message="The telephone is used after the room was made.",
            ),
        ]

    def __str__(self) -> str:
        return f"video room {self.pk}"
