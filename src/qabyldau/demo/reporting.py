"""The reports of the quarters that end within the year: made and sent in the days after."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from qabyldau.reporting import actions, quarters
from qabyldau.reporting.actions import Sent
from qabyldau.reporting.kinds import Way

if TYPE_CHECKING:
    from datetime import datetime, time

    from qabyldau.demo.engine import Engine
    from qabyldau.reporting.quarters import Quarter

A_DAY = timedelta(days=1)
AFTER_WORKING_DAYS = 4


def plan(engine: Engine, since: date, ends_on: date, hour: time) -> None:
    """A few working days after each quarter; one that ended just now is left to be made."""
    quarter = quarters.of(engine.troupe.office, since)
    while quarter.until < ends_on:
        day = engine.clock.calendar.shift(quarter.until - A_DAY, AFTER_WORKING_DAYS)
        engine.later(engine.clock.at(day, hour), partial(_report, engine, quarter))
        quarter = quarters.of(engine.troupe.office, quarter.until)


def _report(engine: Engine, quarter: Quarter, at: datetime) -> None:
    department = engine.troupe.actors["department"]
    row = actions.freeze(engine.troupe.office, quarter.since, by=department, at=at)
    sent = Sent(on=at.date(), way=Way.SED, number=row.paper.number if row.paper else "")
    actions.record_sent(row.pk, sent=sent, by=department, at=at)
