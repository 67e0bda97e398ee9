"""What reports count of participation: who was asked, who refused, who did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.participation.kinds import Answer
from qabyldau.participation.models import Invitation, Presence, RefusalReport, Reply

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.worktime.spans import Span


def asked(span: Span) -> QuerySet[Invitation]:
    """Invitations by the moment they were sent."""
    return Invitation.objects.filter(
        office_id=span.office_id, asked_at__gte=span.begins, asked_at__lt=span.ends
    )


def declined(span: Span) -> QuerySet[Reply]:
    return Reply.objects.filter(
        invitation__office_id=span.office_id,
        answer=Answer.DECLINED,
        at__gte=span.begins,
        at__lt=span.ends,
    )


def absent(span: Span) -> QuerySet[Presence]:
    """Who was expected and did not come, by the moment it was noted."""
    return Presence.objects.filter(
        invitation__office_id=span.office_id, came=False, at__gte=span.begins, at__lt=span.ends
    )


def reported_late(span: Span) -> QuerySet[RefusalReport]:
    """Refusals that were not reported in their term, by the day this was found."""
    return RefusalReport.objects.filter(
        office_id=span.office_id, breached_on__gte=span.since, breached_on__lt=span.until
    )
