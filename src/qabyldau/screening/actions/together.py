"""Those who appeal together: their names, and whether each has signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry import amending
from qabyldau.registry.amending import Named
from qabyldau.registry.moves import Asked, flag, locked, note, save
from qabyldau.regulation.norms.completeness import Completeness
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

UNSIGNED = "names_unsigned"


@transaction.atomic
def name_co_applicants(appeal_id: int, *, names: tuple[Named, ...], asked: Asked) -> Appeal:
    """Put the list in place of the one before; a name without a signature is recorded, and flagged once."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.NAME_TOGETHER, appeal.office_id)
    if not names:
        raise UnlawfulError("names_empty", appeal.edition.cite(Completeness))
    amending.name_together(appeal, names, asked.at)
    save(appeal)
    signed = sum(one.signed for one in names)
    facts = {"names": len(names), "signed": signed}
    note(appeal, "name_co_applicants", asked, appeal.edition.cite(Completeness), dict(facts))
    if signed < len(names) and not appeal.flags.filter(code=UNSIGNED).exists():
        flag(appeal, UNSIGNED, Completeness, asked)
    return appeal
