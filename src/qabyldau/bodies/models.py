"""Bodies and their representatives: who is asked and told outside the receiving officials."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.regulation.words import Words

LANGUAGES = [("kk", "kk"), ("ru", "ru")]


class Body(models.Model):
    """A unit or a state body, with its first head and the address at which it is written to."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="bodies")
    kind = models.CharField(max_length=12, choices=BodyKind)
    code = models.CharField(
        max_length=30, choices=BodyCode, blank=True, help_text="what the law knows it by; empty: nothing"
    )
    name_kk = models.CharField(max_length=300)
    name_ru = models.CharField(max_length=300)
    head_kk = models.CharField(max_length=200, blank=True, help_text="full name of the first head")
    head_ru = models.CharField(max_length=200, blank=True)
    position_kk = models.CharField(max_length=300, blank=True, help_text="position of the first head")
    position_ru = models.CharField(max_length=300, blank=True)
    addressed_kk = models.CharField(max_length=300, blank=True, help_text="to whom, as an official typed it")
    addressed_ru = models.CharField(max_length=300, blank=True)
    address_kk = models.CharField(max_length=300, blank=True)
    address_ru = models.CharField(max_length=300, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="kk")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="the last day")

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                name="bodies_body_ends_after_start",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="A body ends on or after the day it begins.",
            ),
            models.UniqueConstraint(
                fields=["office", "code"],
                condition=Q(until=None) & ~Q(code=""),
                name="bodies_one_live_body_a_code",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def key(self) -> str:
        return f"body:{self.pk}"

    @property
    def name(self) -> Words:
        return Words(kk=self.name_kk, ru=self.name_ru)

    @property
    def head(self) -> Words:
        return Words(kk=self.head_kk, ru=self.head_ru)

    @property
    def position(self) -> Words:
        return Words(kk=self.position_kk, ru=self.position_ru)

    @property
    def addressed(self) -> Words:
        """The form that a language may ask for («Руководителю …»): nobody but a person declines names."""
        return Words(kk=self.addressed_kk, ru=self.addressed_ru)

    @property
    def address(self) -> Words:
        return Words(kk=self.address_kk, ru=self.address_ru)

    def stands_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class Representative(models.Model):
    """Somebody who speaks for a body between two days; `user` null: does not sign in."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="representatives")
    user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name_kk = models.CharField(max_length=200)
    name_ru = models.CharField(max_length=200)
    position_kk = models.CharField(max_length=300, blank=True)
    position_ru = models.CharField(max_length=300, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="the last day")

    class Meta:
        ordering = ["body_id", "pk"]
        constraints = [
            models.CheckConstraint(
                name="bodies_representative_ends_after_start",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="A representative ends on or after the day they begin.",
            ),
            models.UniqueConstraint(
                fields=["body", "user"], condition=Q(until=None), name="bodies_one_seat_a_user"
            ),
        ]

    def __str__(self) -> str:
        return f"representative {self.pk}"

    @property
    def name(self) -> Words:
        return Words(kk=self.name_kk, ru=self.name_ru)

    @property
    def position(self) -> Words:
        return Words(kk=self.position_kk, ru=self.position_ru)

    def speaks_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)
