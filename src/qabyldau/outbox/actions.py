"""Put a message in the outbox; what a person does when it could not arrive: send it anew, or carry it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction

from qabyldau import rows
from qabyldau.journal import actions as journal
from qabyldau.outbox import queries, traces
from qabyldau.outbox.carrying import Carriers, carry_one
from qabyldau.outbox.kinds import Channel, Step
from qabyldau.outbox.models import Message, QuietHours
from qabyldau.people.actor import require
from qabyldau.people.roles import Right

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor

__all__ = ["Carriers", "Owed", "SettledError", "carry_one", "hand_over", "mark_read", "put", "resend"]
# A box that nobody opens tells nobody anything.
UNREAD = timedelta(days=3)
IN_THE_BOX, TEST = "portal", "test"


class SettledError(Exception):
    """Somebody has taken care of this message already, or it arrived after all."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A message as an act owes it: one letter, one way. `paper_id`: the numbered paper to enclose."""

    key: str
    about: str
    notice: str
    channel: Channel
    language: str
    address: str
    subject: str
    text: str
    urgent: bool = False
    paper_id: int | None = None


def put(office_id: int, messages: list[Owed], *, at: datetime) -> list[Message]:
    """Stands or falls with the change it tells about: same transaction, or none."""
    if not connection.in_atomic_block:
        raise RuntimeError("outbox.put() outside a transaction could tell of what never happened")
    owed = [Message(office_id=office_id, created_at=at, next_try_at=at, **_columns(one)) for one in messages]
    for message in owed:
        if message.channel == Channel.PORTAL:
            _lay_in_the_box(message, at, alone=len(owed) == 1)
    rows.insert_all(owed)
    return owed


def _columns(owed: Owed) -> Mapping[str, str]:
    return {name: getattr(owed, name) for name in Owed.__slots__}


def _lay_in_the_box(message: Message, at: datetime, *, alone: bool) -> None:
    """There as soon as it is written; where nothing else goes out, somebody looks whether it is read."""
    message.sent_at, message.receipt = at, IN_THE_BOX
    message.ask_at = at + UNREAD if alone else None


@transaction.atomic
def hand_over(message_id: int, *, receipt: str, by: Actor, at: datetime) -> Message:
    """A person printed it and gave or posted it, or told it by phone; `receipt` says how."""
    message = _unsettled(message_id, by)
    message.settled_at, message.settled_by, message.settled_how = at, by.label, receipt
    if message.sent_at is None:
        message.sent_at, message.receipt, message.given_up_at = at, receipt, None
    message.save(
        update_fields=["settled_at", "settled_by", "settled_how", "sent_at", "receipt", "given_up_at"]
    )
    traces.note(message, Step.HANDED_OVER, at=at, by=by)
    facts: dict[str, object] = {"message": message.pk, "notice": message.notice, "channel": message.channel}
    journal.write("hand_over", about=message.about, by=by, at=at, facts=facts)
    return message


@transaction.atomic
def resend(message_id: int, *, address: str, by: Actor, at: datetime) -> Message:
    """Send the same words anew, to the address as corrected; the old message stays readable."""
    message = _unsettled(message_id, by)
    again = _again(message, address, at)
    message.settled_at, message.settled_by = at, by.label
    message.save(update_fields=["settled_at", "settled_by"])
    traces.note(message, Step.RESENT, at=at, by=by)
    facts: dict[str, object] = {
        "message": message.pk,
        "again": again.pk,
        "notice": message.notice,
        "channel": message.channel,
        "reason": message.fault,
        "address_changed": address != message.address,
    }
    journal.write("resend", about=message.about, by=by, at=at, facts=facts)
    return again


def _unsettled(message_id: int, by: Actor) -> Message:
    message = Message.objects.select_for_update().get(pk=message_id, office_id=by.office_id)
    require(by, Right.HAND_OVER_PAPER, message.office_id)
    if not queries.for_a_person(message.office_id).filter(pk=message.pk).exists():
        raise SettledError(message.key)
    return message


def _again(message: Message, address: str, at: datetime) -> Message:
    count = Message.objects.filter(key__startswith=f"{message.stem}:").count()
    return Message.objects.create(
        office_id=message.office_id,
        key=f"{message.stem}:{message.channel}-{count + 1}",
        about=message.about,
        notice=message.notice,
        channel=message.channel,
        language=message.language,
        address=address,
        subject=message.subject,
        text=message.text,
        urgent=message.urgent,
        paper_id=message.paper_id,
        created_at=at,
        next_try_at=at,
        replaces=message,
    )


def mark_read(message_ids: list[int], *, at: datetime) -> int:
    """The applicant opened the box and saw these letters; the first time counts."""
    fresh = Message.objects.filter(pk__in=message_ids, read_at=None)
    seen = list(fresh)
    fresh.update(read_at=at, ask_at=None)
    for message in seen:
        traces.note(message, Step.READ, at=at)
    return len(seen)


@transaction.atomic
def send_test(
    channel: Channel, address: str, text: str, language: str, *, by: Actor, at: datetime
) -> Message:
    """A message to the administrator's own phone or mailbox, by the way of all others."""
    require(by, Right.KEEP_CHANNELS, by.office_id)
    about = f"office:{by.office_id}"
    key = f"test-{by.office_id}-{at.timestamp():.6f}:{channel}"
    owed = Owed(key, about, TEST, channel, language, address, "Qabyldau", text, urgent=True)
    message = put(by.office_id, [owed], at=at)[0]
    facts: dict[str, object] = {"message": message.pk, "channel": channel}
    journal.write("test_message", about=about, by=by, at=at, facts=facts)
    return message


@transaction.atomic
def set_quiet_hours(office_id: int, since: time, until: time, *, by: Actor, at: datetime) -> QuietHours:
    """From now on no short message goes between these hours, but urgent ones."""
    require(by, Right.KEEP_CHANNELS, office_id)
    row, _ = QuietHours.objects.update_or_create(
        office_id=office_id, defaults={"since": since, "until": until}
    )
    facts: dict[str, object] = {"since": since.isoformat(), "until": until.isoformat()}
    journal.write("quiet_hours", about=f"office:{office_id}", by=by, at=at, facts=facts)
    return row
