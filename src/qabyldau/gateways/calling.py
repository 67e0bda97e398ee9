"""One call to a provider over HTTP: short time-outs, no redirects, an end however slowly it answers."""

import http.client
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from threading import Timer
from urllib.parse import urlsplit

from qabyldau.ports.delivery import Fault, TemporaryFailureError

BYTES = 64 * 1024
LONGEST_WAIT = 3600
FINE = range(200, 300)


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds for a connection, and for everything after it."""

    connect: float = 3.0
    answer: float = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    text: str
    after: timedelta | None = None


@contextmanager
def deadline(connection: socket.socket, seconds: float) -> Iterator[None]:
    """A side that drips a byte at a time is as good as silent: the line is cut under it."""
    timer = Timer(seconds, lambda: cut(connection))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def cut(connection: socket.socket | None) -> None:
    """Under TLS as well: the socket itself is cut, so whoever waits in a read wakes."""
    if connection is None:
        return
    with suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


def call(
    method: str, url: str, content: bytes | None, headers: Mapping[str, str], patience: Patience
) -> Answer:
    """The answer, or a temporary failure: not connected, not answered, or more than anybody says."""
    parts = urlsplit(url)
    line = _line(parts.scheme, parts.hostname or "", parts.port, patience)
    try:
        _connect(line)
        line.sock.settimeout(patience.answer)
        path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        until = time.monotonic() + patience.answer
        with deadline(line.sock, patience.answer):
            answer = _asked(line, method, path, content, headers)
        # A line cut in the middle looks like a short answer.
        if time.monotonic() >= until:
            raise TemporaryFailureError(Fault.NO_ANSWER)
        return answer
    finally:
        line.close()


def _line(scheme: str, host: str, port: int | None, patience: Patience) -> http.client.HTTPConnection:
    if scheme == "https":
        safe = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=patience.connect, context=safe)
    return http.client.HTTPConnection(host, port, timeout=patience.connect)


def _connect(line: http.client.HTTPConnection) -> None:
    try:
        line.connect()
    except ssl.SSLError as fault:
        raise TemporaryFailureError(Fault.NOT_SECURE) from fault
    except OSError as fault:
        raise TemporaryFailureError(Fault.NO_CONNECTION) from fault


def _asked(
    line: http.client.HTTPConnection,
    method: str,
    path: str,
    content: bytes | None,
    headers: Mapping[str, str],
) -> Answer:
    try:
        line.request(method, path, body=content, headers=dict(headers))
        response = line.getresponse()
        body = response.read(BYTES + 1)
    except (OSError, http.client.HTTPException) as fault:
        raise TemporaryFailureError(Fault.NO_ANSWER) from fault
    if len(body) > BYTES:
        raise TemporaryFailureError(Fault.NONSENSE)
    return Answer(response.status, body.decode("utf-8", "replace"), _wait(response.getheader("Retry-After")))


def _wait(told: str | None) -> timedelta | None:
    """Seconds, and no more than an hour of them; a date is not believed."""
    if told is None or not (told.isascii() and told.isdecimal()):
        return None
    return timedelta(seconds=min(int(told), LONGEST_WAIT))


def require_taken(answer: Answer) -> None:
    """A status that says "later": our side's fault or theirs, never the message's."""
    if answer.status in {401, 403}:
        raise TemporaryFailureError(Fault.SIGN_IN, after=answer.after)
    if answer.status in {408, 425, 429}:
        raise TemporaryFailureError(Fault.BUSY, after=answer.after)
    if answer.status not in FINE:
        raise TemporaryFailureError(Fault.BROKEN, after=answer.after)
