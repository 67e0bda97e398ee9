"""The asynchronous SOAP channel of ШЭП: appeals go out, answers come to our door and wait in a folder."""

import hashlib
import logging
import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qabyldau.gateways.eotinish import envelope, line, payload
from qabyldau.gateways.eotinish.envelope import Message, MessageType, Sender
from qabyldau.gateways.eotinish.names import parsed
from qabyldau.gateways.eotinish.signature import Keys, signed, verified_body
from qabyldau.ports.delivery import RefusedError, TemporaryFailureError
from qabyldau.ports.eotinish import Answer, Case, Declined, GarbageError, Pending, Registered

logger = logging.getLogger(__name__)
OURS = uuid.UUID("6f1d3c1e-5b8a-4f0e-9d56-0b2a9f7c4e25")
OK = 200


@dataclass(frozen=True, slots=True)
class Channel:
    """Where the channel is, who we are to it, and where answers wait until they are recorded."""

    url: str
    sender: Sender
    inbox: Path
    seconds: float = line.READ_SECONDS


class ShepEOtinish:
    """Sent again, an appeal goes under the same message id; the register must act once."""

    is_automatic = True

    def __init__(
        self, channel: Channel, keys: Keys, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.channel = channel
        self.keys = keys
        self.clock = clock

    def register(self, case: Case, *, key: str) -> Answer:
        message_id = str(uuid.uuid5(OURS, key))
        message = Message(message_id, key, MessageType.REQUEST, self.clock(), payload.appeal(case, key))
        letter = signed(envelope.send_message(message, self.channel.sender), self.keys)
        status, content = line.post(self.channel.url, letter, seconds=self.channel.seconds)
        _stop_at_faults(status, content)
        got = envelope.receipt_of(verified_body(content, self.keys, at=self.clock()))
        if got != (message_id, key):
            raise GarbageError("receipt_of_another")
        return Pending(message_id)

    def receive(self, raw: bytes) -> bytes:
        """The door of the channel: a trusted answer is put into the folder; gives the signed receipt."""
        message = envelope.message_of(verified_body(raw, self.keys, at=self.clock()))
        payload.answer_in(message.data, message.correlation_id)
        name = hashlib.sha256(raw).hexdigest()[:32]
        self.channel.inbox.mkdir(parents=True, exist_ok=True)
        partial = self.channel.inbox / f"{name}.{os.getpid()}.part"
        partial.write_bytes(raw)
        partial.rename(self.channel.inbox / f"{name}.xml")
        receipt = envelope.taken(message.message_id, message.correlation_id, self.clock())
        return signed(receipt, self.keys)

    def collect(self) -> Iterator[Registered | Declined]:
        """A file goes once the next answer is asked for: by then what it said is recorded."""
        for path in sorted(self.channel.inbox.glob("*.xml")):
            answer = self._read(path)
            if answer:
                yield answer
            path.unlink(missing_ok=True)

    def _read(self, path: Path) -> Registered | Declined | None:
        """Read with the same care as at the door: the folder is no safer than the line."""
        try:
            message = envelope.message_of(verified_body(path.read_bytes(), self.keys, at=self.clock()))
            return payload.answer_in(message.data, message.correlation_id)
        except GarbageError as fault:
            logger.warning("an answer of e-Otinish in the folder is not believed: %s", fault)
            return None


def _stop_at_faults(status: int, content: bytes) -> None:
    """A fault of the sender will not heal by itself; any other may."""
    try:
        code = envelope.fault_in(parsed(content))
    except GarbageError:
        if status == OK:
            raise
        raise TemporaryFailureError(f"http_{status}") from None
    if code is not None and code.startswith("Client"):
        raise RefusedError("soap_client")
    if code is not None or status != OK:
        raise TemporaryFailureError("soap_server" if code is not None else f"http_{status}")
