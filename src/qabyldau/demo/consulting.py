"""Lawyer and volunteer on days of reception, whom they helped, and the calls of a survey; no chance in it."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from qabyldau.consulting import queries, roster
from qabyldau.consulting.kinds import Kind, Outcome
from qabyldau.consulting.roster import Helped, Turn
from qabyldau.demo.library import rows, said, table
from qabyldau.regulation.words import Words
from qabyldau.surveys import actions as surveys
from qabyldau.surveys import queries as surveyed
from qabyldau.surveys.actions import Asked, Wanted
from qabyldau.surveys.kinds import Population, QuestionKind, Tried, Way

if TYPE_CHECKING:
    from datetime import date, datetime

    from qabyldau.consulting.models import Consultant
    from qabyldau.demo.engine import Engine
    from qabyldau.demo.programme import Sitting

OPENS, CLOSES, HELPED_AT = time(9, 0), time(13, 0), time(11, 30)
LATELY, A_DAY = timedelta(days=70), timedelta(days=1)
EACH_DAY = 2
DRAWN_BEFORE, DRAWN_AT, CALLED_AT, MOST = 5, time(10, 0), time(16, 0), 7


def expect(engine: Engine, sitting: Sitting) -> None:
    opens = engine.clock.at(sitting.day.on, OPENS)
    if engine.until - opens < LATELY:
        engine.later(opens, partial(_help, engine, sitting.day.on))


def plan_survey(engine: Engine, ends_on: date) -> None:
    """Of the weeks before, a few working days before the year ends."""
    day = engine.clock.calendar.shift(ends_on, -DRAWN_BEFORE)
    engine.later(engine.clock.at(day, DRAWN_AT), partial(_ask, engine))


def open_today(engine: Engine, at: datetime) -> None:
    """Who helps on the last day."""
    today = engine.clock.day_of(at)
    if any(sitting.day.on == today for sitting in engine.programme.sittings):
        _stand(engine, today, at)


def _stand(engine: Engine, on: date, at: datetime) -> list[Consultant]:
    people = ((Kind.LAWYER, "lawyer"), (Kind.VOLUNTEER, "volunteer"))
    texts, clerk = table("consulting.toml"), engine.actor("clerk")
    return [
        roster.put_on(
            engine.troupe.office, turn=Turn(on, kind, said(texts, name), OPENS, CLOSES), by=clerk, at=at
        )
        for kind, name in people
    ]


def _help(engine: Engine, on: date, at: datetime) -> None:
    """Two people a day, in turn; on a day of two receptions it was done already."""
    office = engine.troupe.office
    if queries.on_day(office.pk, on).exists():
        return
    there, known = _stand(engine, on, at), rows(table("consulting.toml"), "helped")
    for consultant in there[:EACH_DAY]:
        row = known[engine.helped % len(known)]
        engine.helped += 1
        helped = Helped(
            consultant.pk,
            topic=said(row, "topic"),
            outcome=Outcome(said(row, "outcome")),
            language=said(row, "language"),
            name=said(row, "name"),
            phone=said(row, "phone"),
        )
        roster.consult(office, helped=helped, by=engine.actor("clerk"), at=engine.clock.at(on, HELPED_AT))


def _ask(engine: Engine, at: datetime) -> None:
    """By calls, of those who declined to book; of a population smaller than that, everybody."""
    office, department, today = engine.troupe.office, engine.actor("department"), engine.clock.day_of(at)
    questions = [
        Asked(QuestionKind(said(row, "kind")), Words(kk=said(row, "kk"), ru=said(row, "ru")))
        for row in rows(table("consulting.toml"), "questions")
    ]
    surveys.write_questions(office, questions, by=department, at=at)
    since, until = today - LATELY, today - A_DAY
    there = surveyed.could_be_asked(office.pk, Population.DECLINED, Way.CALLS, since, until, at)
    size = min(MOST, len(there))
    if size:
        wanted = Wanted(Population.DECLINED, Way.CALLS, since, until, size, seed=engine.seed)
        drawn = surveys.draw(office, wanted, by=department, at=at)
        engine.later(engine.clock.at(today, CALLED_AT), partial(_call, engine, drawn.pk))


def _call(engine: Engine, round_id: int, at: datetime) -> None:
    """As many as there are answers for; the rest wait for the operator."""
    operator = engine.actor("operator")
    tasks = surveyed.tasks(surveyed.round_of(engine.troupe.office.pk, round_id))
    for task, row in zip(tasks, rows(table("consulting.toml"), "calls"), strict=False):
        if "tried" in row:
            surveys.attempt(task.pk, Tried(said(row, "tried")), call_at=None, by=operator, at=at)
        else:
            answers = {field: said(row, field) for field in row}
            surveys.answer(task.pk, answers, by=operator, at=at)
