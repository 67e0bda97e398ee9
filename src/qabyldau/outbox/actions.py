"""Put a message in the outbox; carry waiting messages out; hand over what goes on paper."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from qabyldau import rows
from qabyldau.outbox.kinds import Channel
from qabyldau.outbox.models import Message
from qabyldau.ports.delivery import Mailer, Receipt, RefusedError, SmsGateway, TemporaryFailureError

logger = logging.getLogger(__name__)
SOON, OFTEN, SELDOM = timedelta(minutes=1), timedelta(minutes=5), timedelta(hours=1)
OFTEN_TRIES, LONGEST = 48, timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Owed:
    """A message as an act owes it: one letter, one way."""

    key: str
    about: str
    notice: str
    channel: Channel
    language: str
    address: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Carriers:
    """Which adapter carries what; chosen in `config.wiring`."""

    mailer: Mailer
    sms: SmsGateway


def put(office_id: int, messages: list[Owed], *, at: datetime) -> list[Message]:
    """Stands or falls with the change it tells about: same transaction, or none."""
    if not connection.in_atomic_block:
        raise RuntimeError("outbox.put() outside a transaction could tell of what never happened")
    owed = [Message(office_id=office_id, created_at=at, next_try_at=at, **_columns(one)) for one in messages]
    rows.insert_all(owed)
    return owed


def _columns(owed: Owed) -> Mapping[str, str]:
    return {name: getattr(owed, name) for name in Owed.__slots__}


def carry_one(carriers: Carriers, *, at: datetime) -> bool:
    """Deliver one waiting message; False when there is none. Holds no lock while it calls out."""
    message = _claim(at)
    if message is None:
        return False
    try:
        receipt = _send(carriers, message)
    except TemporaryFailureError as failure:
        _note_failure(message, failure, at=at)
    except RefusedError as refusal:
        _give_up(message, refusal, at=at)
    else:
        Message.objects.filter(pk=message.pk, sent_at=None).update(
            sent_at=at, receipt=receipt.provider_id, fault=""
        )
    return True


def _send(carriers: Carriers, message: Message) -> Receipt:
    if message.channel == Channel.EMAIL:
        return carriers.mailer.send(message.address, message.subject, message.text, key=message.key)
    return carriers.sms.send(message.address, message.text, key=message.key)


@transaction.atomic
def _claim(at: datetime) -> Message | None:
    """The pause before the next try is also our lease: if we die, another carrier comes later."""
    waiting = Message.objects.filter(sent_at=None, given_up_at=None, next_try_at__lte=at).exclude(
        channel=Channel.PAPER
    )
    locked = waiting.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
    message = locked.order_by("next_try_at", "pk").first()
    if message is not None:
        message.attempts += 1
        message.next_try_at = at + pause(message.attempts)
        message.save(update_fields=["attempts", "next_try_at"])
    return message


def pause(attempts: int) -> timedelta:
    """At once, then every five minutes for four hours, then hourly."""
    if attempts <= 1:
        return SOON
    return OFTEN if attempts <= OFTEN_TRIES else SELDOM


def _note_failure(message: Message, failure: Exception, *, at: datetime) -> None:
    if at - message.created_at >= LONGEST:
        _give_up(message, failure, at=at)
        return
    logger.info("message %s waits after %s tries: %s", message.pk, message.attempts, type(failure).__name__)
    Message.objects.filter(pk=message.pk).update(fault=type(failure).__name__)


def _give_up(message: Message, failure: Exception, *, at: datetime) -> None:
    """From here on it is a person's task: see `outbox.queries.for_a_person`."""
    logger.warning("message %s is given up after %s tries", message.pk, message.attempts)
    Message.objects.filter(pk=message.pk, sent_at=None).update(given_up_at=at, fault=type(failure).__name__)


@transaction.atomic
def hand_over(message_id: int, *, receipt: str, at: datetime) -> Message:
    """A person printed it and gave or posted it; `receipt` says how: a letter's number, "in person"."""
    message = Message.objects.select_for_update().get(pk=message_id)
    if message.sent_at is None:
        message.sent_at, message.receipt, message.given_up_at = at, receipt, None
        message.save(update_fields=["sent_at", "receipt", "given_up_at"])
    return message
