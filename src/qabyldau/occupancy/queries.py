"""Reads: who is where in some days, and whom an appeal needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from qabyldau.occupancy.models import Claim, Need
from qabyldau.occupancy.times import Busy, ticks

__all__ = ["Busy", "busy", "needs"]


def busy(office_id: int, since: datetime, until: datetime) -> Busy:
    """Everything claimed between two moments, read once for a whole plan."""
    span = ticks(since, until)
    there = Claim.objects.filter(office_id=office_id, tick__gte=span.start, tick__lt=span.stop)
    return Busy({(what, tick): holder for what, tick, holder in there.values_list("what", "tick", "holder")})


def needs(office_id: int, about: Iterable[str]) -> dict[str, frozenset[str]]:
    """By appeal: whom and what it cannot be received without."""
    found: dict[str, set[str]] = {}
    rows = Need.objects.filter(office_id=office_id, about__in=list(about))
    for key, what in rows.values_list("about", "what"):
        found.setdefault(key, set()).add(what)
    return {key: frozenset(whats) for key, whats in found.items()}
