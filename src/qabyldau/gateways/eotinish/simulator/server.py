"""The simulated register on a port of the loopback: takes signed messages, and carries answers to a door."""

import logging
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event

from lxml import etree

from qabyldau.gateways.eotinish import envelope, line, payload
from qabyldau.gateways.eotinish.envelope import Message, MessageType, Sender
from qabyldau.gateways.eotinish.names import BYTES
from qabyldau.gateways.eotinish.signature import Keys, signed, verified_body
from qabyldau.gateways.eotinish.simulator import certificates
from qabyldau.gateways.eotinish.simulator.books import Books, Told, Wrong
from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.eotinish import GarbageError

logger = logging.getLogger(__name__)
SENDER = Sender(service="EOTINISH_REGISTRATION", name="eotinish", password="")
COURIER_SECONDS = 0.5
GARBAGE = b"<html><body>502 Bad Gateway</body></html>"


class Register:
    """What the simulated register says, as bytes; the server only carries them."""

    def __init__(self, books: Books, keys: Keys) -> None:
        self.books = books
        self.keys = keys
        self.requests: list[Message] = []

    def hear(self, raw: bytes) -> tuple[int, bytes]:
        """A message of an office: its receipt, or a fault."""
        try:
            message = envelope.message_of(verified_body(raw, self.keys, at=self.books.clock()))
            key = payload.key_in(message.data)
        except GarbageError as fault:
            return 500, envelope.fault("Client", str(fault))
        self.requests.append(message)
        self.books.take(key)
        receipt = envelope.taken(message.message_id, message.correlation_id, self.books.clock())
        return 200, signed(receipt, self.keys)

    def answers(self) -> list[bytes]:
        """Answers whose time has come, spoilt as their row says."""
        return [self._written(told) for told in self.books.due()]

    def _written(self, told: Told) -> bytes:
        if told.wrong is Wrong.GARBAGE:
            return GARBAGE
        message = Message(
            message_id=f"{told.says.key}:answer",
            correlation_id=told.says.key,
            kind=MessageType.RESPONSE,
            at=self.books.clock(),
            data=payload.answer(told.says.number, told.says.at),
        )
        root = envelope.send_message(message, SENDER)
        if told.wrong is Wrong.UNSIGNED:
            return bytes(etree.tostring(root))
        return signed(root, self._stranger() if told.wrong is Wrong.FORGED else self.keys)

    def _stranger(self) -> Keys:
        return Keys(*certificates.pair("stranger", self.books.clock()), trusted=())


def server(register: Register, port: int) -> ThreadingHTTPServer:
    """Listens on the loopback alone; `down` cuts every line without a word."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            if register.books.behaviour.is_down():
                self.close_connection = True
                return
            length = min(int(self.headers.get("Content-Length") or 0), BYTES)
            status, content = register.hear(self.rfile.read(length))
            self.send_response(status)
            self.send_header("Content-Type", "text/xml; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *words: object) -> None:
            logger.debug("simulator: %s", words)

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def carry_answers(register: Register, door: str, stop: Event, tell: Callable[[str], object]) -> None:
    """Until told to stop: what is due goes to the office's door; what it does not take is dropped."""
    while not stop.wait(COURIER_SECONDS):
        if register.books.behaviour.is_down():
            continue
        for letter in register.answers():
            try:
                status, _ = line.post(door, letter)
            except TemporaryFailureError as fault:
                tell(f"{door}: {fault}")
            else:
                tell(f"{door}: {status}")
