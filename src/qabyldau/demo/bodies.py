"""The sample office's register of bodies: four that sit with the akim, a central one, and units."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from qabyldau.bodies import actions as bodies
from qabyldau.bodies.actions import BodySheet, Seat
from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.demo.library import Table, rows, said, table
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.demo.office import Troupe


def enter(troupe: Troupe, since: date, at: datetime) -> list[Body]:
    """As the administrator enters them on the first day."""
    return [_enter(troupe, row, since, at) for row in rows(table("bodies.toml"), "bodies")]


def _enter(troupe: Troupe, row: Table, since: date, at: datetime) -> Body:
    admin = troupe.actors["admin"]
    found = bodies.enter_body(troupe.office.pk, _sheet(row), since=since, by=admin, at=at)
    for member in cast(list[Table], row.get("members", [])):
        bodies.seat(found.pk, _seat(troupe, member), since=since, by=admin, at=at)
    return found


def _sheet(row: Table) -> BodySheet:
    return BodySheet(
        kind=BodyKind(said(row, "kind")),
        code=BodyCode(said(row, "code")) if "code" in row else None,
        name=_words(row, ""),
        head=_words(row, "head_"),
        position=_words(row, "position_"),
        address=_words(row, "address_"),
        email=said(row, "email"),
        language=Language(said(row, "language")),
    )


def _seat(troupe: Troupe, row: Table) -> Seat:
    actor = troupe.actors.get(said(row, "username"))
    return Seat(
        name=_words(row, ""),
        position=_words(row, "position_"),
        email=said(row, "email"),
        user_id=actor.user_id if actor else None,
    )


def _words(row: Table, prefix: str) -> Words:
    return Words(kk=said(row, f"{prefix}kk"), ru=said(row, f"{prefix}ru"))
