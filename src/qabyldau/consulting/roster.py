"""Put consultants on the roster of a day, take them off, and record whom they helped (п. 16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.consulting import queries
from qabyldau.consulting.kinds import Kind, Outcome
from qabyldau.consulting.models import Consultant, Consultation
from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.people.sealing import seal
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import local_day
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.reception import Consultants
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Citation


@dataclass(frozen=True, slots=True)
class Turn:
    """Who helps, on which day, from when till when."""

    on: date
    kind: Kind
    name: str
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Helped:
    """Whom, with what, with what outcome. A phone is given only by who agrees to be called."""

    consultant_id: int
    topic: str
    outcome: Outcome
    language: str
    appeal_id: int | None = None
    name: str = ""
    phone: str = ""


@transaction.atomic
def put_on(office: Office, *, turn: Turn, by: Actor, at: datetime) -> Consultant:
    """A volunteer only on a day of reception."""
    require(by, Right.KEEP_ROSTER, office.pk)
    _may_help(office, turn.kind, turn.on)
    if turn.on < local_day(office, at):
        raise UnlawfulError("roster_day_past", _cited(office, turn.on), day=turn.on)
    there = queries.on_day(office.pk, turn.on).filter(kind=turn.kind, name=turn.name.strip())
    if there.exists():
        raise UnlawfulError("already_on_roster", _cited(office, turn.on))
    row = Consultant.objects.create(
        office=office,
        on=turn.on,
        kind=turn.kind,
        name=turn.name.strip(),
        opens=turn.opens,
        closes=turn.closes,
        by_user_id=by.user_id,
        at=at,
    )
    facts: dict[str, object] = {"kind": row.kind, "on": row.on.isoformat()}
    journal.write("put_on_roster", about=row.key, by=by, at=at, citation=_cited(office, row.on), facts=facts)
    return row


@transaction.atomic
def take_off(consultant_id: int, *, by: Actor, at: datetime) -> Consultant:
    row = Consultant.objects.select_for_update(of=("self",)).select_related("office").get(pk=consultant_id)
    require(by, Right.KEEP_ROSTER, row.office_id)
    if row.taken_off_at is None:
        row.taken_off_at = at
        row.save(update_fields=["taken_off_at"])
        cited = _cited(row.office, row.on)
        journal.write("take_off_roster", about=row.key, by=by, at=at, citation=cited)
    return row


@transaction.atomic
def consult(office: Office, *, helped: Helped, by: Actor, at: datetime) -> Consultation:
    """Recorded on the day itself, by whoever stands on its roster."""
    require(by, Right.RECORD_CONSULTATION, office.pk)
    today = local_day(office, at)
    consultant = queries.on_day(office.pk, today).filter(pk=helped.consultant_id).first()
    if consultant is None:
        raise UnlawfulError("not_on_roster", _cited(office, today))
    _may_help(office, Kind(consultant.kind), today)
    row = _sealed(
        Consultation(
            office=office,
            on=today,
            consultant=consultant,
            appeal=_appeal(by, helped.appeal_id),
            may_call=bool(helped.phone),
            language=helped.language,
            topic=helped.topic,
            outcome=helped.outcome,
            at=at,
            by_user_id=by.user_id,
        ),
        helped,
    )
    about = row.appeal.key if row.appeal else row.key
    facts: dict[str, object] = {"consultation": row.pk, "kind": consultant.kind, "outcome": row.outcome}
    journal.write("consult", about=about, by=by, at=at, citation=_cited(office, today), facts=facts)
    return row


def _sealed(row: Consultation, helped: Helped) -> Consultation:
    row.sealed_name = seal(helped.name.strip(), row=row.seal_row)
    row.sealed_phone = seal(helped.phone, row=row.seal_row)
    row.save(force_insert=True)
    return row


def _appeal(by: Actor, appeal_id: int | None) -> Appeal | None:
    return registry.visible_to(by).get(pk=appeal_id) if appeal_id else None


def _may_help(office: Office, kind: Kind, on: date) -> None:
    law = governing(office.code, on).edition
    is_reception_day = queries.is_reception_day(office.pk, on)
    volunteer = kind is Kind.VOLUNTEER
    if code := law.get(Consultants).objection(volunteer=volunteer, reception_day=is_reception_day):
        raise UnlawfulError(code, law.cite(Consultants), day=on)


def _cited(office: Office, on: date) -> Citation:
    return governing(office.code, on).edition.cite(Consultants)
