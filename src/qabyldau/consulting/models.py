"""The roster of consultants, their consultations, employees called in, hours agreed with officials."""

import uuid

from django.db import models
from django.db.models import F, Q

from qabyldau.consulting.kinds import Answer, Kind, Outcome
from qabyldau.people.sealing import opened
from qabyldau.regulation.words import Words


class Consultant(models.Model):
    """Somebody who helps on one day; taken off the roster, the row stays."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    kind = models.CharField(max_length=15, choices=Kind)
    name = models.CharField(max_length=200)
    opens = models.TimeField()
    closes = models.TimeField()
    taken_off_at = models.DateTimeField(null=True)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "opens", "pk"]
        constraints = [
            models.CheckConstraint(
                name="consulting_day_closes_after_it_opens",
                condition=Q(closes__gt=F("opens")),
                violation_error_message="A consultant's hours end after they begin.",
            ),
            models.UniqueConstraint(
                fields=["office", "on", "kind", "name"],
                condition=Q(taken_off_at=None),
                name="consulting_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def key(self) -> str:
        return f"consultant:{self.pk}"


class Consultation(models.Model):
    """Who was helped, with what, and what came of it. Name and phone are sealed, and kept only if given."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    consultant = models.ForeignKey(Consultant, on_delete=models.PROTECT, related_name="consultations")
    appeal = models.ForeignKey(
        "registry.Appeal", on_delete=models.PROTECT, null=True, related_name="consultations"
    )
    sealed_name = models.TextField(blank=True)
    sealed_phone = models.TextField(blank=True)
    may_call = models.BooleanField(default=False, help_text="agreed to be called for the survey")
    language = models.CharField(max_length=2, choices=[("kk", "kk"), ("ru", "ru")])
    topic = models.CharField(max_length=40, help_text="what about, by the list of subjects")
    outcome = models.CharField(max_length=10, choices=Outcome)
    at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="consulting_called_where_there_is_a_phone",
                condition=Q(may_call=False) | ~Q(sealed_phone=""),
                violation_error_message="Nobody is called who left no phone.",
            ),
            models.CheckConstraint(
                name="consulting_phone_only_to_call",
                condition=Q(may_call=True) | Q(sealed_phone=""),
                violation_error_message="A phone is kept only of those who agreed to be called.",
            ),
        ]
        indexes = [models.Index(fields=["office", "outcome", "on", "id"], name="consulting_outcomes")]

    def __str__(self) -> str:
        return f"consultation {self.pk}"

    @property
    def key(self) -> str:
        return f"consultation:{self.pk}"

    @property
    def seal_row(self) -> str:
        """To what its sealed columns are bound."""
        return f"consultation|{self.uid}"

    @property
    def name(self) -> str:
        return opened(self.sealed_name, row=self.seal_row)

    @property
    def phone(self) -> str:
        return opened(self.sealed_phone, row=self.seal_row)


class CallIn(models.Model):
    """An employee of the apparatus invited to an applicant during the reception."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="call_ins")
    on = models.DateField()
    employee = models.CharField(max_length=200)
    position = models.CharField(max_length=300)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.ASKED)
    reason = models.CharField(max_length=500, blank=True, help_text="why the employee did not come")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="consulting_answered_iff_said",
                condition=Q(answer="asked", answered_at=None)
                | (~Q(answer="asked") & Q(answered_at__isnull=False)),
                violation_error_message="An employee answered, or is still asked.",
            ),
            models.CheckConstraint(
                name="consulting_refused_with_a_reason",
                condition=~Q(answer="refused") | ~Q(reason=""),
                violation_error_message="Whoever did not come gave a reason.",
            ),
        ]
        indexes = [models.Index(fields=["office", "on"], name="consulting_called_in")]

    def __str__(self) -> str:
        return f"call-in {self.pk}"


class AgreedHour(models.Model):
    """Another time and place that an official agreed to meet the applicant at."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="agreed_hours")
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    starts_at = models.DateTimeField()
    place_kk = models.CharField(max_length=200)
    place_ru = models.CharField(max_length=200)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["official", "starts_at"], name="consulting_one_agreed_at_a_time"),
        ]
        indexes = [models.Index(fields=["office", "on"], name="consulting_agreed")]

    def __str__(self) -> str:
        return f"agreed hour {self.pk}"

    @property
    def place(self) -> Words:
        return Words(kk=self.place_kk, ru=self.place_ru)
