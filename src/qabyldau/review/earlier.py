"""Earlier appeals linked to one, along the whole chain, and who prepared or refused them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.registry import queries as registry
from qabyldau.review.kinds import Outcome
from qabyldau.review.models import Decision, Note, Screening

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qabyldau.registry.models import Appeal


def linked(appeal: Appeal) -> frozenset[int]:
    """Ids of what the department found to be the same matter: named as earlier by it or what joined it."""
    seen, front = {appeal.pk}, {appeal.pk}
    found = set[int]()
    while front:
        joined = registry.joined_to(front)
        earlier = _named(front | joined)
        found |= earlier
        front = (joined | earlier) - seen
        seen |= front
    return frozenset(found - {appeal.pk})


def _named(ids: Iterable[int]) -> set[int]:
    """By the last look at each: a link that was taken back is none."""
    looks = (
        Screening.objects.filter(appeal__in=list(ids)).order_by("pk").values_list("appeal_id", "earlier_id")
    )
    return {earlier for earlier in dict(looks).values() if earlier}


def refusers(ids: Iterable[int]) -> set[int | None]:
    """Whose refusal ended these matters."""
    refused = Decision.objects.filter(appeal__in=list(ids), outcome=Outcome.REFUSE)
    return set(refused.values_list("by_user_id", flat=True))


def preparers(ids: Iterable[int]) -> set[int | None]:
    """Who wrote the notes on them."""
    return set(Note.objects.filter(appeal__in=list(ids)).values_list("by_user_id", flat=True))
