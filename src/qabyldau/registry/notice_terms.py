"""The duty to tell of an extension is met when a letter about it has reached the applicant, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.outbox import queries as outbox
from qabyldau.registry.moves import local_day
from qabyldau.registry.queries import owed_notices
from qabyldau.regulation.lifecycle import Notice

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.registry.models import Term


def settle(office_id: int) -> int:
    """Look at what was delivered; returns how many duties are met by it."""
    met = [(term, reached) for term in owed_notices(office_id) if (reached := _reached(term))]
    for term, reached in met:
        term.met_on = local_day(term.appeal.office, reached)
        term.save(update_fields=["met_on"])
    return len(met)


def _reached(term: Term) -> datetime | None:
    """When the first copy of the latest letter got there; None: none has."""
    letters = outbox.about(term.appeal.office_id, term.appeal.key).filter(notice=Notice.EXTENSION)
    last = letters.last()
    if last is None:
        return None
    written = last.key.rpartition(":")[0]
    return min((one.sent_at for one in letters if one.sent_at and one.key.startswith(written)), default=None)
