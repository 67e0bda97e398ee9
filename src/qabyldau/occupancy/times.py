"""Stretches of five minutes, and who is where in them; pure. Leaving and arriving take a moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    """Somebody in the order of the law: their key, whom they bring, and things of which one would do."""

    key: str
    whats: frozenset[str] = frozenset()
    one_of: tuple[str, ...] = ()


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
    given: list[tuple[Person, Hour]] = []
    left: list[Person] = []
    over: set[str] = set()
    for person in people:
        place, wanted = _earliest(person, free, busy)
        if wanted is None:
            left.append(person)
            continue
        if place:
            over.add(person.key)
        for one in wanted:
            busy.put(one)
        given.append((person, free.pop(place)))
    return Fit(tuple(given), tuple(left), frozenset(over))


def _earliest(person: Person, free: Sequence[Hour], busy: Busy) -> tuple[int, list[Wanted] | None]:
    """The place of the first hour at which everybody can come, with what it claims; None: there is none."""
    for place, hour in enumerate(free):
        wanted = wants(person, hour, busy)
        if wanted is not None:
            return place, wanted
    return 0, None


def wants(person: Person, hour: Hour, busy: Busy) -> list[Wanted] | None:
    """What the person claims at this hour; None: somebody or something is elsewhere then."""
    all_of = [Wanted(what, hour.starts_at, hour.ends_at, person.key) for what in sorted(person.whats)]
    one_of = [Wanted(what, hour.starts_at, hour.ends_at, person.key) for what in person.one_of]
    if any(busy.clash(one) for one in all_of):
        return None
    free = [one for one in one_of if busy.clash(one) is None]
    if one_of and not free:
        return None
    return all_of + free[:1]
