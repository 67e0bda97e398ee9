"""The desk on the last day of the sample year: somebody inside, somebody called, a line, some expected."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from qabyldau.demo import participation
from qabyldau.people.actor import Actor
from qabyldau.reception import desk, presence
from qabyldau.reception.desk import Arrival
from qabyldau.registry.moves import Asked
from qabyldau.review import queries as review

if TYPE_CHECKING:
    from qabyldau.demo.engine import Engine
    from qabyldau.demo.programme import Sitting

ARRIVING, IN_THE_HALL = 5, 6
CALLS = (20, 30, 40)
CARD = "identity_card"


def open_today(engine: Engine, at: datetime) -> None:
    """On a day without a reception nothing happens."""
    today = engine.clock.day_of(at)
    for sitting in engine.programme.sittings:
        if sitting.day.on == today:
            _half_way(engine, sitting)


def _half_way(engine: Engine, sitting: Sitting) -> None:
    """Those with the first hours come; one was received, one is inside, the next is called."""
    rows = review.appointments(sitting.day)
    participation.prepare_foreigners(engine, sitting, _at(engine, sitting, 0))
    for minute, row in enumerate(rows[:ARRIVING]):
        seen = Arrival(
            CARD, "4711", authority_shown=engine.paths[row.appeal_id].sender.represents is not None
        )
        desk.arrive(row.appeal_id, arrival=seen, asked=engine.asked("clerk", _at(engine, sitting, minute)))
    for row in rows[ARRIVING:IN_THE_HALL]:
        by = Actor.applicant(sitting.day.office_id, row.appeal_id)
        presence.announce(row.appeal_id, asked=Asked(by=by, at=_at(engine, sitting, ARRIVING)))
    for minute in CALLS[: len(rows)]:
        _called(engine, sitting, minute)


def _called(engine: Engine, sitting: Sitting, minute: int) -> None:
    """The last of the calls waits for the person to come in; the first was received before the second."""
    asked = engine.asked("clerk", _at(engine, sitting, minute))
    visit = desk.call(sitting.day.pk, asked=asked)
    if minute != CALLS[-1]:
        desk.start(visit.pk, asked=asked)
    if minute == CALLS[0]:
        desk.finish(visit.pk, asked=engine.asked("clerk", _at(engine, sitting, minute + 8)))


def _at(engine: Engine, sitting: Sitting, minute: int) -> datetime:
    """Minutes after a quarter to the opening."""
    opens = sitting.day.opens.hour * 60 + sitting.day.opens.minute - 15 + minute
    return engine.clock.at(sitting.day.on, time(*divmod(opens, 60)))
