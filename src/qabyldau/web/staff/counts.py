"""How much waits in the office: asked of the database once, for the menu and for the first page."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.core.cache import caches
from django.http import HttpRequest
from django.utils import timezone

from qabyldau.exchange import queries as exchange
from qabyldau.outbox import queries as outbox
from qabyldau.participation import queries as participation
from qabyldau.registry import queries as registry
from qabyldau.regulation.lifecycle import State
from qabyldau.replanning import queries as replanning
from qabyldau.screening import queries as screening

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor

DIFFERING_SECONDS = 60


class Counts:
    """Each is counted when it is first asked for: a role that may not see it costs nothing."""

    def __init__(self, actor: Actor) -> None:
        self._actor, self._office_id = actor, actor.office_id

    @cached_property
    def differing(self) -> int:
        """Numbers of e-Otinish that do not agree, as of a minute ago: all of them are compared."""
        found: int | None = caches["pages"].get_or_set(
            f"differing|{self._office_id}", self._compared, DIFFERING_SECONDS
        )
        return found or 0

    def _compared(self) -> int:
        return exchange.reconciliation(self._office_id).count

    @cached_property
    def letters(self) -> int:
        """Letters to hand over on paper."""
        return outbox.for_a_person(self._office_id).count()

    @cached_property
    def decisions(self) -> int:
        """Notes that wait for this head of an office."""
        return registry.visible_to(self._actor).filter(state=State.DECISION).count()

    @cached_property
    def numbers(self) -> list[date]:
        """By which day each number of e-Otinish is owed."""
        return list(registry.owed_numbers(self._office_id).values_list("due_on", flat=True))

    @cached_property
    def refusals(self) -> list[date]:
        """By which day each refusal to take part must be reported."""
        return list(participation.owed_refusals(self._office_id).values_list("due_on", flat=True))

    @cached_property
    def screened(self) -> screening.Owed:
        """What screening still owes."""
        return screening.owed(self._office_id, timezone.localdate())

    @cached_property
    def absent_days(self) -> int:
        """Days of reception that lost their official."""
        return replanning.open_absent_days(self._office_id).count()


def counts_of(request: HttpRequest) -> Counts:
    """The same for the whole request."""
    kept: Counts | None = getattr(request, "counts", None)
    found = kept or Counts(request.actor)  # type: ignore[attr-defined]  # put there by the middleware
    request.counts = found  # type: ignore[attr-defined]  # kept with the request
    return found
