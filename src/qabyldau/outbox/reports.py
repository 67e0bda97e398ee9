"""What became of a message after it was sent: reports that come, reports that are asked for, silence."""

from __future__ import annotations

import hmac
import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction

from qabyldau.journal import actions as journal
from qabyldau.outbox import traces
from qabyldau.outbox.kinds import Channel, Step
from qabyldau.outbox.models import Message
from qabyldau.outbox.pace import LONGEST, pause_to_ask
from qabyldau.people.actor import Actor
from qabyldau.people.sealing import blind_index
from qabyldau.ports.delivery import CONCLUDED, Fault, Outcome, Report, TemporaryFailureError

if TYPE_CHECKING:
    from qabyldau.ports.delivery import SmsGateway

logger = logging.getLogger(__name__)
# A provider may need a while until its own list knows what it has taken.
SETTLES = timedelta(minutes=10)
DIGITS, HEX = 10, 16


def mark_of(message: Message) -> str:
    """What stands in the sender's address of a letter, and comes back with it: nobody else can make it."""
    return f"{message.pk}-{blind_index(f'bounce|{message.key}')[:HEX]}"


def of_letter(report: Report, *, at: datetime) -> bool:
    """A returned letter; False: its mark is not one of ours."""
    number, _, _proof = report.name.partition("-")
    message = Message.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    if message is None or not hmac.compare_digest(mark_of(message), report.name):
        return False
    _record(message.pk, report, at=at)
    return True


def of_sms(report: Report, *, at: datetime) -> bool:
    """A report on a short message; False: nobody here sent such a one."""
    if not _is_number(report.name):
        return False
    for message in Message.objects.filter(channel=Channel.SMS, reference=int(report.name)):
        if not report.address or _same_phone(report.address, message.address):
            _record(message.pk, report, at=at)
            return True
    return False


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) <= DIGITS and 0 < int(name) < 2**31


def _same_phone(told: str, ours: str) -> bool:
    return "".join(filter(str.isdecimal, told))[-DIGITS:] == "".join(filter(str.isdecimal, ours))[-DIGITS:]


@transaction.atomic
def _record(message_id: int, report: Report, *, at: datetime) -> None:
    """A final word stays the last one, however often or late another comes."""
    message = Message.objects.select_for_update().get(pk=message_id)
    if message.sent_at is None:
        _is_sent_after_all(message, report, at)
    if _is_final(message, report):
        if report.outcome is not Outcome.ON_ITS_WAY:
            traces.note(message, Step.LATE, at=at, code=report.fault or report.outcome)
        return
    if report.outcome is Outcome.FAILED:
        bounce(message, report.fault or Fault.REJECTED, at=at)
    elif report.outcome is not Outcome.ON_ITS_WAY:
        _arrived(message, report, at=at)


def _is_sent_after_all(message: Message, report: Report, at: datetime) -> None:
    """The report overtook the answer to our own call, or the answer was lost."""
    message.sent_at, message.receipt, message.given_up_at, message.fault = at, report.name, None, ""
    message.ask_at = at + pause_to_ask(0) if message.channel == Channel.SMS else None
    message.save(update_fields=["sent_at", "receipt", "given_up_at", "fault", "ask_at"])
    traces.note(message, Step.SENT, at=at)


def _is_final(message: Message, report: Report) -> bool:
    """Reading still comes after arriving; what we only concluded may be corrected."""
    if message.delivered_at:
        return report.outcome is not Outcome.READ or message.read_at is not None
    return message.bounced_at is not None and message.fault not in CONCLUDED


def _arrived(message: Message, report: Report, *, at: datetime) -> None:
    first = message.delivered_at is None
    message.delivered_at = message.delivered_at or at
    message.bounced_at, message.fault, message.ask_at = None, "", None
    if report.outcome is Outcome.READ:
        message.read_at = message.read_at or at
    message.save(update_fields=["delivered_at", "read_at", "bounced_at", "fault", "ask_at"])
    if first:
        traces.note(message, Step.DELIVERED, at=at)
    if report.outcome is Outcome.READ:
        traces.note(message, Step.READ, at=at)


def bounce(message: Message, fault: Fault, *, at: datetime) -> None:
    """It did not arrive: from here on it is a person's task."""
    first = message.bounced_at is None
    message.bounced_at, message.fault, message.ask_at = at, fault, None
    message.save(update_fields=["bounced_at", "fault", "ask_at"])
    traces.note(message, Step.BOUNCED, at=at, code=fault)
    if first:
        tell(message, "letter_bounced", fault, at=at)


def tell(message: Message, action: str, code: str, *, at: datetime) -> None:
    """The journal knows that somebody was not reached, and why; never the address."""
    facts: dict[str, object] = {
        "message": message.pk,
        "notice": message.notice,
        "channel": message.channel,
        "reason": str(code),
    }
    by = Actor.system("outbox", message.office_id)
    journal.write(action, about=message.about, by=by, at=at, facts=facts)


def ask_one(sms: SmsGateway, *, at: datetime) -> bool:
    """Ask what became of one message; False when nobody has to be asked about now."""
    message = _to_ask(at)
    if message is None:
        return False
    if message.channel == Channel.PORTAL:
        _concluded(message, Fault.NOT_READ, at=at)
        return True
    try:
        report = sms.find(message.address, key=str(message.reference))
    except TemporaryFailureError as failure:
        logger.info("nobody says what became of message %s: %s", message.pk, failure)
        return True
    if report is not None:
        _record(message.pk, report, at=at)
    _conclude(message, report, at=at)
    return True


@transaction.atomic
def _to_ask(at: datetime) -> Message | None:
    """The pause before the next question is our lease."""
    due = Message.objects.filter(ask_at__lte=at, sent_at__isnull=False)
    locked = due.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
    message = locked.order_by("ask_at", "pk").first()
    if message is not None:
        message.asked += 1
        message.ask_at = at + pause_to_ask(message.asked)
        message.save(update_fields=["asked", "ask_at"])
    return message


def _conclude(message: Message, report: Report | None, *, at: datetime) -> None:
    """Silence is an answer too, in the end."""
    since = at - (message.sent_at or at)
    if report is None and since >= SETTLES:
        _concluded(message, Fault.LOST, at=at)
    elif since >= LONGEST:
        _concluded(message, Fault.NO_REPORT, at=at)


@transaction.atomic
def _concluded(message: Message, fault: Fault, *, at: datetime) -> None:
    fresh = Message.objects.select_for_update().get(pk=message.pk)
    if not (fresh.delivered_at or fresh.bounced_at or fresh.read_at):
        bounce(fresh, fault, at=at)
