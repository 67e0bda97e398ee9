"""How much waits in the office: asked of the database once, for the menu and for the first page."""

from __future__ import annotations

from functools import cached_property

from django.core.cache import caches
from django.http import HttpRequest

from qabyldau.exchange import queries as exchange
from qabyldau.outbox import queries as outbox

DIFFERING_SECONDS = 60


class Counts:
    """Each is counted when it is first asked for: a role that may not see it costs nothing."""

    def __init__(self, office_id: int) -> None:
        self._office_id = office_id

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


def counts_of(request: HttpRequest) -> Counts:
    """The same for the whole request."""
    kept: Counts | None = getattr(request, "counts", None)
    found = kept or Counts(request.actor.office_id)  # type: ignore[attr-defined]  # put there by the middleware
    request.counts = found  # type: ignore[attr-defined]  # kept with the request
    return found
