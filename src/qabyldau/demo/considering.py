"""Materials asked of units, and what the note then quotes: without chance, the rest plays as before."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING

from qabyldau.acts import quotes
from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyKind
from qabyldau.materials import actions as materials
from qabyldau.materials import queries
from qabyldau.materials.actions import Given, Wanted
from qabyldau.registry import queries as registry
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.words import Words

if TYPE_CHECKING:
    from qabyldau.demo.path import Path
    from qabyldau.review.actions import Earlier, Material

ASKED_OF_EVERY, SILENT_OF_EVERY = 4, 12
DUE_AFTER, ANSWERED_AFTER, DROPPED_AFTER = 3, 2, 8
ANSWERED_AT = time(15, 40)
QUESTION = Words(
    kk="Өтініште көрсетілген мәселе бойынша қандай жұмыс жүргізілді, жоспарда бар ма, мерзімі қандай?",
    ru="Что сделано по вопросу, указанному в обращении, есть ли он в плане и в какие сроки?",
)
ANSWER = Words(
    kk="Мәселе зерделенді, жұмыстар биылғы жоспарға енгізілген, мердігер анықталуда.",
    ru="Вопрос изучен, работы включены в план этого года, определяется подрядчик.",
)
DROPPED = Words(kk="Мәліметтер басқа көзден алынды.", ru="Сведения получены из другого источника.")
PAPER = Words(kk="№ {}-шығ.", ru="исх. № {}")


def begin(path: Path, at: datetime) -> None:
    """Of some appeals a unit is asked as soon as they are taken up."""
    if path.counter % ASKED_OF_EVERY:
        return
    engine, day = path.engine, path.clock.day_of(at)
    units = list(bodies.active(engine.troupe.office.pk, day, [BodyKind.UNIT]).filter(code=""))
    unit = units[path.counter // ASKED_OF_EVERY % len(units)]
    due = path.clock.calendar.shift(day, DUE_AFTER)
    wanted = Wanted(unit.pk, QUESTION[unit.language], due)
    row = materials.ask(path.appeal_id, wanted=wanted, asked=engine.asked("department", at))
    if path.counter % SILENT_OF_EVERY:
        moment = path.clock.at(path.clock.calendar.shift(day, ANSWERED_AFTER), ANSWERED_AT)
        engine.later(moment, partial(_answer, path, row.pk))
        return
    moment = path.clock.at(path.clock.calendar.shift(day, DROPPED_AFTER), ANSWERED_AT)
    engine.later(moment, partial(_drop, path, row.pk))


def _drop(path: Path, request_id: int, at: datetime) -> None:
    """Nobody answered, and it is found out otherwise."""
    department = path.engine.actor("department")
    language = queries.for_answer(request_id).language
    materials.withdraw(request_id, reason=DROPPED[language], by=department, at=at)


def _answer(path: Path, request_id: int, at: datetime) -> None:
    """The unit's own person here, or a paper that the department types in."""
    appeal = registry.get(path.appeal_id)
    row = next(one for one in queries.of_appeal(appeal) if one.pk == request_id)
    if appeal.stage in FINAL:
        return
    executor = path.engine.actor("executor")
    mine = {one.pk for one in bodies.of_user(row.office_id, executor.user_id, path.clock.day_of(at))}
    text = ANSWER[row.language]
    if row.body_id in mine:
        materials.answer(row.pk, given=Given(text), by=executor, at=at)
        return
    paper = PAPER[row.language].format(row.pk)
    given = Given(text, paper=paper, by_name=row.body.head[row.language])
    materials.answer(row.pk, given=given, by=path.engine.actor("department"), at=at)


def quoted(path: Path) -> tuple[tuple[Earlier, ...], tuple[Material, ...]]:
    """What a note quotes: earlier appeals, and what units have answered by now."""
    appeal = registry.get(path.appeal_id)
    return quotes.history(appeal), quotes.collected(appeal)
