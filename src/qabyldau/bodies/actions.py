"""Keep the register: enter a body, change what is known of it, end it; and who speaks for it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db import IntegrityError, transaction

from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.bodies.models import Body, Representative
from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.regulation.words import Language, Words

NOBODY = Words(kk="", ru="")


class RegisterError(Exception):
    """What cannot be so: `code` is twice or before_start."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class BodySheet:
    """What is known of a body; `head` and `position` are those of its first head.

    `addressed`: to whom letters are written, in the form that the language asks for; empty: as it is called.
    """

    kind: BodyKind
    name: Words
    code: BodyCode | None = None
    head: Words = NOBODY
    position: Words = NOBODY
    addressed: Words = NOBODY
    address: Words = NOBODY
    email: str = ""
    phone: str = ""
    language: Language = Language.KK


@dataclass(frozen=True, slots=True)
class Seat:
    """Who speaks for a body, and under which sign-in; None: does not sign in."""

    name: Words
    position: Words = NOBODY
    email: str = ""
    phone: str = ""
    user_id: int | None = None


@transaction.atomic
def enter_body(office_id: int, sheet: BodySheet, *, since: date, by: Actor, at: datetime) -> Body:
    """From that day on the body may be asked and told."""
    require(by, Right.KEEP_BODIES, office_id)
    row = Body(office_id=office_id, since=since)
    _fill(row, sheet)
    _save(row)
    _note("enter_body", row, by, at, kind=str(sheet.kind), code=row.code, since=since.isoformat())
    return row


@transaction.atomic
def change_body(body_id: int, sheet: BodySheet, *, by: Actor, at: datetime) -> Body:
    """A new head, a new address: papers written before keep what they said."""
    row = _locked(body_id, by)
    changed = sorted(_fill(row, sheet))
    _save(row)
    _note("change_body", row, by, at, changed=changed)
    return row


@transaction.atomic
def end_body(body_id: int, *, until: date, by: Actor, at: datetime) -> Body:
    """The last day on which it may be asked."""
    row = _locked(body_id, by)
    if until < row.since:
        raise RegisterError("before_start")
    row.until = until
    row.save(update_fields=["until"])
    _note("end_body", row, by, at, until=until.isoformat())
    return row


@transaction.atomic
def seat(body_id: int, who: Seat, *, since: date, by: Actor, at: datetime) -> Representative:
    """Somebody speaks for the body from that day on."""
    row = _locked(body_id, by)
    one = Representative(body=row, user_id=who.user_id, email=who.email, phone=who.phone, since=since)
    one.name_kk, one.name_ru = who.name.kk, who.name.ru
    one.position_kk, one.position_ru = who.position.kk, who.position.ru
    _save(one)
    _note("seat", row, by, at, representative=one.pk, user=who.user_id, since=since.isoformat())
    return one


@transaction.atomic
def unseat(representative_id: int, *, until: date, by: Actor, at: datetime) -> Representative:
    """The last day on which this person speaks for the body."""
    one = (
        Representative.objects.select_for_update(of=("self",))
        .select_related("body")
        .get(pk=representative_id)
    )
    require(by, Right.KEEP_BODIES, one.body.office_id)
    if until < one.since:
        raise RegisterError("before_start")
    one.until = until
    one.save(update_fields=["until"])
    _note("unseat", one.body, by, at, representative=one.pk, until=until.isoformat())
    return one


def _locked(body_id: int, by: Actor) -> Body:
    row = Body.objects.select_for_update().get(pk=body_id)
    require(by, Right.KEEP_BODIES, row.office_id)
    return row


def _fill(row: Body, sheet: BodySheet) -> set[str]:
    """Put a sheet into its columns; returns those that changed."""
    columns: dict[str, str] = {}
    for field in fields(sheet):
        value = getattr(sheet, field.name)
        if field.name in {"name", "head", "position", "addressed", "address"}:
            columns |= {f"{field.name}_kk": value.kk, f"{field.name}_ru": value.ru}
        else:
            columns[field.name] = str(value or "")
    changed = {name for name, value in columns.items() if getattr(row, name) != value}
    for name, value in columns.items():
        setattr(row, name, value)
    return changed


def _save(row: Body | Representative) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twice:
        raise RegisterError("twice") from twice


def _note(action: str, row: Body, by: Actor, at: datetime, **facts: object) -> None:
    journal.write(action, about=row.key, by=by, at=at, facts=facts)
