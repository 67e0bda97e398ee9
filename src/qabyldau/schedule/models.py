"""Days of reception and their slots. A slot is given to one appeal, and the database holds that."""

from django.db import models
from django.db.models import F, Q

from qabyldau.regulation.norms.reception import Mode


class ReceptionDay(models.Model):
    """One official on one day: hours, place, how people are received. Draft until published."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="days")
    on = models.DateField()
    opens = models.TimeField()
    slot_minutes = models.PositiveSmallIntegerField()
    slot_count = models.PositiveSmallIntegerField()
    mode = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Mode], default=Mode.IN_PERSON.value
    )
    place_kk = models.CharField(max_length=200)
    place_ru = models.CharField(max_length=200)
    published_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["on", "opens", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["official", "on"], name="schedule_one_day_an_official"),
            models.CheckConstraint(
                name="schedule_day_has_slots",
                condition=Q(slot_count__gte=1, slot_minutes__gte=5),
                violation_error_message="A day of reception has at least one slot of at least five minutes.",
            ),
        ]
        indexes = [models.Index(fields=["office", "on"], name="schedule_by_day")]

    def __str__(self) -> str:
        return f"{self.on} of official {self.official_id}"

    @property
    def key(self) -> str:
        return f"day:{self.pk}"


class Slot(models.Model):
    """An hour of a day. `taken_by` is the appeal it was given to."""

    day = models.ForeignKey(ReceptionDay, on_delete=models.PROTECT, related_name="slots")
    place = models.PositiveSmallIntegerField(help_text="1, 2, 3 … within the day")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    taken_by = models.BigIntegerField(
        null=True, unique=True, help_text="id of the appeal; one appeal, one slot"
    )
    held_for = models.BigIntegerField(
        null=True, db_index=True, help_text="id of the appeal that may still choose this hour"
    )

    class Meta:
        ordering = ["day_id", "place"]
        constraints = [
            models.UniqueConstraint(fields=["day", "place"], name="schedule_one_slot_a_place"),
            models.UniqueConstraint(fields=["day", "starts_at"], name="schedule_one_slot_an_hour"),
            models.CheckConstraint(
                name="schedule_slot_ends_after_start",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message="A slot ends after it starts.",
            ),
            models.CheckConstraint(
                name="schedule_slot_taken_or_held",
                condition=Q(taken_by=None) | Q(held_for=None),
                violation_error_message="An hour that was given is not held for anybody.",
            ),
        ]

    def __str__(self) -> str:
        return f"slot {self.place} of day {self.day_id}"


class Restriction(models.Model):
    """Restrictive measures of an office, by an act: inside them every reception is by video."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    act_number = models.CharField(max_length=60)
    act_date = models.DateField()
    since = models.DateField()
    until = models.DateField(null=True, help_text="the last day; empty: until it is lifted")
    declared_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="schedule_restriction_names_its_act",
                condition=~Q(act_number=""),
                violation_error_message="A restriction names the act that declares it.",
            ),
        ]

    def __str__(self) -> str:
        return f"restriction {self.pk}"

    @property
    def key(self) -> str:
        return f"restriction:{self.pk}"
