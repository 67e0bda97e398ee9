"""Reads: who helps on a day, who was helped or declined to book, who was called in, what was agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qabyldau.consulting.kinds import Answer, Outcome
from qabyldau.consulting.models import AgreedHour, CallIn, Consultant, Consultation
from qabyldau.regulation.norms.reception import Consultants
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Citation, Edition


def roster(office_id: int, since: date, until: date) -> QuerySet[Consultant]:
    """Who helps between two days, both included, soonest first."""
    return Consultant.objects.filter(office_id=office_id, on__range=(since, until), taken_off_at=None)


def on_day(office_id: int, day: date) -> QuerySet[Consultant]:
    return roster(office_id, day, day)


def consultations(office_id: int, since: date, until: date) -> QuerySet[Consultation]:
    rows = Consultation.objects.filter(office_id=office_id, on__range=(since, until))
    return rows.select_related("consultant", "appeal").order_by("-pk")


def consultation(office_id: int, pk: int) -> Consultation:
    return Consultation.objects.get(office_id=office_id, pk=pk)


def declined(office_id: int, since: date, until: date) -> QuerySet[Consultation]:
    """Who was consulted and declined to book, in order: of these the survey takes its sample (п. 36).

    Only those with `may_call` left a phone, and agreed to be called.
    """
    return consultations(office_id, since, until).filter(outcome=Outcome.DECLINED_TO_BOOK).order_by("pk")


def is_reception_day(office_id: int, day: date) -> bool:
    return schedule.days(office_id).filter(on=day, published_at__isnull=False).exists()


def clause(law: Edition) -> Citation:
    return law.cite(Consultants)


def called_in(appeal: Appeal) -> list[CallIn]:
    return list(CallIn.objects.filter(appeal=appeal).order_by("pk"))


def calls(office_id: int) -> QuerySet[CallIn]:
    return CallIn.objects.filter(office_id=office_id).select_related("appeal__office")


def unanswered(office_id: int, day: date) -> QuerySet[CallIn]:
    """Employees asked to come on this day who have neither come nor refused."""
    return calls(office_id).filter(on=day, answer=Answer.ASKED).order_by("pk")


def came_in(appeals: list[Appeal], day: date) -> list[CallIn]:
    """Employees who came to these applicants on that day: they stand in its minutes."""
    rows = CallIn.objects.filter(appeal__in=appeals, on=day, answer=Answer.CAME)
    return list(rows.select_related("appeal").order_by("pk"))


def agreed(appeal: Appeal) -> list[AgreedHour]:
    return list(AgreedHour.objects.filter(appeal=appeal).select_related("official").order_by("starts_at"))


def agreed_with(official_id: int, day: date) -> list[AgreedHour]:
    """What an official agreed to on a day, beside the schedule."""
    rows = AgreedHour.objects.filter(official_id=official_id, on=day)
    return list(rows.select_related("appeal").order_by("starts_at"))
