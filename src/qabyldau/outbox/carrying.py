"""Carry waiting messages out, one at a time. No lock is held while calling out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import connection, transaction

from qabyldau.outbox import reports, traces
from qabyldau.outbox.kinds import CARRIED, QUIET, Channel, Step
from qabyldau.outbox.models import Message
from qabyldau.outbox.pace import LEASE, LONGEST, MOST_TRIES, held_until, pause, pause_to_ask
from qabyldau.people.sealing import blind_index
from qabyldau.ports.delivery import (
    Enclosure,
    Fault,
    Mail,
    Mailer,
    Receipt,
    RefusedError,
    Report,
    SmsGateway,
    TemporaryFailureError,
)

logger = logging.getLogger(__name__)
# A provider's own numbers are positive and fit into 31 bits.
NUMBERS = 2**31 - 1
FAULT_LENGTH, HEX = 40, 16
LINE_IS_DOWN = frozenset({Fault.NO_CONNECTION, Fault.NO_ANSWER})


class Carried(StrEnum):
    """What came of one round: `down` says that the line itself did not answer."""

    NOTHING = "nothing"
    HELD = "held"
    SENT = "sent"
    WAITS = "waits"
    DOWN = "down"
    GIVEN_UP = "given_up"


def no_paper(_message: Message) -> Enclosure | None:
    """Where no numbered papers are kept."""
    return None


@dataclass(frozen=True, slots=True)
class Carriers:
    """Which adapter carries what, and who prints the paper to enclose; chosen in `config.wiring`."""

    mailer: Mailer
    sms: SmsGateway
    paper_of: Callable[[Message], Enclosure | None] = no_paper


def carry_one(carriers: Carriers, *, at: datetime) -> bool:
    """Deliver one waiting message; False when there is none."""
    return carry(carriers, at=at) is not Carried.NOTHING


def carry(carriers: Carriers, *, at: datetime, channels: Collection[Channel] = CARRIED) -> Carried:
    """Deliver one message that waits for one of these ways."""
    message = _claim(at, channels)
    if message is None:
        return Carried.NOTHING
    if message.fault == QUIET and message.next_try_at > at:
        return Carried.HELD
    if message.attempts > MOST_TRIES:
        return _give_up(message, Fault.DIED, at=at)
    try:
        receipt = _send(carriers, message)
    except TemporaryFailureError as failure:
        return _note_failure(message, failure, at=at)
    except RefusedError as refusal:
        return _give_up(message, _code(refusal), at=at)
    return _note_sent(message, receipt, at=at)


def _send(carriers: Carriers, message: Message) -> Receipt:
    if message.channel == Channel.EMAIL:
        return carriers.mailer.send(_mail(carriers, message))
    known = _already_there(carriers.sms, message)
    if known:
        return Receipt(known.name, reports=True)
    return carriers.sms.send(message.address, message.text, key=str(message.reference))


def _already_there(sms: SmsGateway, message: Message) -> Report | None:
    """Whoever carried it before may have died, or heard no answer, after the other side had taken it."""
    return sms.find(message.address, key=str(message.reference)) if message.attempts > 1 else None


def _mail(carriers: Carriers, message: Message) -> Mail:
    return Mail(
        address=message.address,
        subject=message.subject,
        text=message.text,
        key=message.key,
        mark=reports.mark_of(message),
        language=message.language,
        enclosure=carriers.paper_of(message) if message.paper_id else None,
    )


@transaction.atomic
def _claim(at: datetime, channels: Collection[Channel]) -> Message | None:
    """The pause before the next try is also our lease: if we die, another carrier comes later."""
    waiting = Message.objects.filter(
        sent_at=None, given_up_at=None, next_try_at__lte=at, channel__in=list(channels)
    )
    locked = waiting.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
    message = locked.order_by("next_try_at", "pk").first()
    if message is None:
        return None
    if quiet_until := held_until(message, at):
        return _hold(message, quiet_until, at)
    message.attempts += 1
    message.next_try_at = at + LEASE
    message.reference = message.reference or _number_of(message)
    message.fault = "" if message.fault == QUIET else message.fault
    message.save(update_fields=["attempts", "next_try_at", "reference", "fault"])
    return message


def _hold(message: Message, until: datetime, at: datetime) -> Message:
    message.next_try_at, message.fault = until, QUIET
    message.save(update_fields=["next_try_at", "fault"])
    traces.note(message, Step.HELD, at=at)
    return message


def _number_of(message: Message) -> int:
    """Another installation with the same account has other numbers: they are made with our key."""
    return int(blind_index(f"sms|{message.key}")[:HEX], 16) % NUMBERS + 1


@transaction.atomic
def _note_sent(message: Message, receipt: Receipt, *, at: datetime) -> Carried:
    """Its report may have overtaken the answer: then there is nothing left to note."""
    ask_at = at + pause_to_ask(0) if receipt.reports else None
    unsent = Message.objects.filter(pk=message.pk, sent_at=None)
    if unsent.update(sent_at=at, given_up_at=None, receipt=receipt.provider_id, fault="", ask_at=ask_at):
        traces.note(message, Step.SENT, at=at)
    return Carried.SENT


@transaction.atomic
def _note_failure(message: Message, failure: TemporaryFailureError, *, at: datetime) -> Carried:
    code = _code(failure)
    if at - message.created_at >= LONGEST:
        return _give_up(message, code, at=at)
    logger.info("message %s waits after %s tries: %s", message.pk, message.attempts, code)
    rest = pause(message.attempts)
    next_try_at = at + max(rest, min(failure.after or rest, LONGEST))
    Message.objects.filter(pk=message.pk, sent_at=None).update(fault=code, next_try_at=next_try_at)
    traces.note(message, Step.FAILED, at=at, code=code)
    return Carried.DOWN if code in LINE_IS_DOWN else Carried.WAITS


@transaction.atomic
def _give_up(message: Message, code: str, *, at: datetime) -> Carried:
    """From here on it is a person's task: see `outbox.queries.for_a_person`."""
    logger.warning("message %s is given up after %s tries: %s", message.pk, message.attempts, code)
    if Message.objects.filter(pk=message.pk, sent_at=None).update(given_up_at=at, fault=code):
        traces.note(message, Step.GIVEN_UP, at=at, code=code)
        reports.tell(message, "letter_given_up", code, at=at)
    return Carried.GIVEN_UP


def _code(failure: Exception) -> str:
    return (str(failure) or type(failure).__name__)[:FAULT_LENGTH]
