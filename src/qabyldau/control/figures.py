"""What reports count of control: instructions given, and how those stand whose day came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Case, CharField, F, Q, Value, When

from qabyldau.control.kinds import AT_WORK, Stage
from qabyldau.control.models import Instruction

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.worktime.spans import Span

NEVER_GIVEN = (Stage.DRAFT, Stage.DROPPED)
IN_TIME, LATE, OVERDUE = "in_time", "late", "overdue"


def given(span: Span) -> QuerySet[Instruction]:
    """Put on control, by the day they were given."""
    standing = Instruction.objects.exclude(stage__in=NEVER_GIVEN)
    return standing.filter(office_id=span.office_id, given_on__gte=span.since, given_on__lt=span.until)


def due(span: Span) -> QuerySet[Instruction]:
    """Instructions whose day came in the stretch: `verdict` as it was at the end of the stretch."""
    came = Instruction.objects.exclude(stage__in=NEVER_GIVEN).filter(
        office_id=span.office_id, due_on__gte=span.since, due_on__lt=span.until
    )
    reported = Q(reported_on__lt=span.until)
    verdict = Case(
        When(reported & Q(reported_on__lte=F("due_on")), then=Value(IN_TIME)),
        When(reported, then=Value(LATE)),
        default=Value(OVERDUE),
        output_field=CharField(),
    )
    return came.annotate(verdict=verdict)


def taken_off(span: Span) -> QuerySet[Instruction]:
    """Off control by a final answer in these days."""
    return Instruction.objects.filter(office_id=span.office_id, off_on__gte=span.since, off_on__lt=span.until)


def running(office_id: int) -> QuerySet[Instruction]:
    """On control and not reported yet."""
    return Instruction.objects.filter(office_id=office_id, stage__in=AT_WORK)
