"""Keep what a rehearsal foretold, so that fact can stand beside it after the month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.schedule.models import Rehearsal

if TYPE_CHECKING:
    from qabyldau.people.models import Office


@dataclass(frozen=True, slots=True)
class Foretold:
    """The seed, what went in, and what came out, as plain JSON."""

    seed: int
    asked: dict[str, Any]
    found: dict[str, Any]


@transaction.atomic
def keep_rehearsal(office: Office, month: date, foretold: Foretold, *, by: Actor, at: datetime) -> Rehearsal:
    require(by, Right.REHEARSE, office.pk)
    row = Rehearsal.objects.create(
        office=office,
        month=month,
        seed=foretold.seed,
        asked=foretold.asked,
        found=foretold.found,
        by_user_id=by.user_id,
        at=at,
    )
    facts = {"month": month.isoformat(), "seed": foretold.seed}
    journal.write("rehearse_schedule", about=f"rehearsal:{row.pk}", by=by, at=at, facts=dict(facts))
    return row
