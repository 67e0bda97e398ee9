"""One question by HTTP to a service of the authority: short time-outs, no redirects, a bounded answer."""

import http.client
import ssl
import time
from urllib.parse import urlsplit

from qabyldau.ports.delivery import TemporaryFailureError

CONNECT_SECONDS, READ_SECONDS = 3.0, 8.0
CHUNK, BYTES = 65536, 20_000_000


def ask(url: str, content: bytes | None = None, kind: str = "", *, seconds: float = READ_SECONDS) -> bytes:
    """GET, or POST when there is content. Any answer but 200 is a failure of now."""
    status, said = answer(url, content, kind, seconds=seconds)
    if status != http.client.OK:
        raise TemporaryFailureError(f"http_{status}")
    return said


def answer(url: str, content: bytes | None, kind: str, *, seconds: float = READ_SECONDS) -> tuple[int, bytes]:
    """Status and content, whatever the status."""
    parts = urlsplit(url)
    line = _line(parts.scheme, parts.hostname or "", parts.port)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    headers = {"Content-Type": kind} if kind else {}
    try:
        line.connect()
        line.sock.settimeout(seconds)
        line.request("GET" if content is None else "POST", path, body=content, headers=headers)
        response = line.getresponse()
        return response.status, _read(response, time.monotonic() + seconds)
    except (OSError, http.client.HTTPException) as fault:
        raise TemporaryFailureError("not_answered") from fault
    finally:
        line.close()


def _line(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(
            host, port, timeout=CONNECT_SECONDS, context=ssl.create_default_context()
        )
    return http.client.HTTPConnection(host, port, timeout=CONNECT_SECONDS)


def _read(response: http.client.HTTPResponse, until: float) -> bytes:
    """A side that drips a byte at a time is as good as silent."""
    parts, length = [], 0
    while chunk := response.read1(CHUNK):
        parts.append(chunk)
        length += len(chunk)
        if length > BYTES or time.monotonic() > until:
            raise TimeoutError
    return b"".join(parts)
