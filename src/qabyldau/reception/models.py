"""What became of an appointment, and the answer after it."""

from django.db import models
from django.db.models import Q

from qabyldau.reception.kinds import Character
from qabyldau.regulation.desk import PRESENT
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Words

HERE = sorted(one.value for one in PRESENT)


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
    """The motivated answer to the applicant that takes the appeal off control; another after each check."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="final_answers")
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


class Visit(models.Model):
    """Somebody who came on the day: checked in, called, with the official. Only `desk` changes its state."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    day = models.ForeignKey("schedule.ReceptionDay", on_delete=models.PROTECT, related_name="visits")
    on = models.DateField()
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="visits")
    appointment = models.ForeignKey("review.Appointment", on_delete=models.PROTECT, related_name="visits")
    ticket = models.PositiveSmallIntegerField(help_text="number of the day: all that hall and board ever see")
    stage = models.CharField(
        max_length=15, choices=[(one.value, one.value) for one in Stage], default=Stage.ARRIVED.value
    )
    mode = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Mode])
    document = models.CharField(max_length=60, help_text="kind of identity document shown")
    document_end = models.CharField(max_length=4, blank=True, help_text="last signs of its number")
    authority_shown = models.BooleanField(default=False)
    standing = models.CharField(
        max_length=20, blank=True, choices=[(one.value, one.value) for one in Standing]
    )
    standing_proof = models.CharField(max_length=200, blank=True)
    hour = models.DateTimeField(null=True, help_text="told to the applicant; empty: came without one")
    arrived_at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    room_kk = models.CharField(max_length=200, blank=True)
    room_ru = models.CharField(max_length=200, blank=True)
    called_at = models.DateTimeField(null=True)
    times_called = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "on", "ticket"], name="reception_ticket_once_a_day"),
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(stage__in=HERE), name="reception_one_visit_of_an_appeal"
            ),
            models.UniqueConstraint(
                fields=["day"], condition=Q(stage="called"), name="reception_one_called_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["day"], condition=Q(stage="with_official"), name="reception_one_with_the_official"
            ),
            models.CheckConstraint(
                name="reception_standing_with_proof",
                condition=Q(standing="") | ~Q(standing_proof=""),
                violation_error_message="Nobody goes ahead without the paper that shows why.",
            ),
        ]
        indexes = [models.Index(fields=["office", "on", "stage"], name="reception_of_the_day")]

    def __str__(self) -> str:
        return f"visit {self.pk}"

    @property
    def room(self) -> Words:
        return Words(kk=self.room_kk, ru=self.room_ru)


class HandedIn(models.Model):
    """A request brought to a reception: the visit it was handed in at, and the appeal it became."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="handed_in")
    appeal = models.OneToOneField("registry.Appeal", on_delete=models.PROTECT, related_name="handed_in")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"handed in {self.pk}"


class Announcement(models.Model):
    """An applicant said that they are in the hall; the desk has not looked at their document yet."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="announcements")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appeal", "on"], name="reception_announced_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"announcement {self.pk}"
