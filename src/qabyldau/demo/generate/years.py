"""Three years of an office with as many appeals as wanted, day by day, the same for the same seed and day."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.bodies import queries as registered_bodies
from qabyldau.demo import bodies, office
from qabyldau.demo.generate import letters
from qabyldau.demo.generate.books import GROUND, Books
from qabyldau.demo.generate.chain import Chain, compact
from qabyldau.demo.generate.course import drawn
from qabyldau.demo.generate.lives import ANSWERED, Almanac, Hall, Life, Seat
from qabyldau.demo.generate.persons import Persons
from qabyldau.demo.generate.shelves import patient
from qabyldau.journal import queries as journal
from qabyldau.people import queries as people
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.lifecycle import Action, take
from qabyldau.regulation.norms.deadlines import Registration
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office

SEED, YEARS, SEATS, MINUTES_A_DAY = 2026, 3, 96, 420
CHANNELS = ("portal", "post", "hand_delivered", "oral", "call_centre")
SHARES = (35, 15, 20, 10, 20)
BY = {
    Action.APPROVE: "head_of_office",
    Action.REFUSE: "head_of_office",
    Action.APPOINT: "clerk",
    Action.HOLD: "clerk",
    Action.MISS: "clerk",
}
DEPARTMENT, CLERK = "department", "clerk"
Progress = Callable[[date, int], None]
# The minute, whose, the number of the step (0: the registration), and the appeal itself.
Happening = tuple[int, int, int, Life]


class NotEmptyError(Exception):
    """There is an office already: rows are not put among the acts of people."""


@dataclass(frozen=True, slots=True)
class Multitude:
    """How many appeals, up to which day, and the seed."""

    appeals: int
    ends_on: date
    seed: int = SEED

    @property
    def starts_on(self) -> date:
        return self.ends_on.replace(day=1, year=self.ends_on.year - YEARS)


def generate(wanted: Multitude, password: str, progress: Progress) -> Office:
    """The sample office with its people and bodies, by acts; then its multitude, by rows."""
    office.forbid_production()
    if people.all_offices():
        raise NotEmptyError("An installation with an office is not filled: take an empty database.")
    troupe = office.found(wanted.starts_on, password)
    opened = datetime.combine(wanted.starts_on, time(9), ZoneInfo(troupe.office.zone))
    bodies.enter(troupe, wanted.starts_on, opened)
    patient()
    _Play(wanted, troupe).run(progress)
    return troupe.office


class _Play:
    """The days one after another; an appeal is written down when nothing more can happen to it."""

    def __init__(self, wanted: Multitude, troupe: office.Troupe) -> None:
        self.wanted, self.office, self.actors = wanted, troupe.office, troupe.actors
        self.chance = Random(wanted.seed)  # noqa: S311  invented people, no secret
        law, key = by_code(self.office.edition_code), self.office.pk
        self.almanac = Almanac(self.office, law, worktime.calendar(), wanted.starts_on, wanted.ends_on)
        executors = tuple(one.pk for one in registered_bodies.active(key, wanted.ends_on))
        self.books = Books(self.office, self.almanac, executors)
        self.officials = [one.pk for one in people.officials(key, wanted.ends_on)]
        self.persons = Persons(key, self.books.people, self.chance)
        self.chain = Chain(key, self.books.journal)
        if last := journal.latest(key).first():
            self.chain.seq, self.chain.hash = last.seq, last.hash
        self.letters = letters.shelf(self.chance, wanted.ends_on)
        self.halls: dict[int, dict[int, Hall]] = defaultdict(dict)
        self.seated: dict[int, dict[int, int]] = defaultdict(dict)
        self.keys, self.numbers = itertools.count(1), itertools.count(1)
        self.waiting: dict[int, list[Happening]] = defaultdict(list)
        self.living: dict[int, Life] = {}
        self.counters: Counter[int] = Counter()

    def run(self, progress: Progress) -> None:
        for day in range(self.almanac.length):
            self._begin(day)
            self._happen(day)
            self._write_halls(day)
            if self.books.library.is_full:
                self._write()
                progress(self.almanac.days[day], sum(self.counters.values()))
        self._end()

    def _begin(self, day: int) -> None:
        """Those registered on this day: as many on each, the rest on the first days."""
        whole, rest = divmod(self.wanted.appeals, self.almanac.length)
        count = whole + (day < rest)
        minutes = sorted(self.chance.randrange(MINUTES_A_DAY) for _ in range(count))
        for minute in minutes:
            life = self._born(day, minute)
            self.living[life.pk] = life
            self.waiting[day].append((minute, life.pk, 0, life))
            for number, (offset, _) in enumerate(life.course.steps, start=1):
                self.waiting[day + offset].append((minute + number, life.pk, number, life))

    def _born(self, day: int, minute: int) -> Life:
        course = drawn(self.chance)
        year = self.almanac.days[day].year
        self.counters[year] += 1
        seat = None if course.reception is None else self._seat(day + course.reception)
        channel = self.chance.choices(CHANNELS, SHARES)[0]
        person, letter = self.persons.somebody(), self.chance.choice(self.letters)
        return Life(next(self.keys), self.counters[year], person, letter, channel, day, minute, course, seat)

    def _seat(self, day: int) -> Seat:
        """An hour of somebody who still has one on that day."""
        official = self.chance.choice(self.officials)
        there = self.halls[day]
        while (hall := self._hall(there, day, official)).taken >= SEATS:
            official = self.officials[(self.officials.index(official) + 1) % len(self.officials)]
        hall.taken += 1
        return Seat(hall, hall.taken)

    def _hall(self, there: dict[int, Hall], day: int, official: int) -> Hall:
        if official not in there:
            number = next(self.numbers)
            there[official] = Hall(number, official, day, first_slot=(number - 1) * SEATS + 1)
        return there[official]

    def _happen(self, day: int) -> None:
        """What was to happen on this day, in order; who is finished is written down."""
        for minute, key, number, life in sorted(self.waiting.pop(day, []), key=lambda one: one[:3]):
            if number:
                self._step(life, number, day, minute)
            else:
                self._registered(life, day, minute)
            if number == len(life.course.steps):
                life.ended = day
                self.books.put(self.living.pop(key))

    def _registered(self, life: Life, day: int, minute: int) -> None:
        number = self.books.number_of(life)
        facts = {"channel": life.channel, "number": number, "to": life.state.value, "why": "same_day"}
        cited = self.almanac.law.cite(Registration)
        at = self.almanac.moment(day, minute)
        self.chain.link("register", life.key, self.actors[CLERK], at, cited, compact(facts))

    def _step(self, life: Life, number: int, day: int, minute: int) -> None:
        """Along the table of moves: what it does not permit is not generated."""
        action = life.course.steps[number - 1][1]
        row = take(action, life.state, self.almanac.law)
        moved = {"from": life.state.value, "to": row.target.value}
        facts = compact({**self._said(action, life.seat), **moved})
        by = self.actors[BY.get(action, DEPARTMENT)]
        cited, at = self.almanac.law.cite(row.under), self.almanac.moment(day, minute)
        self.chain.link(action.value, life.key, by, at, cited, facts)
        life.state, life.done = row.target, number
        if life.answered is None and row.target in ANSWERED:
            life.answered = day
        if life.seat and action is Action.APPOINT:
            self.seated[life.seat.hall.pk][life.seat.place] = life.pk

    def _said(self, action: Action, seat: Seat | None) -> dict[str, object]:
        """What the acts themselves tell the journal beside the move."""
        if action is Action.REFUSE:
            return {"ground": GROUND}
        if seat is None:
            return {}
        if action is Action.APPROVE:
            return {"official": seat.hall.official_id, "day": self.almanac.days[seat.hall.day].isoformat()}
        starts = self.almanac.hour(seat).isoformat()
        appointed = {"slot": seat.slot_id, "starts_at": starts, "reason": False}
        return appointed if action is Action.APPOINT else {}

    def _write_halls(self, day: int) -> None:
        for hall in self.halls.pop(day, {}).values():
            self.books.put_day(hall, self.seated.pop(hall.pk, {}))

    def _write(self) -> None:
        self.books.library.write(self.office.pk, (self.chain.seq, self.chain.hash))

    def _end(self) -> None:
        """Days to come, appeals still open, the last numbers given."""
        for day in sorted(self.halls):
            self._write_halls(day)
        for life in self.living.values():
            self.books.put(life)
        for year, value in self.counters.items():
            self.books.counters.put(self.office.pk, "appeal", year, value)
        self._write()
        self.books.library.close()
