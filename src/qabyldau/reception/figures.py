"""What reports count of the reception: who came and who did not, and final answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.reception.models import Attendance, FinalAnswer

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.worktime.spans import Span


def came(span: Span) -> QuerySet[Attendance]:
    return _noted(span).filter(came=True)


def missed(span: Span) -> QuerySet[Attendance]:
    return _noted(span).filter(came=False)


def _noted(span: Span) -> QuerySet[Attendance]:
    """By the moment it was noted."""
    return Attendance.objects.filter(
        appointment__appeal__office_id=span.office_id, at__gte=span.begins, at__lt=span.ends
    )


def closed(span: Span) -> QuerySet[FinalAnswer]:
    """Final answers to applicants."""
    return FinalAnswer.objects.filter(appeal__office_id=span.office_id, at__gte=span.begins, at__lt=span.ends)
