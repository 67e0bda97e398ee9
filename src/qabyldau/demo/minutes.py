"""The minutes of the last months of the sample year: answers, instructions, a signature; no chance in it."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from qabyldau.control import reminders
from qabyldau.control.actions import Order
from qabyldau.demo import carrying
from qabyldau.demo.library import lines, rows, said, table
from qabyldau.minutes import actions, queries

if TYPE_CHECKING:
    from datetime import date, datetime

    from qabyldau.demo.engine import Engine
    from qabyldau.demo.programme import Sitting
    from qabyldau.minutes.queries import Person

WRITTEN_AT, REMINDED_AT, SOON_AFTER = time(18, 10), time(10, 5), timedelta(minutes=15)
LATELY = timedelta(days=130)
EVERY, TERM = 3, 7
SIGNERS = frozenset({"akim", "deputy", "deputy_building", "deputy_farming", "head_of_office", "official"})


def expect(engine: Engine, sitting: Sitting) -> None:
    """In the evening of the day itself, by those who sign in here."""
    evening = engine.clock.at(sitting.day.on, WRITTEN_AT)
    if sitting.official in SIGNERS and engine.until - evening < LATELY:
        engine.later(evening, partial(_write, engine, sitting))


def remind(engine: Engine, day: date) -> None:
    """Every working day, as the office's own clock does."""
    at = engine.clock.at(day, REMINDED_AT)
    if engine.until - at < LATELY:
        engine.later(at, partial(reminders.tick, engine.troupe.office))


def begin_today(engine: Engine, at: datetime) -> None:
    """What was said to the first person of today stands there before the day is over."""
    today = engine.clock.day_of(at)
    for sitting in engine.programme.sittings:
        if sitting.day.on == today:
            opens = engine.clock.at(today, sitting.day.opens)
            for one in queries.received(sitting.day):
                _answer(engine, one, 0, opens + SOON_AFTER)


def _write(engine: Engine, sitting: Sitting, at: datetime) -> None:
    """Every third is answered by an instruction: it stays on control, and no final answer is sent yet."""
    people, first = queries.received(sitting.day), 0 if sitting.official == "akim" else 1
    for place, one in enumerate(people):
        if place % EVERY == first and engine.paths[one.appeal.pk].earlier is None:
            _order(engine, one, place, at)
        else:
            _answer(engine, one, place, at)
    if people:
        actions.sign(sitting.day.pk, asked=engine.asked(sitting.official, at))


def _answer(engine: Engine, one: Person, place: int, at: datetime) -> None:
    known = rows(table("orders.toml"), "answers")
    text = said(known[place % len(known)], one.appeal.language)
    actions.answer(one.appeal.pk, text=text, asked=engine.asked("clerk", at))


def _order(engine: Engine, one: Person, place: int, at: datetime) -> None:
    path, day = engine.paths[one.appeal.pk], engine.clock.day_of(at)
    known = rows(table("orders.toml"), "orders")
    row = next(row for row in known if one.appeal.topic in lines(row, "topics"))
    unit = carrying.units(engine, day)[known.index(row)]
    due_on = engine.clock.calendar.shift(day, TERM + place)
    order = Order(said(row, one.appeal.language), unit.pk, due_on=due_on)
    given = actions.instruct(one.appeal.pk, order=order, asked=engine.asked("clerk", at))
    path.over = True
    carrying.begin(path, given, row, at)
