"""What becomes of an instruction: carried out in time, late, at the second attempt, or not yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from functools import partial
from typing import TYPE_CHECKING

from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyKind
from qabyldau.control import actions, queries
from qabyldau.control.actions import Given
from qabyldau.control.kinds import Stage
from qabyldau.demo import receiving
from qabyldau.demo.library import Table, said, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Executor, Instruction
    from qabyldau.demo.engine import Engine
    from qabyldau.demo.path import Path

EXECUTOR = "executor"
ACCEPTED_AT, REPORTED_AT, JUDGED_AT, ANSWERED_AT = time(10, 20), time(12, 5), time(15, 10), time(16, 30)
DOUBTED_BEFORE, DOUBTED_AT = 2, time(17, 10)
ACCEPTED_AFTER, REPORTED_AGAIN_AFTER, ANSWERED_AFTER = 2, 3, 3


@dataclass(frozen=True, slots=True)
class Course:
    """Working days from the due day to the report, from there to the verdict; is it sent back once."""

    reported: int
    judged: int
    returned: bool = False


# In turn. On the last day of the year the slow ones are overdue, or wait for the department.
COURSES = (
    Course(-3, 2),
    Course(14, 2),
    Course(-4, 9),
    Course(-5, 1, returned=True),
    Course(24, 3),
    Course(0, 12),
)


def plan_doubt(engine: Engine, ends_on: date) -> None:
    """On the last days somebody says that what was promised is not done: the department looks."""
    day = engine.clock.calendar.shift(ends_on, -DOUBTED_BEFORE)
    engine.later(engine.clock.at(day, DOUBTED_AT), partial(_doubt, engine))


def _doubt(engine: Engine, at: datetime) -> None:
    today = engine.clock.day_of(at)
    known = queries.visible_to(engine.actor("department"), today).filter(stage=Stage.DONE)
    last = queries.whole(known).order_by("-off_on", "-pk").first()
    if last is not None:
        words = said(table("orders.toml"), f"doubt_{last.appeal.language}")
        actions.reopen(last.appeal_id, words=words, asked=engine.asked("clerk", at))


def units(engine: Engine, day: date) -> list[Body]:
    """Those that carry instructions out, in the order in which they were entered."""
    there = bodies.active(engine.troupe.office.pk, day, [BodyKind.UNIT])
    return sorted((one for one in there if not one.code), key=lambda one: one.pk)


def begin(path: Path, given: Instruction, words: Table, at: datetime) -> None:
    """Every step of it, each on its day; `given` is signed by then."""
    course = COURSES[path.engine.ordered % len(COURSES)]
    path.engine.ordered += 1
    calendar, due_on = path.clock.calendar, given.due_on or path.clock.day_of(at)
    reported = calendar.shift(due_on, course.reported)
    taken = calendar.shift(path.clock.day_of(at), ACCEPTED_AFTER)
    _on(path, taken, ACCEPTED_AT, partial(_accept, path, given.pk))
    _on(path, reported, REPORTED_AT, partial(_report, path, given.pk, words))
    judged = calendar.shift(reported, course.judged)
    if course.returned:
        _on(path, judged, JUDGED_AT, partial(_send_back, path, given.pk))
        again = calendar.shift(judged, REPORTED_AGAIN_AFTER)
        _on(path, again, REPORTED_AT, partial(_report, path, given.pk, words))
        judged = calendar.shift(again, course.judged)
    _on(path, judged, JUDGED_AT, partial(_judge, path, given.pk))
    answered = calendar.shift(judged, ANSWERED_AFTER)
    _on(path, answered, ANSWERED_AT, partial(receiving.answer, path))


def _on(path: Path, day: date, hour: time, step: Callable[[datetime], object]) -> None:
    path.engine.later(path.clock.at(day, hour), step)


def _accept(path: Path, instruction_id: int, at: datetime) -> None:
    part = _part(path, instruction_id)
    actions.accept(part.pk, asked=path.asked(_hand(path, part, at), at))


def _report(path: Path, instruction_id: int, words: Table, at: datetime) -> None:
    """The executor who signs in writes here; of the others the department enters what came on paper."""
    part = _part(path, instruction_id)
    hand = _hand(path, part, at)
    day = path.clock.day_of(at)
    paper = "" if hand == EXECUTOR else f"№ 03-{instruction_id + 240}, {day:%d.%m.%Y}"
    text = said(words, f"done_{path.plot.matter.language}")
    actions.report(part.pk, given=Given(text, paper=paper), asked=path.asked(hand, at))


def _send_back(path: Path, instruction_id: int, at: datetime) -> None:
    remark = said(table("orders.toml"), f"remark_{path.plot.matter.language}")
    actions.send_back(instruction_id, remark=remark, asked=path.asked("department", at))


def _judge(path: Path, instruction_id: int, at: datetime) -> None:
    actions.accept_report(instruction_id, asked=path.asked("department", at))


def _part(path: Path, instruction_id: int) -> Executor:
    """The leading body's."""
    found = queries.instruction(path.engine.troupe.office.pk, instruction_id)
    return next(part for part in found.executors.all() if part.lead)


def _hand(path: Path, part: Executor, at: datetime) -> str:
    """Who acts for the body: its own person, if one signs in."""
    known = {one.user_id for one in bodies.members(part.body, path.clock.day_of(at))}
    return EXECUTOR if path.engine.actor(EXECUTOR).user_id in known else "department"
