"""Stretches of five minutes, and who is where in them; pure. Leaving and arriving take a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

GRAIN_SECONDS = 300


def ticks(starts_at: datetime, ends_at: datetime) -> range:
    """Every stretch that the time touches."""
    first, last = int(starts_at.timestamp()), int(ends_at.timestamp())
    return range(first // GRAIN_SECONDS, -(-last // GRAIN_SECONDS))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody or something wanted by a holder for a time."""

    what: str
    starts_at: datetime
    ends_at: datetime
    holder: str

    def ticks(self) -> range:
        return ticks(self.starts_at, self.ends_at)


@dataclass(slots=True)
class Busy:
    """Who holds what when, as known to a plan that is being made."""

    held: dict[tuple[str, int], str] = field(default_factory=dict)

    def clash(self, wanted: Wanted) -> str | None:
        """The holder that stands against it; None: it is free."""
        for tick in wanted.ticks():
            holder = self.held.get((wanted.what, tick), wanted.holder)
            if holder != wanted.holder:
                return holder
        return None

    def put(self, wanted: Wanted) -> None:
        for tick in wanted.ticks():
            self.held[(wanted.what, tick)] = wanted.holder

    def let_go(self, holder: str) -> None:
        self.held = {key: one for key, one in self.held.items() if one != holder}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the order of the law: their key, and whom and what they bring along."""

    key: str
    whats: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hour:
    """A free hour of some day, by its id."""

    slot_id: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Fit:
    """Who has which hour, and who has none, in order. `stepped_over`: who could not take an earlier one."""

    given: tuple[tuple[Person, Hour], ...]
    left: tuple[Person, ...]
    stepped_over: frozenset[str] = frozenset()


def fit(people: Iterable[Person], hours: Sequence[Hour], busy: Busy) -> Fit:
    """Each in turn takes the earliest hour at which nobody and nothing would be in two places."""
    free = sorted(hours, key=lambda hour: (hour.starts_at, hour.slot_id))
    given, left, over = [], [], set()
    for person in people:
        place = next((place for place, hour in enumerate(free) if _open(person, hour, busy)), None)
        if place is None:
            left.append(person)
            continue
        if place:
            over.add(person.key)
        hour = free.pop(place)
        for wanted in wants(person, hour):
            busy.put(wanted)
        given.append((person, hour))
    return Fit(tuple(given), tuple(left), frozenset(over))


def wants(person: Person, hour: Hour) -> Iterator[Wanted]:
    for what in sorted(person.whats):
        yield Wanted(what, hour.starts_at, hour.ends_at, person.key)


def _open(person: Person, hour: Hour, busy: Busy) -> bool:
    return all(busy.clash(wanted) is None for wanted in wants(person, hour))
