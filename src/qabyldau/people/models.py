"""Offices, staff, those who receive, and those who come."""

import uuid
from datetime import date, time

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from qabyldau.people.kinds import AgreedBy, ApplicantKind
from qabyldau.people.roles import Role
from qabyldau.regulation.norms.intake import OfficeHours
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Words


class Office(models.Model):
    """An akim's office: the tenant. Every appeal, day, person and number belongs to one."""

    code = models.SlugField(max_length=20, unique=True)
    prefix = models.CharField(max_length=10)
    number_form = models.CharField(max_length=60, default="{prefix}-{year}-{counter:06d}")
    name_kk = models.CharField(max_length=200)
    name_ru = models.CharField(max_length=200)
    address_kk = models.CharField(max_length=200)
    address_ru = models.CharField(max_length=200)
    phone = models.CharField(max_length=40)
    email = models.EmailField(blank=True)
    zone = models.CharField(max_length=40, default="Asia/Oral")
    opens = models.TimeField(default=time(9, 0))
    closes = models.TimeField(default=time(18, 30))
    lunch_from = models.TimeField(default=time(13, 0))
    lunch_until = models.TimeField(default=time(14, 30))
    edition_code = models.CharField(
        max_length=40, help_text="the profile applied when no edition is in force"
    )
    works_under_kk = models.CharField(max_length=300, blank=True, help_text="the act the office itself names")
    works_under_ru = models.CharField(max_length=300, blank=True)
    texts = models.CharField(
        max_length=64, blank=True, help_text="digest of the office's own wordings of papers"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_office_hours_in_order",
                condition=Q(
                    opens__lt=F("lunch_from"), lunch_from__lt=F("lunch_until"), lunch_until__lt=F("closes")
                ),
                violation_error_message="An office opens, has lunch, and closes, in that order.",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def name(self) -> Words:
        return Words(kk=self.name_kk, ru=self.name_ru)

    @property
    def address(self) -> Words:
        return Words(kk=self.address_kk, ru=self.address_ru)

    @property
    def works_under(self) -> Words:
        return Words(kk=self.works_under_kk, ru=self.works_under_ru)

    @property
    def hours(self) -> OfficeHours:
        return OfficeHours(
            opens=self.opens, closes=self.closes, lunch_from=self.lunch_from, lunch_to=self.lunch_until
        )


class OfficeSettings(models.Model):
    """How an office works where the law leaves it the choice: read and changed through `people.settings`.

    One row an office, made by the first change. A column here is a field of the page in `web/settings`.
    """

    office = models.OneToOneField(Office, on_delete=models.PROTECT, primary_key=True, related_name="settings")
    hearing_before_refusal = models.BooleanField(
        default=False, help_text="the applicant is heard before a refusal is decided"
    )
    note_agreed_by = models.CharField(max_length=10, choices=AgreedBy, default=AgreedBy.NOBODY)
    decisions_signed = models.BooleanField(
        default=False, help_text="a decision is made only with the signature of whoever decides"
    )
    data_days = models.PositiveSmallIntegerField(
        default=5, help_text="working days an applicant is given to add what is missing"
    )
    report_days = models.PositiveSmallIntegerField(
        default=10, help_text="working days after a quarter by which its report is sent"
    )
    contact_tries = models.PositiveSmallIntegerField(
        default=3, help_text="after so many vain tries to reach an applicant a letter goes on paper"
    )
    doubt_days = models.PositiveSmallIntegerField(
        default=30,
        help_text="days after the final answer in which an applicant may say that nothing was done",
    )
    check_days = models.PositiveSmallIntegerField(
        default=5, help_text="working days the department has to look whether it was done"
    )

    survey_days = models.PositiveSmallIntegerField(
        default=90, help_text="days in which nobody is asked by a survey twice"
    )

    def __str__(self) -> str:
        return f"settings of {self.office_id}"


class User(AbstractUser):
    """Somebody who signs in. What they may do stands in their grants, never here."""

    full_name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="kk")
    sealed_iin = models.CharField(max_length=120, blank=True, help_text="by it a key of the state is theirs")
    iin_index = models.CharField(max_length=64, blank=True, help_text="keyed index of that number")
    sign_ins = models.JSONField(
        default=list, blank=True, help_text="the sign-ins that hold, the oldest first"
    )

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["iin_index"], condition=~Q(iin_index=""), name="people_one_user_an_iin"
            ),
        ]

    def __str__(self) -> str:
        return self.username


class Key(models.Model):
    """A one-time code by which somebody lets themselves in again: only its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="keys")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"key {self.pk}"


class Official(models.Model):
    """A person with the authority to receive, for as long as they have it."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="officials")
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="officials")
    rank = models.PositiveSmallIntegerField(choices=[(rank.value, rank.name.lower()) for rank in Rank])
    name_kk = models.CharField(max_length=200)
    name_ru = models.CharField(max_length=200)
    position_kk = models.CharField(max_length=200)
    position_ru = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="the last day of authority")

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [
            models.CheckConstraint(
                name="people_official_ends_after_start",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="Authority ends on or after the day it begins.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_id}/{self.pk}"

    @property
    def name(self) -> Words:
        return Words(kk=self.name_kk, ru=self.name_ru)

    @property
    def position(self) -> Words:
        return Words(kk=self.position_kk, ru=self.position_ru)

    def authorised_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class RoleGrant(models.Model):
    """One role of one person in one office, between two days."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    position_kk = models.CharField(max_length=200, blank=True)
    position_ru = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "office", "role", "since"], name="people_one_grant_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}:{self.role}"


class Token(models.Model):
    """A bearer token of the API: only its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"token {self.pk}"


class Applicant(models.Model):
    """A person or company that appeals. Numbers are sealed; `number_index` finds them again."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="applicants")
    kind = models.CharField(max_length=10, choices=ApplicantKind)
    name = models.CharField(max_length=200)
    folded_name = models.CharField(
        max_length=200, db_index=True, help_text="lower case, for search in any database"
    )
    name_key = models.CharField(
        max_length=200, blank=True, help_text="the name in rough spelling: finds it in any alphabet"
    )
    sealed_number = models.CharField(
        max_length=120, blank=True, help_text="ИИН, БИН or the number of another document"
    )
    number_index = models.CharField(
        max_length=64, help_text="keyed index of that number; unique for those without one"
    )
    document = models.CharField(
        max_length=60, blank=True, help_text="kind of document when there is no ИИН or БИН"
    )
    born_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "number_index"], name="people_one_applicant_a_number"),
        ]
        indexes = [
            models.Index(fields=["office", "name_key"], name="people_by_name_key"),
            models.Index(fields=["office", "born_on"], name="people_by_birth"),
        ]

    def __str__(self) -> str:
        return f"applicant {self.pk}"


class Attempt(models.Model):
    """Counts tries at something that can be guessed: one row a key and window."""

    key = models.CharField(max_length=100)
    window = models.BigIntegerField(help_text="unix time divided by the window's length")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="people_one_count_a_window")]

    def __str__(self) -> str:
        return f"attempt {self.pk}"
