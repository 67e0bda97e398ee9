"""Claim somebody or something for a time, let it go, and say what an appeal cannot be received without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from qabyldau.occupancy.models import Claim, Need
from qabyldau.occupancy.times import Wanted

CHUNK = 500


class TwoPlacesError(Exception):
    """`what` is with `holder` at that time already; nothing was claimed."""

    def __init__(self, what: str, holder: str) -> None:
        super().__init__(f"{what} is already with {holder}")
        self.what = what
        self.holder = holder


@transaction.atomic
def claim(office_id: int, wanted: Sequence[Wanted]) -> None:
    """All of it or none: a second holder of the same five minutes is told who has them."""
    if not wanted:
        return
    asked = {(one.what, tick): one.holder for one in wanted for tick in one.ticks()}
    rows = [
        Claim(office_id=office_id, what=what, tick=tick, holder=asked[what, tick]) for what, tick in asked
    ]
    Claim.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    span = [tick for _, tick in asked]
    there = Claim.objects.filter(office_id=office_id, tick__gte=min(span), tick__lte=max(span))
    for what, tick, holder in there.values_list("what", "tick", "holder"):
        if asked.get((what, tick), holder) != holder:
            raise TwoPlacesError(what, holder)


def release(office_id: int, holders: Iterable[str]) -> None:
    """Whatever these holders had is free again."""
    Claim.objects.filter(office_id=office_id, holder__in=list(holders)).delete()


@transaction.atomic
def need(office_id: int, about: str, what: str) -> None:
    """No hour is given to it from now on at which `what` is elsewhere; the hour it has claims `what` too."""
    Need.objects.get_or_create(office_id=office_id, about=about, what=what)
    held = Claim.objects.filter(office_id=office_id, holder=about).values_list("tick", flat=True)
    ticks = sorted(set(held))
    rows = [Claim(office_id=office_id, what=what, tick=tick, holder=about) for tick in ticks]
    Claim.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    there = Claim.objects.filter(office_id=office_id, what=what, tick__in=ticks).exclude(holder=about)
    if other := there.values_list("holder", flat=True).first():
        raise TwoPlacesError(what, other)


@transaction.atomic
def need_no_more(office_id: int, about: str, what: str) -> None:
    """It is received without `what`, which is free again."""
    Need.objects.filter(office_id=office_id, about=about, what=what).delete()
    Claim.objects.filter(office_id=office_id, holder=about, what=what).delete()
