"""Days of reception and their slots, the places, and every version of a month's schedule.

A slot is given to one appeal, and the database holds that.
"""

from datetime import time

from django.db import models
from django.db.models import F, Q

from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Words
from qabyldau.schedule.hours import closing
from qabyldau.schedule.kinds import DayKind, Speech, Stage

MODES = [(one.value, one.value) for one in Mode]


class Room(models.Model):
    """A place where people are received, and what it has."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    name_kk = models.CharField(max_length=200)
    name_ru = models.CharField(max_length=200)
    public_reception = models.BooleanField(default=True, help_text="inside the public reception's premises")
    video = models.BooleanField(default=False, help_text="equipment for a reception by video")
    accessible = models.BooleanField(default=False, help_text="for people who move with difficulty")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="the last day of use")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "name_ru"], name="schedule_room_named_once"),
            models.CheckConstraint(
                name="schedule_room_ends_after_start",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="A room is used until its last day, not before its first.",
            ),
        ]

    def __str__(self) -> str:
        return f"room {self.pk}"

    @property
    def name(self) -> Words:
        return Words(kk=self.name_kk, ru=self.name_ru)


class Meeting(models.Model):
    """A meeting with the population, after which people are received."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    place_kk = models.CharField(max_length=200)
    place_ru = models.CharField(max_length=200)
    jointly_with = models.JSONField(default=list, help_text="numbers of those whom the act lists, from 0")
    named = models.TextField(blank=True, help_text="who took part, one a line")

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"meeting {self.pk} of {self.on}"

    @property
    def place(self) -> Words:
        return Words(kk=self.place_kk, ru=self.place_ru)


class ReceptionDay(models.Model):
    """One official on one day: hours, place, how people are received. Draft until published."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="days")
    on = models.DateField()
    opens = models.TimeField()
    slot_minutes = models.PositiveSmallIntegerField()
    slot_count = models.PositiveSmallIntegerField()
    break_at = models.TimeField(null=True)
    break_minutes = models.PositiveSmallIntegerField(default=0)
    mode = models.CharField(max_length=10, choices=MODES, default=Mode.IN_PERSON.value)
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, related_name="days")
    place_kk = models.CharField(max_length=200)
    place_ru = models.CharField(max_length=200)
    speech = models.CharField(max_length=4, choices=Speech, default=Speech.BOTH)
    interpreter = models.CharField(max_length=100, blank=True, help_text="the language of the interpreter")
    kind = models.CharField(max_length=20, choices=DayKind, default=DayKind.SCHEDULED)
    instruction_number = models.CharField(max_length=60, blank=True)
    instruction_on = models.DateField(null=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="days")
    published_at = models.DateTimeField(null=True)
    taken_off_at = models.DateTimeField(null=True, help_text="from then on nobody receives on it")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["on", "opens", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["official", "on", "kind"],
                condition=Q(taken_off_at=None),
                name="schedule_one_day_an_official",
            ),
            models.CheckConstraint(
                name="schedule_day_has_slots",
                condition=Q(slot_count__gte=1, slot_minutes__gte=5),
                violation_error_message="A day of reception has at least one slot of at least five minutes.",
            ),
            models.CheckConstraint(
                name="schedule_break_has_hour_and_length",
                condition=Q(break_at=None, break_minutes=0) | Q(break_at__isnull=False, break_minutes__gte=1),
                violation_error_message="A break has its hour and its length.",
            ),
            models.CheckConstraint(
                name="schedule_off_schedule_by_instruction",
                condition=~Q(kind="off_schedule")
                | (~Q(instruction_number="") & Q(instruction_on__isnull=False)),
                violation_error_message="A reception off schedule names the akim's instruction.",
            ),
            models.CheckConstraint(
                name="schedule_after_which_meeting",
                condition=~Q(kind="after_meeting") | Q(meeting__isnull=False),
                violation_error_message="A reception after a meeting names the meeting.",
            ),
        ]
        indexes = [models.Index(fields=["office", "on"], name="schedule_by_day")]

    def __str__(self) -> str:
        return f"{self.on} of official {self.official_id}"

    @property
    def key(self) -> str:
        return f"day:{self.pk}"

    @property
    def place(self) -> Words:
        return Words(kk=self.place_kk, ru=self.place_ru)

    @property
    def closes(self) -> time:
        """When the last slot ends."""
        return closing(self.opens, self.slot_minutes, self.slot_count, self.break_at, self.break_minutes)


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


class DayChange(models.Model):
    """What a published day is to become; nothing of it is seen before the next version is posted."""

    day = models.OneToOneField(ReceptionDay, on_delete=models.PROTECT, related_name="change")
    takes_off = models.BooleanField(default=False)
    wanted = models.JSONField(null=True, help_text="the day as planned anew; null: it is taken off")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="schedule_change_takes_off_or_says_what",
                condition=Q(takes_off=True, wanted=None) | Q(takes_off=False, wanted__isnull=False),
                violation_error_message="A day is taken off, or becomes something.",
            ),
        ]

    def __str__(self) -> str:
        return f"change of day {self.day_id}"


class Version(models.Model):
    """The schedule of an office's month at one moment. Posted ones are kept and never changed."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    month = models.DateField(help_text="its first day")
    number = models.PositiveSmallIntegerField(null=True, help_text="1, 2, 3 … in the order of posting")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT)
    sheet = models.JSONField(default=list, help_text="who, when, where: as it was checked or posted")
    problems = models.JSONField(default=list)
    correction = models.BooleanField(
        default=False, help_text="posted without the akim: no approved day moved"
    )
    returned_because = models.TextField(blank=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=200, blank=True)
    act_number = models.CharField(max_length=60, blank=True)
    act_on = models.DateField(null=True)
    gap_reason = models.TextField(blank=True, help_text="why somebody of the first group does not receive")
    posted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["month", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "month", "number"], name="schedule_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["office", "month"],
                condition=~Q(stage="posted"),
                name="schedule_one_open_version",
            ),
            models.CheckConstraint(
                name="schedule_approved_by_an_act",
                condition=~Q(stage="approved")
                | (~Q(act_number="") & Q(act_on__isnull=False, approved_at__isnull=False)),
                violation_error_message="An approved schedule names its act: number and date.",
            ),
            models.CheckConstraint(
                name="schedule_posted_when_and_by_what_right",
                condition=~Q(stage="posted")
                | (
                    Q(posted_at__isnull=False, number__isnull=False)
                    & (Q(correction=True) | Q(approved_at__isnull=False))
                ),
                violation_error_message="A posted schedule was approved, or is a correction.",
            ),
        ]
        indexes = [models.Index(fields=["office", "posted_at"], name="schedule_posted")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} v{self.number or '…'}"

    @property
    def key(self) -> str:
        return f"schedule:{self.pk}"


class Rehearsal(models.Model):
    """What a simulation foretold for a month, with its seed: never changed, fact can stand beside it."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    month = models.DateField(help_text="its first day")
    seed = models.PositiveIntegerField()
    asked = models.JSONField(help_text="the month, the history and the wish that went in")
    found = models.JSONField(help_text="what came out: means and intervals")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["office", "month"], name="schedule_rehearsed")]

    def __str__(self) -> str:
        return f"rehearsal {self.pk}"


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
