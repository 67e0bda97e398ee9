"""Every act on an appeal, as data, and the one way to perform it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from qabyldau.acts import signed
from qabyldau.acts.act import Act
from qabyldau.acts.rows import (
    consideration,
    contact,
    control,
    desk,
    materials,
    participation,
    reception,
    registry,
    replanning,
    review,
    sameday,
    screening,
)
from qabyldau.journal import queries as journal
from qabyldau.people.actor import Kind, require
from qabyldau.registry.errors import AskedDifferentlyError, StaleError
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked
    from qabyldau.signatures.verifying import Proof

ACTS: dict[str, Act] = {
    row.name: row
    for row in (
        *review.ROWS,
        *screening.ROWS,
        *consideration.ROWS,
        *materials.ROWS,
        *participation.ROWS,
        *replanning.ROWS,
        *sameday.ROWS,
        *reception.ROWS,
        *desk.ROWS,
        *control.ROWS,
        *registry.ROWS,
        *contact.ROWS,
    )
}


class UnknownActError(LookupError):
    """No act of this name is in the catalogue."""


def _done_before(appeal: Appeal, asked: Asked) -> bool:
    before = journal.asked_before(appeal.office_id, asked.once)
    if before is None:
        return False
    of_this = before.object == appeal.key or before.facts.get("appeal") == appeal.pk
    if not of_this or before.asked != asked.digest:
        raise AskedDifferentlyError(asked.once)
    return True


def perform(
    name: str, appeal: Appeal, given: dict[str, object], asked: Asked, proof: Proof | None = None
) -> Any:  # noqa: ANN401  acts differ
    """Do the act. A key that already did one does nothing more and returns None.

    `proof`: the digital signature of whoever decides, where the office decides under one.
    """
    if _done_before(appeal, asked):
        return None
    act = ACTS.get(name)
    if act is None:
        raise UnknownActError(name)
    if asked.by.kind is Kind.STAFF:
        require(asked.by, act.right, appeal.office_id)
    shaped = act.input.model_validate(given)
    signed.check(name, appeal, given, asked, proof)
    try:
        with transaction.atomic():
            done = act.do(appeal, shaped, asked)
            signed.keep(appeal, asked, proof)
            return done
    except (IntegrityError, StaleError, UnlawfulError):
        # The same request may have come twice at once, and its twin was first.
        if _done_before(appeal, asked):
            return None
        raise
