"""The sample year: played day by day through the acts, the same for the same day and seed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.demo import (
    arriving,
    bodies,
    carrying,
    consulting,
    desk,
    minutes,
    mishaps,
    papers,
    participation,
    press,
    quiet,
    receiving,
    replanning,
    reporting,
    screening,
)
from qabyldau.demo.clock import Clock, months
from qabyldau.demo.engine import Engine
from qabyldau.demo.office import forbid_production, found
from qabyldau.demo.plot import plots
from qabyldau.demo.programme import PUBLISHED_ON, Programme
from qabyldau.journal import queries as journal
from qabyldau.outbox import queries as outbox
from qabyldau.people.actor import Actor
from qabyldau.registry import queries as registry
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.demo.engine import Progress
    from qabyldau.people.models import Office

APPEALS, SEED = 330, 289
A_YEAR = timedelta(days=364)
ENDS_AT = time(0, 30)
LISTS_AT, PAPERS_AT, PLANNED_AT = time(15, 0), time(17, 0), time(11, 0)
LONG_BEFORE = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Year:
    """Which year to play: the day it ends on, the seed of its chances, how many appeals, how long."""

    ends_on: date
    seed: int = SEED
    appeals: int = APPEALS
    length: timedelta = A_YEAR

    @property
    def starts_on(self) -> date:
        return self.ends_on - self.length


def build(year: Year, password: str, progress: Progress) -> Office:
    """The office and its whole year, or nothing at all: one transaction."""
    forbid_production()
    with transaction.atomic():
        engine = _engine(year, password)
        since = year.starts_on - LONG_BEFORE
        bodies.enter(engine.troupe, since, engine.clock.at(since, PLANNED_AT))
        papers.settle(engine.troupe, engine.clock.at(since, PLANNED_AT))
        _calendar_of_work(engine, year)
        for plot in plots(year.appeals, year.starts_on, engine.until, engine.clock):
            arriving.begin(engine, plot)
        engine.run(progress)
        replanning.leave_waiting(engine, engine.until)
        screening.leave_waiting(engine, engine.until)
        papers.leave_waiting(engine.troupe, engine.until)
        mishaps.happen(engine.troupe.office, engine.until)
        consulting.open_today(engine, engine.until)
        desk.open_today(engine, engine.until)
        minutes.begin_today(engine, engine.until)
    return engine.troupe.office


def _engine(year: Year, password: str) -> Engine:
    troupe = found(year.starts_on - LONG_BEFORE, password)
    seed = f"{year.ends_on.isoformat()}-{year.seed}-{year.appeals}"
    clock = Clock(ZoneInfo(troupe.office.zone), worktime.calendar(), Random(seed))  # noqa: S311
    return Engine(
        troupe, clock, Programme(troupe, clock, year.ends_on), seed, clock.at(year.ends_on, ENDS_AT)
    )


def _calendar_of_work(engine: Engine, year: Year) -> None:
    """What an office does whoever writes: publish the next month, send lists, post papers."""
    clock = engine.clock
    first = clock.calendar.on_or_after(year.starts_on)
    reporting.plan(engine, year.starts_on, year.ends_on, PLANNED_AT)
    consulting.plan_survey(engine, year.ends_on)
    carrying.plan_doubt(engine, year.ends_on)
    for month in months(first, year.ends_on + timedelta(days=31)):
        planned = clock.calendar.on_or_after((month - timedelta(days=1)).replace(day=PUBLISHED_ON))
        engine.later(clock.at(max(planned, first), PLANNED_AT), partial(_publish, engine, month))
    day = first
    while day < year.ends_on:
        engine.later(clock.at(day, LISTS_AT), partial(receiving.send_lists, engine))
        engine.later(clock.at(day, PAPERS_AT), partial(quiet.post_papers, engine.troupe.actors["clerk"]))
        minutes.remind(engine, day)
        day = clock.calendar.shift(day, 1)


def _publish(engine: Engine, month: date, at: datetime) -> None:
    for sitting in engine.programme.publish(month, at):
        opens = engine.clock.at(sitting.day.on, sitting.day.opens)
        participation.expect(engine, sitting, at)
        minutes.expect(engine, sitting)
        consulting.expect(engine, sitting)
        press.expect(engine, sitting, at)
        engine.later(opens, partial(receiving.hold_day, engine, sitting))


def digest(office: Office) -> str:
    """Of what the year left behind, apart from keys and secrets that each installation has its own."""
    found = hashlib.sha256()
    for appeal in registry.visible_to(Actor.system("digest", office.pk)).order_by("pk"):
        found.update(_line(appeal.number, appeal.state, appeal.channel, appeal.external_number))
        found.update(_line(appeal.applicant_name, appeal.language, appeal.substance, appeal.phone))
        found.update(_line(appeal.received_at, appeal.registered_on, appeal.due_on, appeal.reception_at))
        for message in outbox.about(office.pk, appeal.key):
            found.update(_line(message.notice, message.channel, message.address, message.sent_at))
    for entry in journal.latest(office.pk).order_by("seq").iterator():
        found.update(_line(entry.seq, entry.action, entry.at, entry.actor_name))
    return found.hexdigest()


def _line(*values: object) -> bytes:
    """Moments in UTC: databases give them back in different shapes."""
    plain = (one.astimezone(UTC).isoformat() if isinstance(one, datetime) else str(one) for one in values)
    return ("\x1f".join(plain) + "\x1e").encode()
