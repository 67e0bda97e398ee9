"""What reports count of screening: what was passed on to other bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.screening.models import Redirection

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.worktime.spans import Span


def redirected(span: Span) -> QuerySet[Redirection]:
    return Redirection.objects.filter(appeal__office_id=span.office_id, at__gte=span.begins, at__lt=span.ends)
