"""What an applicant may still do with an hour, and who may say so for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.people.actor import Kind, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.regulation.norms.control import Distribution
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Citation


def speaks_for(by: Actor, appeal: Appeal, right: Right = Right.RECORD_WISH) -> None:
    """The applicant themselves, the software by a rule, or a worker who records what was said."""
    if by.kind is Kind.SYSTEM and by.office_id == appeal.office_id:
        return
    if by.kind is not Kind.APPLICANT:
        require(by, right, appeal.office_id)
    elif (by.office_id, by.appeal_id) != (appeal.office_id, appeal.pk):
        raise PermissionDeniedError(right)


def order(appeal: Appeal) -> Citation:
    """The clause of the order in which hours are given."""
    return appeal.edition.cite(Distribution)


def refuse(code: str, appeal: Appeal) -> UnlawfulError:
    return UnlawfulError(code, order(appeal))
