"""The note on an appeal, and the pack of a day of reception."""

from dataclasses import dataclass
from datetime import date, time

from qabyldau.papers.facts.base import NOTHING, Facts, Table
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.words import Words

NO_ROWS = Table(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Facts):
    """Справочная информация (п. 26): what is known, what was collected, what is proposed."""

    appeal: str
    registered_on: date
    applicant: str
    text: str
    facts: str
    conclusion: str = ""
    history: Table = NO_ROWS
    materials: Table = NO_ROWS
    agreement: Table = NO_ROWS
    official: Words | None = None
    position: Words | None = None
    day: date | None = None
    mode: Words | None = None
    ground: Words | None = None
    due: Due | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier appeal of the person, as the note quotes it."""

    number: str
    on: date
    matter: str
    answer: str


@dataclass(frozen=True, slots=True)
class Material:
    """What a body answered, as the note quotes it."""

    body: Words
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Person:
    """One of those to be received: what the note says of them. `hour`: empty while none is given."""

    place: int
    hour: str
    number: str
    applicant: str
    topic: Words
    language: str
    matter: str
    facts: str
    conclusion: str
    registered_on: date
    mode: Words = NOTHING
    standing: Words = NOTHING
    before: tuple[Before, ...] = ()
    materials: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPack(Facts):
    """Everything about those received on a day, for the official who receives (п. 26, 27)."""

    day: date
    opens: time
    official: Words
    position: Words
    place: Words
    count: int
    basis: Citation
    people: tuple[Person, ...] = ()
