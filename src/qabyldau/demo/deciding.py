"""What the office does with an appeal before the day: looks, collects, proposes, decides, sometimes later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from qabyldau.competence import suggest
from qabyldau.demo import considering, library, participation
from qabyldau.demo.library import Trait
from qabyldau.demo.path import Path
from qabyldau.demo.plot import Fate
from qabyldau.demo.programme import DEPUTIES_AND_AKIM, Sitting, receivers_of
from qabyldau.registry import queries as registry
from qabyldau.regulation.norms.reception import Mode
from qabyldau.review import actions as review
from qabyldau.review.actions import Findings, Proposed
from qabyldau.review.kinds import Proposal

NOTE_AHEAD, NOTE_IN_A_HURRY = 5, 4
SUBMITTED_AFTER, SUBMITTED_LATE, SUBMITTED_AFTER_EXTENSION = (1, 4), (12, 15), (5, 12)
EXTENDED_AFTER, EXTENDED_TO_DAY = (5, 8), (38, 55)
TO_THE_AKIM, TO_OTHERS = 0.22, 0.3
AN_HOUR, CENTRAL_EVERY = timedelta(hours=1), 4
OTHERS = ("head_of_office", "official", "deputy_head_one")


def screen(path: Path, at: datetime) -> None:
    """The department reads it and says what it found."""
    empty = path.plot.matter.is_(Trait.EMPTY)
    review.screen(path.appeal_id, found=_findings(path), asked=path.asked("department", at))
    path.then(path.clock.shortly(at), _leave if empty else _take_up)


def _findings(path: Path) -> Findings:
    matter = path.plot.matter
    if matter.is_(Trait.EMPTY):
        return Findings(states_the_matter=False, remark=path.paper("no_matter_note"))
    body = library.competent(matter.body).name if matter.is_(Trait.OUTSIDE, Trait.HALF_OUTSIDE) else None
    earlier = path.earlier
    return Findings(
        states_the_matter=True,
        within_competence=not matter.is_(Trait.OUTSIDE),
        competent_body_kk=body.kk if body else "",
        competent_body_ru=body.ru if body else "",
        heard_before=earlier is not None,
        earlier_id=earlier.appeal_id if earlier else None,
        new_arguments=path.brings_news if earlier else None,
        subject=_subject(path),
        remark=_remark(path),
    )


def _subject(path: Path) -> str:
    """The code that the words of the letter suggest; empty where they suggest none."""
    guess = next(iter(suggest(registry.get(path.appeal_id).substance, path.registered_on)), None)
    return guess.subject.code if guess else ""


def _remark(path: Path) -> str:
    matter = path.plot.matter
    if matter.is_(Trait.CRISIS):
        return path.paper("crisis_note")
    if matter.is_(Trait.HALF_OUTSIDE):
        return path.paper("half_outside")
    return path.paper("heard_anew") if path.brings_news else ""


def _leave(path: Path, at: datetime) -> None:
    review.leave(path.appeal_id, asked=path.asked("department", at))
    path.over = True


def _take_up(path: Path, at: datetime) -> None:
    review.take_up(path.appeal_id, asked=path.asked("department", at))
    considering.begin(path, at)
    if path.plot.fate is Fate.EXTENDED:
        path.then(path.clock.after(at, path.chance.randint(*EXTENDED_AFTER)), extend)
        return
    wait = SUBMITTED_LATE if path.plot.fate is Fate.LATE else SUBMITTED_AFTER
    soon = path.plot.matter.is_(Trait.CRISIS)
    path.then(path.clock.after(at, 0 if soon else path.chance.randint(*wait)), submit)


def extend(path: Path, at: datetime) -> None:
    """The head or a deputy gives more time, and says why; now and then a ministry is asked first."""
    if path.counter % CENTRAL_EVERY == 0:
        participation.ask_central(path, at)
        path.then(at + AN_HOUR, partial(_extend, participation.extend))
        return
    _extend(review.extend, path, at)


def _extend(by: Callable[..., object], path: Path, at: datetime) -> None:
    who = path.chance.choice(("head_of_office", "head_of_office", "deputy"))
    wished = path.registered_on + timedelta(days=path.chance.randint(*EXTENDED_TO_DAY))
    until = path.clock.calendar.on_or_before(wished)
    reason = path.chance.choice(path.papers.extension)
    by(path.appeal_id, until=until, reason=reason, asked=path.asked(who, at))
    path.due_on = until
    path.then(path.clock.after(at, path.chance.randint(*SUBMITTED_AFTER_EXTENSION)), submit)


def submit(path: Path, at: datetime) -> None:
    """The note goes before the head; without a free day ahead it waits for one."""
    if path.unbookable:
        _propose(path, at, Proposed(_facts(path), Proposal.REFUSE, ground=_ground(path)))
        return
    sitting = path.sitting or _day_for(path, path.clock.day_of(at))
    if sitting is None:
        path.then(path.clock.after(at, 2), submit)
        return
    if path.sitting is None:
        path.settle(sitting)
    day = sitting.day
    _propose(path, at, Proposed(_facts(path), Proposal.RECEIVE, day.official_id, day.pk))


def _propose(path: Path, at: datetime, proposed: Proposed) -> None:
    history, materials = considering.quoted(path)
    language = path.plot.matter.language
    whole = replace(proposed, history=history, materials=materials, language=language)
    review.submit(path.appeal_id, proposed=whole, asked=path.asked("department", at))
    soon = path.plot.matter.is_(Trait.CRISIS)
    path.then(path.clock.after(at, 0 if soon else path.chance.randint(1, 2)), decide)


def _facts(path: Path) -> str:
    if path.heard_before:
        return path.paper("heard_note")
    if path.plot.matter.is_(Trait.CRISIS):
        return path.paper("crisis_note")
    return path.filled(path.chance.choice(path.papers.note))


def _ground(path: Path) -> str:
    return "heard_before" if path.heard_before else "outside_competence"


def _day_for(path: Path, today: date) -> Sitting | None:
    hurry = path.plot.fate is Fate.LATE or path.plot.matter.is_(Trait.CRISIS)
    after = path.clock.calendar.shift(today, (NOTE_IN_A_HURRY if hurry else NOTE_AHEAD) - 1)
    return path.engine.programme.soonest(_officials(path), after)


def _officials(path: Path) -> tuple[str, ...]:
    """Who could receive: whoever looks after the topic, sometimes the akim or another."""
    after_topic, luck = receivers_of(path.plot.matter.topic), path.chance.random()
    if path.video:
        after_topic = tuple(one for one in after_topic if one in DEPUTIES_AND_AKIM)
    elif TO_THE_AKIM <= luck < TO_OTHERS:
        return (path.chance.choice(OTHERS), *after_topic)
    return ("akim", *after_topic) if luck < TO_THE_AKIM else after_topic


def decide(path: Path, at: datetime) -> None:
    """The head of the office refuses with reasons, sends back once, or receives."""
    asked = path.asked("head_of_office", at)
    if path.plot.fate is Fate.RETURNED and not path.returned:
        path.returned = True
        review.send_back(path.appeal_id, motive=path.paper("return_reason"), asked=asked)
        path.then(path.clock.after(at, path.chance.randint(1, 2)), submit)
    elif path.unbookable:
        review.refuse(path.appeal_id, ground_code=_ground(path), motive=_motive(path), asked=asked)
        path.over = True
    else:
        _receive(path, at)


def _motive(path: Path) -> str:
    if path.heard_before:
        return path.paper("heard_before")
    return library.competent(path.plot.matter.body).motive[path.plot.matter.language]


def _receive(path: Path, at: datetime) -> None:
    today = path.clock.day_of(at)
    tomorrow = path.clock.calendar.shift(today, 1)
    if path.sitting is None or path.sitting.day.on <= tomorrow:
        path.settle(path.engine.programme.soonest(_officials(path), tomorrow))
    if path.sitting is None:
        path.then(path.clock.after(at, 2), decide)
        return
    mode = Mode.VIDEO if path.video and path.sitting.official in DEPUTIES_AND_AKIM else Mode.IN_PERSON
    asked = path.asked("head_of_office", at)
    review.approve(path.appeal_id, day_id=path.sitting.day.pk, mode=mode, asked=asked)
    path.sitting.decided[path.appeal_id] = path.due_on
