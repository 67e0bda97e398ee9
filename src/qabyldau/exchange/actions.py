"""What a person does about the exchange: settle a difference, send once more."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qabyldau.exchange import line
from qabyldau.exchange.kinds import Decision, Status
from qabyldau.exchange.models import Exchange, Mismatch
from qabyldau.exchange.reactions import queued
from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.registry import actions as registry
from qabyldau.registry import queries as appeals
from qabyldau.registry.errors import StaleError
from qabyldau.registry.events import AppealRegistered
from qabyldau.registry.moves import Asked


class NobodysNumberError(Exception):
    """A number for a key that we never sent cannot be taken: there is no appeal to give it to."""


@transaction.atomic
def decide(mismatch_id: int, *, decision: Decision, by: Actor, at: datetime) -> Mismatch:
    """Keep our number or take the register's; both stay in the journal."""
    line.locked()
    row = Mismatch.objects.select_for_update().get(pk=mismatch_id, office_id=by.office_id)
    require(by, Right.NOTE_EXTERNAL_NUMBER, row.office_id)
    if row.decision:
        raise StaleError(row.key)
    if decision is Decision.THEIRS and row.exchange is None:
        raise NobodysNumberError(row.key)
    row.decision, row.decided_at = decision, at
    row.save(update_fields=["decision", "decided_at"])
    if row.exchange is not None:
        _settle(row, row.exchange, decision, Asked(by=by, at=at))
    _note(row, by=by, at=at)
    return row


def _settle(row: Mismatch, exchange: Exchange, decision: Decision, asked: Asked) -> None:
    if decision is Decision.THEIRS:
        _take_from_holder(exchange, row.theirs, asked)
        registry.note_external_number(exchange.appeal_id, number=row.theirs, asked=asked)
    kept = appeals.get(exchange.appeal_id).external_number
    if exchange.mismatches.filter(decision="").exists():
        return
    if kept:
        exchange.status, exchange.number = Status.ANSWERED, kept
        exchange.save(update_fields=["status", "number"])
    else:
        _ask_again(exchange, asked.at)


def _take_from_holder(exchange: Exchange, number: str, asked: Asked) -> None:
    """One number belongs to one appeal: whoever had it is asked about anew."""
    holder = appeals.holder(exchange.office_id, number, besides=exchange.appeal_id)
    if holder is None:
        return
    registry.release_external_number(holder.pk, asked=asked)
    theirs = Exchange.objects.select_for_update().filter(appeal_id=holder.pk).first()
    if theirs is not None:
        _ask_again(theirs, asked.at)


def _ask_again(exchange: Exchange, at: datetime) -> None:
    exchange.status, exchange.attempts, exchange.fault = Status.WAITING, 0, ""
    exchange.retry_since = exchange.next_try_at = at
    exchange.save(update_fields=["status", "attempts", "fault", "retry_since", "next_try_at"])


def _note(row: Mismatch, *, by: Actor, at: datetime) -> None:
    about = f"appeal:{row.exchange.appeal_id}" if row.exchange else f"mismatch:{row.pk}"
    facts = {"difference": row.difference, "ours": row.ours, "theirs": row.theirs, "decision": row.decision}
    journal.write("settle_exchange", about=about, by=by, at=at, facts=dict(facts))


@transaction.atomic
def send(appeal_id: int, *, by: Actor, at: datetime) -> Exchange:
    """Put an appeal in the queue that never was there, or that was given up."""
    appeal = appeals.get(appeal_id)
    require(by, Right.NOTE_EXTERNAL_NUMBER, appeal.office_id)
    row = Exchange.objects.select_for_update().filter(appeal_id=appeal_id).first()
    if appeal.external_number or (row is not None and row.status != Status.GIVEN_UP):
        raise StaleError(appeal.number)
    if row is None:
        row = queued(AppealRegistered(appeal.pk, appeal.office_id, appeal.office.code, appeal.number, at))
        row.save(force_insert=True)
    else:
        _ask_again(row, at)
    journal.write("queue_for_eotinish", about=appeal.key, by=by, at=at)
    return row
