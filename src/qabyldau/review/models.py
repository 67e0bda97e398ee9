"""What was found, proposed, decided and appointed: each row is written once by one act."""

from django.db import models
from django.db.models import Q

from qabyldau.regulation.norms.reception import Mode
from qabyldau.review.kinds import Outcome, Proposal


class Screening(models.Model):
    """What a worker found: None means that nobody has looked yet. The latest row counts."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="screenings")
    states_the_matter = models.BooleanField(null=True)
    within_competence = models.BooleanField(null=True)
    competent_body_kk = models.CharField(max_length=200, blank=True)
    competent_body_ru = models.CharField(max_length=200, blank=True)
    heard_before = models.BooleanField(null=True)
    earlier = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, null=True, related_name="+")
    new_arguments = models.BooleanField(null=True)
    remark = models.TextField(blank=True)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="review_heard_before_where",
                condition=~Q(heard_before=True) | Q(earlier__isnull=False) | ~Q(remark=""),
                violation_error_message="Heard before: the earlier appeal or answer is named.",
            ),
        ]

    def __str__(self) -> str:
        return f"screening {self.pk}"


class Note(models.Model):
    """Справочная информация: facts, what was collected, and what the department proposes."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="notes")
    facts = models.TextField()
    proposal = models.CharField(max_length=10, choices=Proposal)
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, null=True, related_name="+")
    day = models.ForeignKey("schedule.ReceptionDay", on_delete=models.PROTECT, null=True, related_name="+")
    ground = models.CharField(max_length=30, blank=True)
    late = models.BooleanField(default=False, help_text="later than the law allows before the proposed day")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="review_refusal_proposed_with_ground",
                condition=~Q(proposal="refuse") | ~Q(ground=""),
                violation_error_message="A refusal is proposed with its ground.",
            ),
            models.CheckConstraint(
                name="review_reception_proposed_with_official",
                condition=~Q(proposal="receive") | Q(official__isnull=False),
                violation_error_message="A reception is proposed with the official who receives.",
            ),
        ]

    def __str__(self) -> str:
        return f"note {self.pk}"


class Decision(models.Model):
    """What the head decided (or, for an appeal without a matter, the department), and why."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome)
    day = models.ForeignKey(
        "schedule.ReceptionDay", on_delete=models.PROTECT, null=True, related_name="decisions"
    )
    mode = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Mode])
    ground = models.CharField(max_length=30, blank=True)
    motive = models.TextField(blank=True)
    until = models.DateField(null=True, help_text="the day to which the term was extended")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="review_refusal_has_ground_and_motive",
                condition=~Q(outcome="refuse") | (~Q(ground="") & ~Q(motive="")),
                violation_error_message="A refusal names its ground and its reasons.",
            ),
            models.CheckConstraint(
                name="review_reception_has_day",
                condition=~Q(outcome="receive") | Q(day__isnull=False),
                violation_error_message="Who is to be received has a day.",
            ),
            models.CheckConstraint(
                name="review_extension_has_day_and_motive",
                condition=~Q(outcome="extend") | (Q(until__isnull=False) & ~Q(motive="")),
                violation_error_message="An extension names its day and its reasons.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} of appeal {self.appeal_id}"


class ReceptionList(models.Model):
    """List of those to be received on a day: numbered, and fixed once it is sent."""

    day = models.ForeignKey("schedule.ReceptionDay", on_delete=models.PROTECT, related_name="lists")
    number = models.CharField(max_length=40)
    sent_at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["day", "number"], name="review_list_number_once")]

    def __str__(self) -> str:
        return self.number


class ListEntry(models.Model):
    """One person on a list: the place in the order, and the reason for it."""

    list = models.ForeignKey(ReceptionList, on_delete=models.PROTECT, related_name="entries")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="list_entries")
    place = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=30, help_text="in_order, or the standing that puts ahead")

    class Meta:
        ordering = ["list_id", "place"]
        constraints = [
            models.UniqueConstraint(fields=["list", "place"], name="review_one_place_on_a_list"),
            models.UniqueConstraint(fields=["list", "appeal"], name="review_once_on_a_list"),
        ]

    def __str__(self) -> str:
        return f"{self.place} on list {self.list_id}"


class Appointment(models.Model):
    """The hour an applicant was told. A new one replaces the old; none is changed."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="appointments")
    slot = models.ForeignKey("schedule.Slot", on_delete=models.PROTECT, related_name="appointments")
    mode = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Mode])
    reason = models.CharField(max_length=200, blank=True, help_text="why not in the order of the list")
    at = models.DateTimeField()
    live = models.BooleanField(default=True, help_text="false once it was held, missed, moved or withdrawn")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(live=True), name="review_one_live_appointment"
            ),
            models.UniqueConstraint(fields=["slot"], condition=Q(live=True), name="review_one_appeal_a_slot"),
        ]

    def __str__(self) -> str:
        return f"appointment {self.pk}"
