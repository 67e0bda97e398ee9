"""What the press officer tells of the akim's receptions: before each, and after it; no chance in it."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from qabyldau.minutes import queries as minutes
from qabyldau.press import actions
from qabyldau.press.kinds import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.demo.engine import Engine
    from qabyldau.demo.programme import Sitting

ANNOUNCED_AHEAD, TOLD_AFTER = 8, 1
ANNOUNCED_AT, TOLD_AT = time(12, 20), time(11, 40)
LATELY = timedelta(days=45)


def expect(engine: Engine, sitting: Sitting, at: datetime) -> None:
    """The akim's day; `at`: not before it is published itself."""
    if sitting.official != "akim":
        return
    clock, day = engine.clock, sitting.day
    before = clock.at(clock.calendar.shift(day.on, -ANNOUNCED_AHEAD), ANNOUNCED_AT)
    after = clock.at(clock.calendar.shift(day.on, TOLD_AFTER), TOLD_AT)
    for moment, kind in ((max(at, before), Kind.ANNOUNCEMENT), (after, Kind.REPORT)):
        if engine.until - moment < LATELY:
            engine.later(moment, partial(_tell, engine, sitting, kind))


def _tell(engine: Engine, sitting: Sitting, kind: Kind, at: datetime) -> None:
    """Of a day on which nobody was received there is nothing to report."""
    if kind is Kind.REPORT and not minutes.received(sitting.day):
        return
    press = engine.actor("press")
    item = actions.draft(sitting.day.pk, kind=kind, by=press, at=at)
    actions.publish(item.pk, by=press, at=at)
