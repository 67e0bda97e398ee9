"""What reports count of the schedule: days on which somebody received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.schedule.models import ReceptionDay

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.worktime.spans import Span


def held(span: Span) -> QuerySet[ReceptionDay]:
    """Published days that were not taken off by the end of the stretch."""
    there = ReceptionDay.objects.filter(
        office_id=span.office_id, on__gte=span.since, on__lt=span.until, published_at__lt=span.ends
    )
    return there.exclude(taken_off_at__lt=span.ends)
