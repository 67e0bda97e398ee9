"""Reporting: a quarter that is over, with its report."""

from __future__ import annotations

from datetime import date

from qabyldau.people.actor import Actor, Kind
from qabyldau.people.models import User
from qabyldau.people.roles import Role
from qabyldau.reporting import actions
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY

LAST = date(2025, 10, 1)


def reported(day: ReceptionDay, everybody: dict[Role, User]) -> dict[str, object]:
    """The figures of the last quarter of 2025, frozen by the department."""
    by = Actor(
        kind=Kind.STAFF,
        office_id=day.office_id,
        name="department",
        user_id=everybody[Role.DEPARTMENT].pk,
        roles=frozenset({Role.DEPARTMENT}),
    )
    row = actions.freeze(day.office, LAST, by=by, at=MONDAY)
    return {"quarter": row.since.isoformat(), "clause": "12"}
