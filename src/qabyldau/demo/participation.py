"""Bodies at the akim's receptions, a central body now and then, and what foreigners need; no chance in it."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.demo.programme import Sitting
from qabyldau.participation import actions, queries
from qabyldau.participation.actions import CentralSaid, Guest, Said, Sent
from qabyldau.participation.gist import gist
from qabyldau.participation.kinds import Answer, CentralAnswer, Way
from qabyldau.registry import queries as registry
from qabyldau.regulation.norms.reception import Citizenship
from qabyldau.review import queries as reviewed

if TYPE_CHECKING:
    from qabyldau.demo.engine import Engine
    from qabyldau.demo.path import Path
    from qabyldau.participation.models import Invitation
    from qabyldau.registry.models import Appeal

ASKED_AT, ANSWERED_AT, REPORTED_AT = time(11, 20), time(12, 10), time(12, 40)
ASKED_AHEAD, TOLD_AHEAD, TOLD_OF, EVERY = 10, 8, 3, 3
BUSY = "Өкіл сол күні іссапарда болады."
QUESTION = {
    "kk": "Мәселені шешуге республикалық бюджеттен қаржы керек, оны облыста бөле алмайды.",
    "ru": "Вопрос требует средств республиканского бюджета, в области их выделить не могут.",
}
AGREED = "Келісеміз, бейнебайланыс арқылы қатысамыз."


def expect(engine: Engine, sitting: Sitting, at: datetime) -> None:
    """The akim's day: bodies are asked some working days ahead."""
    if sitting.official != "akim":
        return
    day = engine.clock.calendar.shift(sitting.day.on, -ASKED_AHEAD)
    engine.later(max(at, engine.clock.at(day, ASKED_AT)), partial(_invite, engine, sitting))


def _invite(engine: Engine, sitting: Sitting, at: datetime) -> None:
    day = sitting.day
    guests = tuple(
        Guest(seat.body.pk) for seat in queries.seats(day) if seat.body and seat.invitation is None
    )
    rows = actions.invite(day.pk, guests=guests, by=engine.actor("department"), at=at)
    tell_on = engine.clock.calendar.shift(day.on, -TOLD_AHEAD)
    engine.later(max(at, engine.clock.at(tell_on, ASKED_AT)), partial(_tell, engine, sitting))
    asked = engine.clock.day_of(at)
    for row, (days, answer) in zip(rows, _answers(engine, sitting), strict=True):
        if answer is not Answer.SILENT:
            moment = engine.clock.at(engine.clock.calendar.shift(asked, days), ANSWERED_AT)
            engine.later(moment, partial(_answer, engine, row, answer))


def _tell(engine: Engine, sitting: Sitting, at: datetime) -> None:
    """The police and the prosecutors hear of the matters, as far as people are decided by then."""
    department = engine.actor("department")
    gists = {
        one.pk: gist(one.substance, (one.applicant_name, one.representative))
        for one in queries.may_be_told(department, sitting.day)[:TOLD_OF]
    }
    for row in queries.invitations(sitting.day):
        if gists and row.body.code in {BodyCode.INTERIOR, BodyCode.PROSECUTORS}:
            actions.retell(row.pk, gists=gists, by=department, at=at)


def _answers(engine: Engine, sitting: Sitting) -> tuple[tuple[int, Answer], ...]:
    """In the order of the law: after how many working days each answers, and what."""
    if sitting.day.on >= engine.clock.day_of(engine.until):
        return (1, Answer.CONFIRMED), (1, Answer.SILENT), (1, Answer.DECLINED), (2, Answer.SILENT)
    third = Answer.DECLINED if sitting.day.on.month % EVERY == 0 else Answer.CONFIRMED
    return (1, Answer.CONFIRMED), (2, Answer.CONFIRMED), (2, third), (3, Answer.CONFIRMED)


def _answer(engine: Engine, row: Invitation, answer: Answer, at: datetime) -> None:
    by_itself = row.body.code == BodyCode.INTERIOR
    there = bodies.members(row.body, row.day.on)
    said = (
        Said(answer, representative_id=there[0].pk)
        if answer is Answer.CONFIRMED
        else Said(answer, reason=BUSY)
    )
    by = engine.actor("body_representative" if by_itself else "department")
    actions.reply(row.pk, said=said, by=by, at=at)
    if answer is Answer.DECLINED:
        day = engine.clock.calendar.shift(engine.clock.day_of(at), 2)
        engine.later(engine.clock.at(day, REPORTED_AT), partial(_report, engine, row))


def _report(engine: Engine, row: Invitation, at: datetime) -> None:
    department = engine.actor("department")
    for owed in queries.owed_refusals(row.office_id).filter(invitation=row):
        actions.make_report(owed.pk, by=department, at=at)
        actions.record_sent(owed.pk, sent=Sent(engine.clock.day_of(at), Way.SED), by=department, at=at)


def note_presence(engine: Engine, sitting: Sitting, at: datetime) -> None:
    """Who said they would come, came, but for one now and then."""
    for row in queries.invitations(sitting.day):
        stayed_away = row.body.code == BodyCode.JUDICIAL_ADMINISTRATION and sitting.day.on.month % EVERY == 1
        came = row.answer == Answer.CONFIRMED and not stayed_away
        actions.attend(row.pk, came=came, by=engine.actor("clerk"), at=at)


def prepare_foreigners(engine: Engine, sitting: Sitting, at: datetime) -> None:
    """Everybody with an hour on this day who needs it is approved, and has somebody who interprets."""
    asked = engine.asked("department", at)
    for row in reviewed.appointments(sitting.day):
        appeal = registry.whole(row.appeal_id)
        if queries.regime_lacking(appeal) is not None:
            _approve(appeal, engine.clock.day_of(at), asked_by=engine, at=at)
            if queries.citizenship(appeal) is Citizenship.FOREIGNER:
                actions.ask_interpreter(
                    appeal.pk, language="өзбек / узбекский", name=INTERPRETER, asked=asked
                )
                actions.confirm_interpreter(appeal.pk, comes=True, asked=asked)


def _approve(appeal: Appeal, day: date, *, asked_by: Engine, at: datetime) -> None:
    number = f"{appeal.counter}-РС"
    known = bodies.coded(appeal.office_id, day, [BodyCode.SECRECY])
    author = known[BodyCode.SECRECY].name[appeal.language] if known else "—"
    asked = asked_by.asked("department", at)
    actions.approve_regime(appeal.pk, number=number, approved_on=day, approved_by=author, asked=asked)


INTERPRETER = "Юлдашева Дилноза Бахтиёровна"


def ask_central(path: Path, at: datetime) -> None:
    """A central body is asked to take part; the head extends afterwards by one letter."""
    engine = path.engine
    office_id = engine.troupe.office.pk
    there = bodies.active(office_id, path.clock.day_of(at), [BodyKind.CENTRAL]).exclude(head_ru="")
    row = actions.request_central(
        path.appeal_id,
        body_id=there[0].pk,
        question=QUESTION[path.plot.matter.language],
        asked=path.asked("department", at),
    )
    answered = path.clock.at(path.clock.calendar.shift(path.clock.day_of(at), 6), ANSWERED_AT)
    path.then(answered, partial(_central_answer, row.pk))


extend = actions.extend_for_central


def _central_answer(request_id: int, path: Path, at: datetime) -> None:
    said = CentralSaid(CentralAnswer.AGREED, path.clock.day_of(at), text=AGREED)
    actions.record_central_answer(
        path.appeal_id, request_id=request_id, said=said, asked=path.asked("department", at)
    )
