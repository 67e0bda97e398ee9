"""Invented people in any number: most write once, some come again."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING

from qabyldau.demo import names
from qabyldau.demo.numbers import iin
from qabyldau.likeness.names import name_key
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.sealing import blind_index, seal
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.demo.generate.shelves import Shelf

COLUMNS = (
    "id", "uid", "office", "kind", "name", "folded_name", "name_key", "sealed_number", "number_index",
)  # fmt: skip
COMES_AGAIN = 0.3
LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever appeals, as far as an appeal repeats it."""

    pk: int
    name: str
    language: Language


@dataclass
class Persons:
    """Those who have written so far; each has a number of their own."""

    office_id: int
    shelf: Shelf
    chance: Random
    known: list[Person] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)

    def somebody(self) -> Person:
        if self.known and self.chance.random() < COMES_AGAIN:
            return self.chance.choice(self.known)
        return self._new()

    def _new(self) -> Person:
        language = self.chance.choice((Language.KK, Language.RU))
        drawn = names.person(self.chance, language)
        person = Person(1 + len(self.known), str(drawn), language)
        uid = uuid.UUID(int=self.chance.getrandbits(128), version=4).hex
        number = self._number(drawn.sex)
        self.shelf.put(
            person.pk,
            uid,
            self.office_id,
            ApplicantKind.CITIZEN.value,
            person.name,
            person.name.casefold(),
            _key(person.name),
            seal(number, row=f"applicant|{uuid.UUID(uid)}|number"),
            blind_index(number),
        )
        self.known.append(person)
        return person

    def _number(self, sex: str) -> str:
        """One that nobody drawn before has."""
        while (number := iin(self.chance, sex)) in self.numbers:
            continue
        self.numbers.add(number)
        return number


@lru_cache(maxsize=200_000)
def _key(name: str) -> str:
    return name_key(name)[:LONGEST_KEY]
