"""The minutes of a day, what is added to them, and extracts for those who carry instructions out (п. 23)."""

from dataclasses import dataclass
from datetime import date, time

from qabyldau.letters.spelling import Prose
from qabyldau.papers.facts.base import Facts, Table
from qabyldau.regulation.words import Words


@dataclass(frozen=True, slots=True)
class Ordered:
    """An instruction in the minutes. `due`: missing only before they are signed."""

    place: int
    text: str
    executor: Words
    co_executors: Words
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """One person: who, about what, what was answered on the spot, and what was ordered."""

    place: int
    number: str
    applicant: str
    matter: str
    mode: Words
    answer: str
    orders: tuple[Ordered, ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who took part: of a body, an interpreter, an employee called in."""

    name: str
    whence: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol(Facts):
    """The layout reads `people` and `present`; the tables are the same for those who edit the paper."""

    day: date
    opens: time
    official: Words
    position: Words
    place: Words
    count: int
    present: tuple[Present, ...] = ()
    people: tuple[Received, ...] = ()
    participants: Table
    results: Table
    instructions: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract(Facts):
    """What one executor is ordered, out of signed minutes."""

    protocol: str
    day: date
    official: Words
    position: Words
    instructions: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum(Facts):
    """A correction of signed minutes, beside them."""

    protocol: str
    day: date
    official: Words
    position: Words
    place: int
    text: Prose
