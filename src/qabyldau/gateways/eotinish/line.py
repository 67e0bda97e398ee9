"""One POST to a SOAP end: short time-outs, no redirects, never more than it may say."""

import http.client
import ssl
import time
from urllib.parse import urlsplit

from qabyldau.gateways.eotinish.names import BYTES
from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.eotinish import GarbageError, UnansweredError

CONNECT_SECONDS, READ_SECONDS = 3.0, 10.0
CHUNK = 65536
HEADERS = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""', "Accept": "text/xml"}


def post(url: str, content: bytes, *, seconds: float = READ_SECONDS) -> tuple[int, bytes]:
    """Status and content. Not connected: nothing went out. Afterwards: it may have been taken."""
    parts = urlsplit(url)
    line = _line(parts.scheme, parts.hostname or "", parts.port)
    try:
        try:
            line.connect()
        except OSError as fault:
            raise TemporaryFailureError("not_connected") from fault
        line.sock.settimeout(seconds)
        return _asked(line, parts.path or "/", content, time.monotonic() + seconds)
    finally:
        line.close()


def _line(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        safe = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=CONNECT_SECONDS, context=safe)
    return http.client.HTTPConnection(host, port, timeout=CONNECT_SECONDS)


def _asked(line: http.client.HTTPConnection, path: str, content: bytes, until: float) -> tuple[int, bytes]:
    try:
        line.request("POST", path, body=content, headers=HEADERS)
        response = line.getresponse()
        return response.status, _read(response, until)
    except TimeoutError as fault:
        raise UnansweredError("timed_out") from fault
    except (OSError, http.client.HTTPException) as fault:
        raise UnansweredError("cut_off") from fault


def _read(response: http.client.HTTPResponse, until: float) -> bytes:
    """A side that drips a byte at a time is as good as silent."""
    content = b""
    while chunk := response.read1(CHUNK):
        content += chunk
        if len(content) > BYTES:
            raise GarbageError("too_long")
        if time.monotonic() > until:
            raise TimeoutError
    return content
