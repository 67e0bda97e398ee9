"""What reports count of the review: decisions by the moment they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.review.kinds import Outcome
from qabyldau.review.models import Decision

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.worktime.spans import Span


def decided(span: Span) -> QuerySet[Decision]:
    """Every decision but the return of a note."""
    made = Decision.objects.filter(appeal__office_id=span.office_id, at__gte=span.begins, at__lt=span.ends)
    return made.exclude(outcome=Outcome.RETURN)


def refused(span: Span) -> QuerySet[Decision]:
    return decided(span).filter(outcome=Outcome.REFUSE)
