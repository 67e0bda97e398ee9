"""Carry what is owed to the register, and take in what it answered. No lock is held while calling out."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import QuerySet

from qabyldau.exchange import answers, case, line
from qabyldau.exchange.kinds import Status
from qabyldau.exchange.models import Exchange
from qabyldau.journal import actions as journal
from qabyldau.outbox.pace import LONGEST, OFTEN, OFTEN_TRIES, SELDOM
from qabyldau.people.actor import Actor
from qabyldau.ports.delivery import RefusedError, TemporaryFailureError
from qabyldau.ports.eotinish import Accepted, GarbageError, Registered, UnansweredError
from qabyldau.registry import queries as appeals

if TYPE_CHECKING:
    from qabyldau.ports.eotinish import Answer, EOtinish

logger = logging.getLogger(__name__)
PATIENCE, SOON = timedelta(minutes=30), timedelta(minutes=1)
OPEN = (Status.WAITING, Status.SENT)
FAULT_LENGTH = 40


def carry_one(eotinish: EOtinish, *, at: datetime) -> bool:
    """Send one appeal, or ask again about one; False when nothing is to be done now."""
    if not eotinish.is_automatic or line.rests(at):
        return False
    row = _claim(at)
    if row is None:
        return False
    if not _is_settled_by_hand(row, at=at):
        _send(eotinish, row, at=at)
    return True


def gather(eotinish: EOtinish, *, at: datetime) -> int:
    """Record every answer that has come; returns how many."""
    count = 0
    try:
        for answer in eotinish.collect() if eotinish.is_automatic else ():
            answers.record(answer, at=at)
            count += 1
    except TemporaryFailureError as failure:
        line.failed(_code(failure), at=at, rest=not isinstance(failure, GarbageError))
    return count


@transaction.atomic
def _claim(at: datetime) -> Exchange | None:
    """The pause before the next try is also our lease: if we die, another carrier comes later."""
    waiting = Exchange.objects.filter(status__in=OPEN, next_try_at__lte=at)
    locked = waiting.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
    row = locked.order_by("next_try_at", "pk").first()
    if row is not None:
        row.attempts += 1
        row.next_try_at = at + _pause(row.attempts)
        row.save(update_fields=["attempts", "next_try_at"])
    return row


def _pause(attempts: int) -> timedelta:
    """At once, then every five minutes for four hours, then hourly."""
    if attempts <= 1:
        return SOON
    return OFTEN if attempts <= OFTEN_TRIES else SELDOM


def _is_settled_by_hand(row: Exchange, *, at: datetime) -> bool:
    """A person entered it there before anything of ours went out: sending it too would make it two."""
    number = appeals.get(row.appeal_id).external_number
    if not number or row.may_be_known:
        return False
    _open(row).update(status=Status.ANSWERED, number=number, answered_at=at, fault="")
    return True


def _send(eotinish: EOtinish, row: Exchange, *, at: datetime) -> None:
    if at - row.retry_since >= LONGEST and row.status == Status.SENT:
        _give_up(row, "no_answer")
        return
    try:
        answer = eotinish.register(case.of(row.appeal_id), key=row.key)
    except TemporaryFailureError as failure:
        _note_failure(row, failure, at=at)
    except RefusedError as refusal:
        line.succeeded(at)
        _give_up(row, _code(refusal))
    else:
        _note_taken(row, answer, at=at)


def _note_failure(row: Exchange, failure: TemporaryFailureError, *, at: datetime) -> None:
    line.failed(_code(failure), at=at, rest=not isinstance(failure, GarbageError))
    logger.info("exchange %s waits after %s tries: %s", row.pk, row.attempts, _code(failure))
    if isinstance(failure, UnansweredError):
        _open(row).update(may_be_known=True)
    if at - row.retry_since >= LONGEST:
        _give_up(row, _code(failure))
    else:
        _open(row).update(fault=_code(failure))


def _note_taken(row: Exchange, answer: Answer, *, at: datetime) -> None:
    line.succeeded(at)
    if isinstance(answer, Accepted):
        answers.record(Registered(row.key, answer.number, answer.at), at=at)
        return
    with transaction.atomic():
        _open(row).update(
            status=Status.SENT,
            message_id=answer.message_id,
            sent_at=row.sent_at or at,
            next_try_at=at + PATIENCE,
            may_be_known=True,
            fault="",
        )
        if row.sent_at is None:
            by = Actor.system(line.EOTINISH, row.office_id)
            facts = {"message": answer.message_id}
            journal.write(
                "send_to_eotinish", about=f"appeal:{row.appeal_id}", by=by, at=at, facts=dict(facts)
            )


def _give_up(row: Exchange, code: str) -> None:
    """From here on it is a person's task: see `exchange.queries.duties`."""
    logger.warning("exchange %s is given up after %s tries: %s", row.pk, row.attempts, code)
    _open(row).update(status=Status.GIVEN_UP, fault=code)


def _open(row: Exchange) -> QuerySet[Exchange]:
    """The row, unless an answer came while we were calling."""
    return Exchange.objects.filter(pk=row.pk, status__in=OPEN)


def _code(failure: Exception) -> str:
    return (str(failure) or type(failure).__name__)[:FAULT_LENGTH]
