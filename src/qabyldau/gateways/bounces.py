"""A letter that came back: the delivery status notification (RFC 3464) as the relay hands it to us."""

from __future__ import annotations

import email
from email.message import EmailMessage, Message
from email.policy import SMTP
from email.utils import getaddresses

from qabyldau.gateways.mailbox import fault_of, mark_in
from qabyldau.ports.delivery import Fault, Outcome, Report

ARRIVED = frozenset({"delivered", "relayed", "expanded"})
TO = ("Delivered-To", "X-Original-To", "Envelope-To", "To")


class NoReportError(Exception):
    """What came is no report on a letter of ours; the code says what is missing."""


def read(raw: bytes, bounces: str, recipient: str = "") -> Report:
    """Which letter it is about, and what became of it. Trusts nothing but the mark, which we made."""
    letter = email.message_from_bytes(raw, policy=SMTP)
    marks = [mark_in(address, bounces) for address in (recipient, *_addresses(letter))]
    mark = next((one for one in marks if one), "")
    if not mark:
        raise NoReportError("no_mark")
    told = _recipient(letter)
    if told is None:
        raise NoReportError("no_status")
    action = str(told.get("Action", "")).strip().lower()
    if action in ARRIVED:
        return Report(mark, Outcome.DELIVERED if action == "delivered" else Outcome.ON_ITS_WAY)
    if action != "failed":
        return Report(mark, Outcome.ON_ITS_WAY)
    return Report(mark, Outcome.FAILED, _fault(told))


def _addresses(letter: EmailMessage) -> list[str]:
    """Where it was sent to; the original letter inside names only the sender people see."""
    headers = [str(value) for name in TO for value in letter.get_all(name, [])]
    return [address for _, address in getaddresses(headers)]


def _recipient(letter: EmailMessage) -> Message | None:
    """The first block about a recipient in the machine-readable part."""
    for part in letter.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks: list[Message] = list(part.walk())
            return next((block for block in blocks if "Action" in block), None)
    return None


def _fault(told: Message) -> Fault:
    status = str(told.get("Status", "")).strip()
    words = f"{status} {told.get('Diagnostic-Code', '')}"
    return fault_of(words)
