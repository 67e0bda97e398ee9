"""How an appeal comes in: registered by its channel, numbered, perhaps taken back or repeated."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from qabyldau.demo import deciding, library
from qabyldau.demo.clock import AFTERNOON
from qabyldau.demo.library import Trait
from qabyldau.demo.path import Path
from qabyldau.demo.plot import Fate, Plot
from qabyldau.demo.programme import receivers_of
from qabyldau.demo.senders import FAMILIES, letter, sender
from qabyldau.people.actor import Actor
from qabyldau.registry import actions as registry
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Statement, Wish
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.reception import Mode

if TYPE_CHECKING:
    from qabyldau.demo.engine import Engine

REGISTERED_NEXT_DAY, NUMBERED_OUTSIDE = 0.06, 0.97
WISHES_AKIM, WISHES_DEPUTY = 0.35, 0.55
WISHES_VIDEO, SHOWS_PROOF = 0.12, 0.9
REPEATS, BRINGS_NEWS = 0.6, 0.3
REPEATED_AFTER_DAYS = (70, 150)
WITHDRAWN_AFTER_DAYS = (1, 12)


def begin(engine: Engine, plot: Plot) -> None:
    """Somebody will write."""
    matter = plot.matter
    one = sender(matter, plot.channel, engine.clock.day_of(plot.comes_at), engine.chance)
    path = Path(engine, plot, one)
    path.then(_taken_at(path), arrive)
    if plot.fate is Fate.DOUBLED:
        second = engine.clock.after(plot.comes_at, 0)
        double = Path(engine, Plot(matter, Channel.CALL_CENTRE, second, Fate.WITHDRAWN), one)
        double.then(second, arrive)


def _taken_at(path: Path) -> datetime:
    """When the worker gets to it: what comes by post may lie until the next day."""
    plot = path.plot
    if plot.channel is not Channel.POST:
        return plot.comes_at
    waits = path.chance.random() < REGISTERED_NEXT_DAY
    return path.clock.after(plot.comes_at + timedelta(minutes=30), 1 if waits else 0)


def arrive(path: Path, at: datetime) -> None:
    office = path.engine.troupe.office
    key = path.engine.new_name()
    talon = registry.register(office, _statement(path, at), by=_registrar(path), at=at, once=f"demo-{key}")
    path.appeal_id, path.counter = talon.appeal.pk, talon.appeal.counter
    path.registered_on, path.due_on = talon.appeal.registered_on, talon.answer.on
    path.engine.paths[path.appeal_id] = path
    counted_from = max(at, talon.appeal.registered_at)
    if path.chance.random() < NUMBERED_OUTSIDE:
        path.then(path.clock.shortly(counted_from + timedelta(minutes=40)), _number)
    path.then(path.clock.after(counted_from, path.chance.randint(0, 2)), deciding.screen)
    if path.plot.fate is Fate.WITHDRAWN:
        path.then(path.clock.after(counted_from, path.chance.randint(*WITHDRAWN_AFTER_DAYS)), _withdraw)
    if path.earlier is None and library.retold(path.plot.matter) and path.chance.random() < REPEATS:
        days = path.chance.randint(*REPEATED_AFTER_DAYS)
        path.engine.later(at + timedelta(days=days), lambda moment: _repeat(path, moment))


def _registrar(path: Path) -> Actor:
    if path.plot.channel is Channel.PORTAL:
        return Actor.applicant(path.engine.troupe.office.pk)
    return path.engine.actor("operator" if path.plot.channel is Channel.CALL_CENTRE else "clerk")


def _statement(path: Path, at: datetime) -> Statement:
    matter, one, plot = path.plot.matter, path.sender, path.plot
    collective = matter.is_(Trait.COLLECTIVE)
    return Statement(
        channel=plot.channel,
        person=one.applicant,
        language=matter.language,
        substance=letter(matter, one, path.chance),
        topic=matter.topic,
        people_count=min(one.circumstances.families, max(FAMILIES)) if collective else 1,
        contact=one.contact(matter.language),
        representation=one.representation(matter.language, path.clock.day_of(at), path.chance),
        wish=_wish(path),
        received_at=plot.comes_at if at != plot.comes_at else None,
    )


def _wish(path: Path) -> Wish:
    matter, luck = path.plot.matter, path.chance.random()
    wished = receivers_of(matter.topic)[0] if luck < WISHES_DEPUTY else ""
    officials = path.engine.troupe.officials
    official = officials.get("akim" if luck < WISHES_AKIM else wished)
    path.video = path.chance.random() < WISHES_VIDEO
    proof = ""
    if matter.standing is not None and path.chance.random() < SHOWS_PROOF:
        proof = f"{matter.standing.proof[matter.language]} № {path.chance.randint(1000, 9999)}"
    return Wish(
        official_id=official.pk if official else None,
        mode=Mode.VIDEO if path.video else Mode.IN_PERSON,
        video_consent=path.video,
        standing=matter.standing,
        standing_proof=proof,
    )


def _number(path: Path, at: datetime) -> None:
    """The clerk types the number that the state's register gave."""
    company = path.plot.matter.is_(Trait.COMPANY, Trait.FARM)
    number = f"{'ЗТ' if company else 'ЖТ'}-{at.year}-{10_000_000 + path.counter:08d}"
    registry.note_external_number(path.appeal_id, number=number, asked=path.asked("clerk", at))


def _withdraw(path: Path, at: datetime) -> None:
    """Before the reception only: afterwards there is an answer to wait for."""
    if path.received:
        return
    by = path.engine.actor("clerk")
    if path.plot.channel is Channel.PORTAL:
        by = Actor.applicant(path.engine.troupe.office.pk, path.appeal_id)
    registry.withdraw(path.appeal_id, asked=Asked(by=by, at=at))
    path.settle(None)
    path.over = True


def _repeat(path: Path, at: datetime) -> None:
    """The same person tells the same matter in other words or in the other language."""
    if not path.answered:
        return
    told = path.chance.choice(library.retold(path.plot.matter))
    moment = path.clock.within(path.clock.day_of(at), AFTERNOON)
    plot = Plot(told, Channel.PORTAL, moment, Fate.ORDINARY)
    news = path.chance.random() < BRINGS_NEWS
    again = Path(path.engine, plot, path.sender, earlier=path, brings_news=news)
    again.then(max(at, moment), arrive)
