"""Reads: which bodies there are on a day, who speaks for them, and for whom a person speaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.bodies.models import Body, Representative

ALL_KINDS = tuple(BodyKind)


def every(office_id: int) -> QuerySet[Body]:
    """All bodies of an office, former ones too, by kind."""
    return Body.objects.filter(office_id=office_id).order_by("kind", "pk")


def active(office_id: int, day: date, kinds: Iterable[BodyKind] = ALL_KINDS) -> QuerySet[Body]:
    """Those that stand on that day."""
    there = every(office_id).filter(kind__in=tuple(kinds), since__lte=day)
    return there.filter(Q(until=None) | Q(until__gte=day))


def body(office_id: int, pk: int) -> Body:
    return Body.objects.get(pk=pk, office_id=office_id)


def coded(office_id: int, day: date, codes: Iterable[BodyCode | str]) -> dict[str, Body]:
    """Those known by these codes on that day; a code without a body is left out."""
    found = active(office_id, day).filter(code__in=[str(code) for code in codes])
    return {one.code: one for one in found.order_by("-since", "-pk")}


def of_user(office_id: int, user_id: int | None, day: date) -> list[Body]:
    """For whom this person speaks on that day."""
    if user_id is None:
        return []
    seats = _speaking(day).filter(user_id=user_id, body__office_id=office_id)
    return list(active(office_id, day).filter(pk__in=seats.values("body_id")))


def members(body: Body, day: date) -> list[Representative]:
    """Who speaks for a body on that day, the longest in office first."""
    return list(_speaking(day).filter(body=body).order_by("since", "pk"))


def every_member(body: Body) -> QuerySet[Representative]:
    """Former ones too."""
    return Representative.objects.filter(body=body).select_related("user").order_by("-since", "-pk")


def representatives(office_id: int) -> QuerySet[Representative]:
    """Of every body of an office, former ones too."""
    return Representative.objects.filter(body__office_id=office_id).select_related("body")


def _speaking(day: date) -> QuerySet[Representative]:
    return Representative.objects.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
