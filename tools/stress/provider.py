"""An SMS provider that speaks the protocol of SMSC over real HTTP, and misbehaves in every way we know.

What it hands to a phone is written down with its number: there a message that came twice, or never, is seen.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from urllib.parse import parse_qs

SECRET = "secret"  # noqa: S105  of a stub on the loopback
HTML = b"<html><body>Welcome to our new site!</body></html>"


class Wrong(StrEnum):
    """One way to misbehave at a request. TAKES: the message reaches the phone all the same."""

    CUT = "cut"
    CUT_TAKES = "cut_takes"
    SILENT = "silent"
    SILENT_TAKES = "silent_takes"
    DRIP_TAKES = "drip_takes"
    HTML = "html"
    HTML_TAKES = "html_takes"
    BROKEN = "broken"
    BROKEN_TAKES = "broken_takes"
    BUSY = "busy"
    SIGN_IN = "sign_in"
    NO_MONEY = "no_money"
    ANOTHERS = "anothers"
    ENDLESS = "endless"
    SWALLOWS = "swallows"


TAKES = frozenset(one for one in Wrong if one.endswith("_takes")) | {Wrong.ANOTHERS}
Chooser = Callable[[str], "Wrong | None"]


def never(_name: str) -> Wrong | None:
    """Nothing is wrong."""
    return None


def by_chance(seed: int, share: float, kinds: tuple[Wrong, ...] = tuple(Wrong)) -> Chooser:
    """Something is wrong with this share of the requests, each kind as often as another."""
    random, lock = Random(seed), threading.Lock()  # noqa: S311

    def choose(name: str) -> Wrong | None:
        with lock:
            found = random.choice(kinds) if random.random() < share else None
        # A question cannot be swallowed, nor taken.
        return None if name == "status.php" and found in {Wrong.SWALLOWS, Wrong.ANOTHERS} else found

    return choose


@dataclass
class Provider:
    """The books of the provider, and how it behaves now."""

    wrong: Chooser = never
    hang_seconds: float = 5.0
    statuses: dict[str, tuple[int, int]] = field(default_factory=dict)
    handed: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
    default_status: tuple[int, int] = (0, 0)

    def take(self, key: str) -> None:
        with self.lock:
            self.handed[key] += 1
            self.statuses[key] = self.default_status

    def status_of(self, key: str) -> tuple[int, int]:
        with self.lock:
            return self.statuses.get(key, (-3, 0))


class Handler(BaseHTTPRequestHandler):
    """send.php and status.php."""

    provider: Provider

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        asked = {name: values[0] for name, values in parse_qs(content).items()}
        name = self.path.rpartition("/")[2]
        wrong = self.provider.wrong(name)
        if wrong:
            with self.provider.lock:
                self.provider.met[f"{name} {wrong}"] += 1
        if name == "send.php" and (wrong is None or wrong in TAKES):
            self.provider.take(asked["id"])
        answer = self._status(asked) if name == "status.php" else {"id": int(asked["id"]), "cnt": 1}
        self._say(wrong, answer)

    def _status(self, asked: dict[str, str]) -> dict[str, int]:
        status, reason = self.provider.status_of(asked["id"])
        return {"status": status, "last_timestamp": 0, "err": reason}

    def _say(self, wrong: Wrong | None, answer: dict[str, int]) -> None:
        ways: dict[Wrong | None, Callable[[], None]] = {
            Wrong.CUT: self._cut,
            Wrong.CUT_TAKES: self._cut,
            Wrong.SILENT: self._hang,
            Wrong.SILENT_TAKES: self._hang,
            Wrong.DRIP_TAKES: self._drip,
            Wrong.HTML: lambda: self._send(200, HTML),
            Wrong.HTML_TAKES: lambda: self._send(200, HTML),
            Wrong.BROKEN: lambda: self._send(502, HTML),
            Wrong.BROKEN_TAKES: lambda: self._send(500, HTML),
            Wrong.BUSY: lambda: self._send(429, b"", {"Retry-After": "60"}),
            Wrong.SIGN_IN: lambda: self._json({"error_code": 2}),
            Wrong.NO_MONEY: lambda: self._json({"error_code": 3}),
            Wrong.ANOTHERS: lambda: self._json({"id": 1, "cnt": 1}),
            Wrong.ENDLESS: lambda: self._send(200, b"x" * 200_000),
        }
        ways.get(wrong, lambda: self._json(answer))()

    def _json(self, answer: dict[str, int]) -> None:
        self._send(200, json.dumps(answer).encode())

    def _send(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _cut(self) -> None:
        self.close_connection = True

    def _hang(self) -> None:
        time.sleep(self.provider.hang_seconds)
        self.close_connection = True

    def _drip(self) -> None:
        until = time.monotonic() + self.provider.hang_seconds
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while time.monotonic() < until:
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.05)
        self.close_connection = True

    def handle(self) -> None:
        """Whoever hangs up while we hang is no error of ours."""
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def log_message(self, *_words: object) -> None:
        return


def serve(provider: Provider, port: int = 0) -> ThreadingHTTPServer:
    """Listening on the loopback; `server_port` says where."""
    handler = type("BoundHandler", (Handler,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return server


def report(
    key: str, status: int, *, phone: str = "77000000001", reason: int = 0, secret: str = SECRET
) -> dict[str, str]:
    """A report as the provider brings it to our door, proved by its hash."""
    said = {"id": key, "phone": phone, "status": str(status), "err": str(reason)}
    proof = f"{key}:{phone}:{status}:{secret}".encode()
    return said | {"sha1": hashlib.sha1(proof).hexdigest(), "md5": hashlib.md5(proof).hexdigest()}  # noqa: S324
