"""What reports count of materials: requests that fell due, and how many of them were not met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from qabyldau.materials.kinds import RequestState
from qabyldau.materials.models import MaterialAnswer, MaterialRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.worktime.spans import Span


def due(span: Span) -> QuerySet[MaterialRequest]:
    """Requests whose day came in the stretch; one withdrawn inside it is not counted."""
    fell = MaterialRequest.objects.filter(
        office_id=span.office_id, due_on__gte=span.since, due_on__lt=span.until
    )
    return fell.exclude(Q(state=RequestState.WITHDRAWN) & Q(closed_at__lt=span.ends))


def unmet(span: Span) -> QuerySet[MaterialRequest]:
    """Answered after their day, or not by the end of the stretch."""
    met = MaterialAnswer.objects.filter(request=OuterRef("pk"), late=False, at__lt=span.ends)
    return due(span).exclude(Exists(met))


def running(office_id: int) -> QuerySet[MaterialRequest]:
    """Asked and not answered yet."""
    return MaterialRequest.objects.filter(office_id=office_id, state=RequestState.OPEN)
