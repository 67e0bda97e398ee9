"""Editions: a dated text of an act, as a table from clause to norms.

A norm is looked up by its class: `law.get(AnswerDeadline)` is typed and knows its numbers,
`law.cite(AnswerDeadline)` gives the words. What an act leaves open is sought in the act it rests on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from qabyldau.regulation.words import Words

SHORT = {
    "п.": Words(kk="{number}-тармақ", ru="п. {number}"),
    "ст.": Words(kk="{number}-бап", ru="ст. {number}"),
}


@dataclass(frozen=True, slots=True)
class Norm:
    """One rule of an act. Subclasses live in `norms/` and hold its numbers."""


@dataclass(frozen=True, slots=True)
class Context(Norm):
    """A clause that obliges the program to nothing; says why."""

    why: Words


@dataclass(frozen=True, slots=True)
class Excluded(Norm):
    """A clause struck out by an amendment."""

    by: Words


@dataclass(frozen=True, slots=True)
class Unknown(Norm):
    """A clause whose wording in this edition we do not hold; nothing is guessed."""

    why: Words


@dataclass(frozen=True, slots=True)
class Feature(Norm):
    """What the clause still asks of the program, beyond the norms in its row."""

    to_come: Words


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered paragraph and everything that answers for it."""

    number: str
    norms: tuple[Norm, ...]


def clause(number: str, *norms: Norm) -> Clause:
    return Clause(number, norms)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where the law says so; never typed by hand, always asked from an edition."""

    edition: str
    unit: str
    number: str
    words: Words

    @property
    def anchor(self) -> str:
        return "p" + re.sub(r"\W+", "-", self.number).strip("-")

    @property
    def short(self) -> Words:
        return SHORT[self.unit].fill(number=self.number)

    def as_row(self) -> dict[str, str]:
        """Plain JSON for storage; `from_row` reads it back."""
        return {
            "edition": self.edition,
            "unit": self.unit,
            "number": self.number,
            "kk": self.words.kk,
            "ru": self.words.ru,
        }

    @staticmethod
    def from_row(row: dict[str, str]) -> "Citation":
        words = Words(kk=row["kk"], ru=row["ru"])
        return Citation(edition=row["edition"], unit=row["unit"], number=row["number"], words=words)


class NoNormError(LookupError):
    """Neither this edition nor the act it rests on has such a norm, or such a clause."""


N = TypeVar("N", bound=Norm)


@dataclass(frozen=True, slots=True)
class Edition:
    """The table of one dated text. `cited` is how its clauses are named: «п. {number} регламента…»."""

    code: str
    title: Words
    unit: str
    cited: Words
    since: date
    until: date | None
    clauses: tuple[Clause, ...]
    rests_on: "Edition | None" = None
    repealed_by: Words | None = None

    def __hash__(self) -> int:
        """Of the code alone: equal editions have it in common, and every lookup asks for it."""
        return hash(self.code)

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)

    def get(self, kind: type[N]) -> N:
        """The norm of this kind, here or in the act this one rests on."""
        return _found(self, kind)[2]

    def has(self, kind: type[Norm]) -> bool:
        return _first(self, kind) is not None  # type: ignore[arg-type]  # classes are hashable

    def cite(self, kind: type[Norm]) -> Citation:
        return _cited(self, kind)  # type: ignore[arg-type]  # as above

    def cite_number(self, number: str) -> Citation:
        """The clause of this number, which must stand in this act."""
        return Citation(self.code, self.unit, self.clause(number).number, self.cited.fill(number=number))

    def clause(self, number: str) -> Clause:
        for row in self.clauses:
            if row.number == number:
                return row
        raise NoNormError(f"{self.code} has no clause {number}")

    def amended(self, code: str, since: date, *changes: Clause) -> "Edition":
        """A later edition: the same table with the amended rows put in place."""
        changed = {row.number: row for row in changes}
        rows = tuple(changed.pop(row.number, row) for row in self.clauses)
        return replace(self, code=code, since=since, until=None, clauses=rows + tuple(changed.values()))

    def repealed(self, on: date, by: Words) -> "Edition":
        """The same text with the day on which it lost force."""
        return replace(self, until=on, repealed_by=by)

    def rows(self) -> Iterator[tuple["Edition", str, Norm]]:
        """Every norm with its clause, then those of the act this one rests on."""
        for row in self.clauses:
            for norm in row.norms:
                yield self, row.number, norm
        if self.rests_on:
            yield from self.rests_on.rows()


# An edition never changes, and a registration asks it some thirty questions: each is looked up once.
@lru_cache(maxsize=2048)
def _first(law: Edition, kind: type[N]) -> tuple[Edition, str, N] | None:
    for edition, number, norm in law.rows():
        if isinstance(norm, kind):
            return edition, number, norm
    return None


def _found(law: Edition, kind: type[N]) -> tuple[Edition, str, N]:
    row = _first(law, kind)  # type: ignore[arg-type]  # as above
    if row is None:
        raise NoNormError(f"{law.code} has no clause about {kind.__name__}")
    return row


@lru_cache(maxsize=2048)
def _cited(law: Edition, kind: type[Norm]) -> Citation:
    edition, number, _ = _found(law, kind)
    return edition.cite_number(number)


def numbers(edition: Edition) -> Iterator[str]:
    return (row.number for row in edition.clauses)
