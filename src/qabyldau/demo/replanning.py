"""What the sample office has on its hands: an official away, people who confirmed or want an earlier hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.people.actor import Actor
from qabyldau.registry.moves import Asked
from qabyldau.replanning import actions as replanning
from qabyldau.replanning.kinds import Cause
from qabyldau.review import queries as review

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.demo.engine import Engine
    from qabyldau.demo.programme import Sitting

AWAY_AFTER, CONFIRMING = 3, 2


def leave_waiting(engine: Engine, at: datetime) -> None:
    """An official is away on the busiest day ahead; on the others the first people have confirmed."""
    near = engine.clock.calendar.shift(engine.clock.day_of(at), AWAY_AFTER)
    full = [one for one in engine.programme.ahead(engine.clock.day_of(at)) if review.appointments(one.day)]
    later = [one for one in full if one.day.on >= near]
    away = max(later, key=lambda one: (len(review.appointments(one.day)), -one.day.pk), default=None)
    for sitting in full:
        if sitting is not away:
            _confirm(sitting, at)
    if away is not None:
        day = away.day
        told = replanning.Told(day.official_id, day.on, day.on, Cause.TRIP, "помощник", at)
        replanning.tell_absence(engine.troupe.office, told, by=engine.actor("department"), at=at)


def _confirm(sitting: Sitting, at: datetime) -> None:
    rows = review.appointments(sitting.day)
    for row in rows[:CONFIRMING]:
        replanning.confirm(row.appeal_id, asked=_asked(row.appeal_id, sitting, at))
    for row in rows[-1:]:
        replanning.wish_earlier(row.appeal_id, asked=_asked(row.appeal_id, sitting, at))


def _asked(appeal_id: int, sitting: Sitting, at: datetime) -> Asked:
    return Asked(by=Actor.applicant(sitting.day.office_id, appeal_id), at=at)
