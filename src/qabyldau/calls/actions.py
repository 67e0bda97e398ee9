"""Give numbers ahead, take in what came without us, declare an emergency and end it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from qabyldau.calls import queries
from qabyldau.calls.kinds import Kept
from qabyldau.calls.models import Block, Emergency, Taken
from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.people.sealing import blind_index
from qabyldau.registry import actions as registry
from qabyldau.registry.errors import AskedDifferentlyError
from qabyldau.registry.statement import Statement
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.support import UninterruptedCalls
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.regulation.edition import Edition

MOST = 200


class NumberError(Exception):
    """Nothing can be taken in under this number: `code` is unknown, or differently (it has other words)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it was taken without us. `clock_off`: seconds by which the device's clock was wrong."""

    number: int
    statement: Statement
    at: datetime
    clock_off: int = 0


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of it. `new`: false for a request that had reached us before."""

    taken: Taken
    new: bool


@transaction.atomic
def reserve(office: Office, count: int, *, device: UUID | None, by: Actor, at: datetime) -> Block:
    """The next numbers, for a device or (no device) for a pile of forms."""
    require(by, Right.REGISTER_CALL, office.pk)
    journal.hold(office.pk)
    first = queries.last_given(office.pk) + 1
    block = Block.objects.create(
        office=office,
        kept=Kept.DEVICE if device else Kept.PAPER,
        device=device,
        first=first,
        last=first + min(max(count, 1), MOST) - 1,
        user_id=by.user_id or 0,
        at=at,
    )
    facts: journal.Facts = {"kept": block.kept, "first": block.first, "last": block.last}
    cited = _law(office, at).cite(UninterruptedCalls)
    journal.write("reserve_numbers", about=f"block:{block.pk}", by=by, at=at, citation=cited, facts=facts)
    return block


def take_in(office: Office, received: Received, *, by: Actor, at: datetime) -> Entered:
    """Register what was taken without us, with its moment of receipt; the same again changes nothing."""
    require(by, Right.REGISTER_CALL, office.pk)
    said = _digest(received.statement)
    if before := queries.taken(office.pk, received.number):
        return _again(before, said)
    try:
        with transaction.atomic():
            return Entered(_take_in(office, received, said, by=by, at=at), new=True)
    except (IntegrityError, AskedDifferentlyError):
        before = queries.taken(office.pk, received.number)
        if before is None:
            raise
        return _again(before, said)


def _again(before: Taken, said: str) -> Entered:
    if before.said != said:
        raise NumberError("differently")
    return Entered(before, new=False)


def _take_in(office: Office, received: Received, said: str, *, by: Actor, at: datetime) -> Taken:
    block = queries.block_of(office.pk, received.number)
    if block is None:
        raise NumberError("unknown")
    # Nobody can have been given a number before it was reserved, or call tomorrow.
    moment = min(max(received.at, block.at), at)
    stated = replace(received.statement, received_at=moment)
    talon = registry.register(office, stated, by=by, at=at, once=f"taken-{office.code}-{received.number}")
    row = Taken.objects.create(
        office=office,
        number=received.number,
        block=block,
        appeal=talon.appeal,
        received_at=moment,
        entered_at=at,
        by_user_id=by.user_id or 0,
        said=said,
    )
    facts: journal.Facts = {
        "number": queries.written(row.number),
        "kept": block.kept,
        "received_at": moment.isoformat(),
        "clock_off": received.clock_off,
    }
    cited = talon.appeal.edition.cite(UninterruptedCalls)
    journal.write("take_in", about=talon.appeal.key, by=by, at=at, citation=cited, facts=facts)
    return row


def _digest(statement: Statement) -> str:
    """Of what was stated, without the moment: a clock that was set right meanwhile says nothing new."""
    return blind_index(journal.digest(asdict(replace(statement, files=(), received_at=None))))


@dataclass(frozen=True, slots=True)
class Declared:
    """The act of an emergency, its days, and what people are told."""

    act_number: str
    act_date: date
    since: date
    until: date | None
    words: Words


@transaction.atomic
def declare_emergency(office: Office, declared: Declared, *, by: Actor, at: datetime) -> Emergency:
    """From its first day on everybody is told on every page; requests are taken as they can be."""
    require(by, Right.DECLARE_EMERGENCY, office.pk)
    law = _law(office, at)
    cited = law.cite(UninterruptedCalls)
    if declared.until and declared.until < declared.since:
        raise UnlawfulError("emergency_ends_before_start", cited, day=declared.since)
    row = Emergency.objects.create(
        office=office,
        act_number=declared.act_number,
        act_date=declared.act_date,
        since=declared.since,
        until=declared.until,
        words_kk=declared.words.kk,
        words_ru=declared.words.ru,
        citation=cited.as_row(),
        declared_at=at,
        by_user_id=by.user_id,
    )
    facts: journal.Facts = {
        "act": row.act_number,
        "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else None,
    }
    about = f"emergency:{row.pk}"
    journal.write("declare_emergency", about=about, by=by, at=at, citation=cited, facts=facts)
    return row


@transaction.atomic
def end_emergency(office: Office, emergency_id: int, *, by: Actor, at: datetime) -> Emergency:
    """Today is its last day; one that has not begun ends on its first."""
    require(by, Right.DECLARE_EMERGENCY, office.pk)
    row = Emergency.objects.select_for_update().get(office=office, pk=emergency_id)
    today = at.astimezone(ZoneInfo(office.zone)).date()
    if row.ended_at or (row.until and row.until < today):
        raise UnlawfulError("emergency_is_over", row.cited)
    row.until, row.ended_at = max(today, row.since), at
    row.save(update_fields=["until", "ended_at"])
    facts: journal.Facts = {"until": row.until.isoformat()}
    about = f"emergency:{row.pk}"
    journal.write("end_emergency", about=about, by=by, at=at, citation=row.cited, facts=facts)
    return row


def _law(office: Office, at: datetime) -> Edition:
    return governing(office.code, at.astimezone(ZoneInfo(office.zone)).date()).edition
