"""Reads of replanning: open offers, wishes, absences, what a restriction asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from qabyldau.replanning.kinds import OfferState
from qabyldau.replanning.models import (
    Absence,
    AbsentDay,
    AnotherTime,
    Confirmation,
    EarlierWish,
    Offer,
    OfferedHour,
    VideoAsk,
)
from qabyldau.schedule.hours_of import free_hours

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import Slot

CHOICES = 12


def open_offer(appeal: Appeal) -> Offer | None:
    """The offer that this person may answer now."""
    found = Offer.objects.filter(appeal=appeal, state=OfferState.OPEN)
    return found.prefetch_related("hours__slot__day__official").first()


def open_offers(office_id: int) -> QuerySet[Offer]:
    """Every offer that waits for an answer, the soonest to end first."""
    found = Offer.objects.filter(appeal__office_id=office_id, state=OfferState.OPEN)
    return found.select_related("appeal").prefetch_related("hours__slot__day__official").order_by("until")


def run_out(office_id: int, at: datetime) -> list[int]:
    """Appeals whose offer ended without an answer."""
    found = Offer.objects.filter(appeal__office_id=office_id, state=OfferState.OPEN, until__lte=at)
    return list(found.order_by("until", "pk").values_list("appeal_id", flat=True))


def with_offer(appeal_ids: Iterable[int]) -> set[int]:
    found = Offer.objects.filter(appeal__in=list(appeal_ids), state=OfferState.OPEN)
    return set(found.values_list("appeal_id", flat=True))


def refused(slot_id: int) -> set[int]:
    """Appeals that were offered this hour and did not take it."""
    found = OfferedHour.objects.filter(slot_id=slot_id).exclude(offer__state=OfferState.OPEN)
    return set(found.values_list("offer__appeal_id", flat=True))


def wishing_earlier(appeal_ids: Iterable[int]) -> set[int]:
    found = EarlierWish.objects.filter(appeal__in=list(appeal_ids), live=True)
    return set(found.values_list("appeal_id", flat=True))


def wishes_earlier(appeal: Appeal) -> bool:
    return EarlierWish.objects.filter(appeal=appeal, live=True).exists()


def asked_another_time(appeal: Appeal) -> bool:
    return AnotherTime.objects.filter(appeal=appeal).exists()


def is_confirmed(appointment: Appointment) -> bool:
    return Confirmation.objects.filter(appointment=appointment).exists()


def confirmed(appointment_ids: Iterable[int]) -> set[int]:
    found = Confirmation.objects.filter(appointment__in=list(appointment_ids))
    return set(found.values_list("appointment_id", flat=True))


def other_hours(appointment: Appointment, after: datetime) -> list[Slot]:
    """Free hours of the same official after the one that was given: what the applicant may ask for."""
    now = appointment.slot
    found = free_hours([now.day.official_id], since=now.day.on, after=max(after, now.starts_at))
    return found[:CHOICES]


def absences(office_id: int) -> QuerySet[Absence]:
    found = Absence.objects.filter(office_id=office_id).select_related("official")
    return found.prefetch_related("days__day").order_by("-pk")


def absence(office_id: int, absence_id: int) -> Absence:
    return absences(office_id).get(pk=absence_id)


def open_absent_days(office_id: int) -> QuerySet[AbsentDay]:
    """Days on which an official does not receive, and nobody has said yet what becomes of the people."""
    found = AbsentDay.objects.filter(absence__office_id=office_id, settled_at=None)
    return found.select_related("absence", "absence__official", "day", "day__official").order_by("day__on")


def absent_day(day_id: int) -> AbsentDay | None:
    found = AbsentDay.objects.filter(day_id=day_id, settled_at=None)
    return found.select_related("absence", "absence__official").first()


def absent(official_ids: Iterable[int], on: date) -> set[int]:
    """Those of these officials who said that they cannot receive on that day."""
    found = Absence.objects.filter(
        official_id__in=list(official_ids), since__lte=on, until__gte=on, withdrawn_at=None
    )
    return set(found.values_list("official_id", flat=True))


def video_ask(appeal: Appeal) -> VideoAsk | None:
    """What the applicant was last asked about video."""
    return VideoAsk.objects.filter(appeal=appeal).select_related("restriction").order_by("-pk").first()


def video_asks(restriction_id: int) -> QuerySet[VideoAsk]:
    return VideoAsk.objects.filter(restriction_id=restriction_id).select_related("appeal")
