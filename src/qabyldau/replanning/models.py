"""Offers of hours, what applicants wish, absences of officials, and answers about video."""

from django.db import models
from django.db.models import F, Q

from qabyldau.replanning.kinds import Cause, OfferKind, OfferState, OptionKind, VideoAnswer

APPEAL = "registry.Appeal"


class Offer(models.Model):
    """Up to three hours held for one person until a moment; one open offer a person."""

    appeal = models.ForeignKey(APPEAL, on_delete=models.PROTECT, related_name="offers")
    kind = models.CharField(max_length=10, choices=OfferKind)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    state = models.CharField(max_length=10, choices=OfferState, default=OfferState.OPEN)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(state="open"), name="replanning_one_open_offer"
            ),
            models.CheckConstraint(
                name="replanning_offer_has_a_term",
                condition=Q(until__gt=F("made_at")),
                violation_error_message="An offer leaves time to answer.",
            ),
            models.CheckConstraint(
                name="replanning_settled_iff_not_open",
                condition=Q(state="open", settled_at=None) | (~Q(state="open") & Q(settled_at__isnull=False)),
                violation_error_message="An offer that is not open was settled at some moment.",
            ),
        ]
        indexes = [
            models.Index(fields=["until"], name="replanning_open_offers", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"offer {self.pk}"


class OfferedHour(models.Model):
    """One of the hours of an offer, in the order in which they were offered."""

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="hours")
    slot = models.ForeignKey("schedule.Slot", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["offer_id", "place"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "slot"], name="replanning_hour_offered_once"),
            models.UniqueConstraint(fields=["offer", "place"], name="replanning_one_hour_a_place"),
        ]

    def __str__(self) -> str:
        return f"hour {self.place} of offer {self.offer_id}"


class Confirmation(models.Model):
    """The applicant said that they come."""

    appointment = models.OneToOneField(
        "review.Appointment", on_delete=models.PROTECT, related_name="confirmation"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"confirmation of {self.appointment_id}"


class AnotherTime(models.Model):
    """The one time that the applicant may ask for another hour."""

    appeal = models.OneToOneField(APPEAL, on_delete=models.PROTECT, related_name="another_time")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"another time for {self.appeal_id}"


class EarlierWish(models.Model):
    """The applicant wants to be offered earlier hours when they become free."""

    appeal = models.OneToOneField(APPEAL, on_delete=models.PROTECT, related_name="earlier_wish")
    at = models.DateTimeField()
    live = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"wish of {self.appeal_id}"


class Absence(models.Model):
    """An official cannot receive: who said so, when, and why. A fact, recorded whenever it was told."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="absences")
    since = models.DateField()
    until = models.DateField()
    cause = models.CharField(max_length=10, choices=Cause)
    remark = models.CharField(max_length=300, blank=True)
    told_by = models.CharField(max_length=200)
    told_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="replanning_absence_ends_after_start",
                condition=Q(until__gte=F("since")),
                violation_error_message="An absence ends on or after the day it begins.",
            ),
        ]
        indexes = [models.Index(fields=["official", "since"], name="replanning_absences")]

    def __str__(self) -> str:
        return f"absence {self.pk}"

    @property
    def key(self) -> str:
        return f"absence:{self.pk}"


class AbsentDay(models.Model):
    """A day of reception that an absence touches: told in time or not, and what was done about it."""

    absence = models.ForeignKey(Absence, on_delete=models.PROTECT, related_name="days")
    day = models.ForeignKey("schedule.ReceptionDay", on_delete=models.PROTECT, related_name="absences")
    timely = models.BooleanField(help_text="as the regulation asks: early enough, or on the day itself")
    citation = models.JSONField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=20, blank=True, choices=OptionKind)

    class Meta:
        ordering = ["day_id"]
        constraints = [
            models.UniqueConstraint(fields=["absence", "day"], name="replanning_day_of_absence_once"),
            models.UniqueConstraint(
                fields=["day"], condition=Q(settled_at=None), name="replanning_one_open_absence_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"day {self.day_id} of absence {self.absence_id}"


class VideoAsk(models.Model):
    """Under a restriction the applicant is asked how they can take part by video."""

    restriction = models.ForeignKey("schedule.Restriction", on_delete=models.PROTECT, related_name="asks")
    appeal = models.ForeignKey(APPEAL, on_delete=models.PROTECT, related_name="video_asks")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, blank=True, choices=VideoAnswer)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["restriction", "appeal"], name="replanning_asked_once"),
            models.CheckConstraint(
                name="replanning_answer_has_its_moment",
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                violation_error_message="An answer has its moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"ask {self.pk}"
