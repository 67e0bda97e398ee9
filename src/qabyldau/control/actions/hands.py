"""Note who resolved the matter before, where our own record cannot know it: as from e-Otinish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.control.models import EarlierHand
from qabyldau.people import queries as people
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, locked, note
from qabyldau.regulation.norms.control import NotTheSameHand
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.bodies.models import Representative
    from qabyldau.people.models import Official


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of a body or an official, and from where that is known."""

    known_from: str
    person_id: int | None = None
    official_id: int | None = None


@transaction.atomic
def note_earlier_hand(appeal_id: int, *, known: Known, asked: Asked) -> EarlierHand:
    """From now on this person is not given the matter."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.CONTROL, appeal.office_id)
    basis = appeal.edition.cite(NotTheSameHand)
    if (known.person_id is None) == (known.official_id is None):
        raise UnlawfulError("name_one_hand", basis)
    person, official = _person(appeal.office_id, known), _official(appeal.office_id, known)
    if person is None and official is None:
        raise UnlawfulError("executor_unknown", basis)
    row = EarlierHand.objects.create(
        appeal=appeal,
        person=person,
        official=official,
        known_from=known.known_from.strip(),
        by_user_id=asked.by.user_id,
        at=asked.at,
    )
    note(appeal, "note_earlier_hand", asked, basis, {"hand": row.pk})
    return row


def _person(office_id: int, known: Known) -> Representative | None:
    if known.person_id is None:
        return None
    return bodies.representatives(office_id).filter(pk=known.person_id).first()


def _official(office_id: int, known: Known) -> Official | None:
    if known.official_id is None:
        return None
    return people.all_officials(office_id).filter(pk=known.official_id).first()
