"""Who may be the same person: by number, and without one by name, birth date and phone. A person decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q

from qabyldau.likeness.names import Alike, compare
from qabyldau.people.identifiers import read_iin
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.queries import number_of
from qabyldau.registry.models import Appeal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from qabyldau.people.models import Applicant

MOST = 200
NAMED_IN_FULL = 3


class Why(StrEnum):
    """What speaks for one person behind two appeals."""

    NUMBER = "number"
    NAME = "name"
    SPELLING = "spelling"
    SLIP = "slip"
    PART = "part"
    BIRTH = "birth"
    PHONE = "phone"


NAMED = {Alike.SAME: Why.NAME, Alike.SPELLING: Why.SPELLING, Alike.SLIP: Why.SLIP, Alike.PART: Why.PART}
WEIGHTS = {Why.BIRTH: 0.3, Why.PHONE: 0.25}
BY_NAME = 0.55


@dataclass(frozen=True, slots=True)
class Sighting:
    """An earlier appeal of the same person, or of somebody who may be the same. `score`: 0 to 1."""

    appeal: Appeal
    score: float
    why: tuple[Why, ...]

    @property
    def sure(self) -> bool:
        return Why.NUMBER in self.why


def sightings(appeal: Appeal) -> list[Sighting]:
    """The surest first, of each the latest first; only appeals that came before this one."""
    own = _before(appeal).filter(applicant_id=appeal.applicant_id).order_by("-pk")
    known = [Sighting(one, 1.0, (Why.NUMBER,)) for one in own]
    maybe = [found for one in _candidates(appeal) if (found := _judged(appeal, one))]
    return [*known, *sorted(maybe, key=lambda one: (-one.score, -one.appeal.pk))]


def another(one: Appeal, other: Appeal) -> bool:
    """Two checked numbers that differ are two people, whatever their names."""
    if one.applicant_id == other.applicant_id:
        return False
    return _is_certain(one.applicant) and _is_certain(other.applicant)


def _is_certain(applicant: Applicant) -> bool:
    return bool(applicant.sealed_number) and not applicant.document


def _before(appeal: Appeal) -> QuerySet[Appeal]:
    rows = Appeal.objects.filter(office_id=appeal.office_id, pk__lt=appeal.pk)
    return rows.select_related("applicant", "office")


def _candidates(appeal: Appeal) -> Iterable[Appeal]:
    """By the name in rough spelling, the birth date, the phone: three indexes, three small questions."""
    others = _before(appeal).exclude(applicant_id=appeal.applicant_id).order_by("-pk")
    person = appeal.applicant
    ways = (
        [Q(applicant__office_id=appeal.office_id, applicant__name_key=person.name_key)]
        if person.name_key
        else []
    )
    if person.born_on:
        ways.append(Q(applicant__office_id=appeal.office_id, applicant__born_on=person.born_on))
    if appeal.phone:
        ways.append(Q(phone=appeal.phone))
    return {one.pk: one for way in ways for one in others.filter(way)[:MOST]}.values()


def _judged(appeal: Appeal, other: Appeal) -> Sighting | None:
    """None: nothing tells that it is the same person, or something tells that it is not."""
    mine, theirs = appeal.applicant, other.applicant
    if another(appeal, other) or (mine.kind == ApplicantKind.COMPANY) != (
        theirs.kind == ApplicantKind.COMPANY
    ):
        return None
    match = compare(appeal.applicant_name, other.applicant_name)
    births = born(mine), born(theirs)
    if match.alike is Alike.OTHER or (all(births) and births[0] != births[1]):
        return None
    why = [NAMED[match.alike]]
    why += [Why.BIRTH] if all(births) else []
    why += [Why.PHONE] if appeal.phone and appeal.phone == other.phone else []
    if len(why) == 1 and not _tells_alone(match.alike, appeal.applicant_name, other.applicant_name):
        return None
    score = BY_NAME * match.score + sum(WEIGHTS.get(one, 0) for one in why)
    return Sighting(other, round(min(score, 0.99), 2), tuple(why))


def _tells_alone(alike: Alike, *names: str) -> bool:
    """A name and nothing else: only where it is whole, with the patronymic."""
    return alike in {Alike.SAME, Alike.SPELLING} and all(len(name.split()) >= NAMED_IN_FULL for name in names)


def born(applicant: Applicant) -> date | None:
    """As stated, or as the ИИН says; None: not known."""
    if applicant.born_on or applicant.kind == ApplicantKind.COMPANY or not _is_certain(applicant):
        return applicant.born_on
    return read_iin(number_of(applicant)).born
