"""Who could be asked: the consulted who declined to book, or the received. Names stay where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.consulting import queries as consulting
from qabyldau.people.sealing import blind_index
from qabyldau.reception import queries as reception
from qabyldau.registry import queries as registry
from qabyldau.surveys.kinds import Population, Way

if TYPE_CHECKING:
    from qabyldau.consulting.models import Consultation
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be asked. `index` is the same wherever they gave the same phone or address."""

    key: str
    name: str
    phone: str
    email: str
    language: str

    @property
    def index(self) -> str:
        return blind_index(f"survey|{self.phone or self.email or self.key}")

    def reached(self, way: Way) -> bool:
        return bool(self.phone or self.email) if way is Way.LINKS else bool(self.phone)


def of(office_id: int, population: Population, since: date, until: date) -> list[Person]:
    """Everybody of those days, each once."""
    if population is Population.DECLINED:
        rows = consulting.declined(office_id, since, until).filter(may_call=True)
        found = [_consulted(one) for one in rows]
    else:
        found = [_received(one) for one in reception.received(office_id, since, until)]
    return list({one.index: one for one in found}.values())


def person(office_id: int, key: str) -> Person:
    """Who stands behind a task."""
    kind, _, pk = key.partition(":")
    if kind == "appeal":
        return _received(registry.whole(int(pk)))
    return _consulted(consulting.consultation(office_id, int(pk)))


def _consulted(one: Consultation) -> Person:
    return Person(one.key, one.name, one.phone, "", one.language)


def _received(one: Appeal) -> Person:
    return Person(one.key, one.applicant_name, one.phone, one.email, one.language)
