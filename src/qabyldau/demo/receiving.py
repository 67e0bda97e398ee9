"""The list of a day, its hours, the day itself, and the answer after it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from qabyldau.control import recusal
from qabyldau.demo import participation
from qabyldau.demo.library import Trait
from qabyldau.demo.path import Path
from qabyldau.demo.programme import Sitting
from qabyldau.demo.senders import PASSPORT, STATELESS_CARD
from qabyldau.reception import actions as reception
from qabyldau.reception.actions import Answer, Seen
from qabyldau.reception.kinds import Character
from qabyldau.registry import queries as registry
from qabyldau.review import actions as review
from qabyldau.review import queries as reviewed
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.demo.engine import Engine
    from qabyldau.people.models import Official

LIST_DUE_WITHIN, LIST_BEFORE_DAY, LIST_LENGTH = timedelta(days=3), 3, 5
DISTRIBUTED_AFTER = timedelta(minutes=40)
STAYS_AWAY, COMES_AGAIN = 0.08, 0.6
LATELY, ABSENT_LATELY = timedelta(days=6), 2
ANSWERED_AFTER, SPOKEN_AFTER = (3, 14), (4, 8)
CHARACTERS = {Character.EXPLAINED: 48, Character.SATISFIED: 37, Character.REFUSED: 15}


def send_lists(engine: Engine, at: datetime) -> None:
    """Lists go out when an answer is nearly due, the day is near, or enough people are decided."""
    today = engine.clock.day_of(at)
    near = engine.clock.calendar.shift(today, LIST_BEFORE_DAY)
    for sitting in engine.programme.ahead(today):
        due = min(sitting.decided.values(), default=None)
        if due is None:
            continue
        if due <= today + LIST_DUE_WITHIN or sitting.day.on <= near or len(sitting.decided) >= LIST_LENGTH:
            review.send_list(sitting.day.pk, asked=engine.asked("department", at))
            sitting.decided.clear()
            engine.later(at + DISTRIBUTED_AFTER, partial(_distribute, engine, sitting))


def _distribute(engine: Engine, sitting: Sitting, at: datetime) -> None:
    review.distribute(sitting.day.pk, asked=engine.asked("clerk", at))
    participation.prepare_foreigners(engine, sitting, at)


def hold_day(engine: Engine, sitting: Sitting, at: datetime) -> None:
    """Each person of the day at their own hour, give or take."""
    participation.note_presence(engine, sitting, at)
    participation.prepare_foreigners(engine, sitting, at)
    for row in reviewed.appointments(sitting.day):
        path = engine.paths[row.appeal_id]
        path.then(row.slot.starts_at + timedelta(minutes=engine.chance.randint(0, 6)), _meet)


def _meet(path: Path, at: datetime) -> None:
    asked = path.asked("clerk", at)
    if _stays_away(path, at):
        reception.miss(path.appeal_id, asked=asked)
        comes_again = path.chance.random() < COMES_AGAIN
        moment = path.clock.after(at, path.chance.randint(*SPOKEN_AFTER))
        path.then(moment, _again if comes_again else _answer_absent)
        return
    speaks_for_another = path.sender.represents is not None
    seen = Seen(_document(path), speaks_for_another, path.paper("reception"))
    reception.hold(path.appeal_id, seen=seen, asked=asked)
    path.received = True
    path.then(path.clock.after(at, path.chance.randint(*ANSWERED_AFTER)), answer)


def _stays_away(path: Path, at: datetime) -> bool:
    """Now and then somebody; in the last days surely a few, so that there are people to call again today."""
    engine = path.engine
    if path.plot.matter.is_(Trait.CRISIS):
        return False
    if engine.until - at < LATELY and engine.absent_lately < ABSENT_LATELY:
        engine.absent_lately += 1
        return True
    return path.chance.random() < STAYS_AWAY


def _document(path: Path) -> str:
    matter = path.plot.matter
    if matter.is_(Trait.FOREIGNER):
        return PASSPORT[matter.language]
    return STATELESS_CARD[matter.language] if matter.is_(Trait.STATELESS) else path.paper("identity")


def _again(path: Path, at: datetime) -> None:
    """Another hour for somebody who could not come: the last free one of the next day."""
    missed = path.sitting
    if missed is None:
        return
    tomorrow = path.clock.calendar.shift(path.clock.day_of(at), 1)
    sitting = path.engine.programme.soonest((missed.official,), max(tomorrow, missed.day.on))
    free = schedule.free_slots(sitting.day.pk) if sitting else []
    if not sitting or not free:
        path.then(path.clock.after(at, 5), _again)
        return
    path.settle(sitting)
    reason, asked = path.paper("again"), path.asked("clerk", at)
    review.appoint(path.appeal_id, slot_id=free[-1].pk, reason=reason, asked=asked)


def answer(path: Path, at: datetime) -> None:
    """The final one, to whoever was received."""
    character = path.chance.choices(list(CHARACTERS), list(CHARACTERS.values()))[0]
    if path.plot.matter.is_(Trait.CRISIS):
        _close(path, at, path.paper("crisis_answer"), Character.EXPLAINED)
    else:
        _close(path, at, path.filled(path.chance.choice(getattr(path.papers, character))), character)
    path.answered = True


def _answer_absent(path: Path, at: datetime) -> None:
    _close(path, at, path.paper("missed_answer"), Character.EXPLAINED)


def _close(path: Path, at: datetime, text: str, character: Character) -> None:
    said = Answer(text, character, _signer(path).pk)
    reception.close(path.appeal_id, answer=said, asked=path.asked("department", at))
    path.over = True


def _signer(path: Path) -> Official:
    """Who received, or somebody else if they answered the same matter before."""
    officials = path.engine.troupe.officials
    usual = officials[path.sitting.official if path.sitting else "head_of_office"]
    return recusal.free_officials(registry.get(path.appeal_id), [usual, *officials.values()])[0]
