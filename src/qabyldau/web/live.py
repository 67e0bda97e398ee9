"""Live streams: one watcher a process, any number of listeners, each told the newest state of its office.

A change of an office is a new link of its journal, so the stream's sequence is the journal's. SQLite is
asked for its data version five times a second; PostgreSQL notifies (a trigger on the journal does it).
A message is the whole state, so a listener that missed one has lost nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

import psycopg
from django.conf import settings
from django.core import signing

logger = logging.getLogger(__name__)
SALT = "live"
LOOK_SECONDS, BEAT_SECONDS, HEAL_SECONDS, RETRY_SECONDS = 0.2, 15.0, 30.0, 1.0
LINK_LIFE_SECONDS = 12 * 3600
RETRY, BEAT = b"retry: 2000\n\n", b"event: beat\ndata: 1\n\n"
HEADS = "SELECT office_id, seq FROM journal_head"
Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]


def link(office_id: int) -> str:
    """Address of an office's stream, for pages of its own staff; it names no person and grows old."""
    return f"/live/?key={signing.dumps(office_id, salt=SALT)}"


class Hub:
    """The newest sequence of every office, and who waits for the next one."""

    def __init__(self) -> None:
        self.heads: dict[int, int] = {}
        self.changed = asyncio.Event()
        self.listeners = 0
        self.watcher: asyncio.Task[None] | None = None

    def publish(self, heads: dict[int, int]) -> None:
        if heads != self.heads:
            self.heads = heads
            changed, self.changed = self.changed, asyncio.Event()
            changed.set()

    async def stream(self, office_id: int) -> AsyncIterator[bytes]:
        """Server-sent events: the state at once, then every change; a beat while nothing changes."""
        yield RETRY
        async with contextlib.aclosing(self.sequences(office_id)) as sequences:
            async for seq in sequences:
                yield BEAT if seq is None else _event(seq)

    async def sequences(self, office_id: int, beat: float = BEAT_SECONDS) -> AsyncGenerator[int | None]:
        """The newest sequence at once, then every later one; None when nothing came for a beat."""
        self._join()
        try:
            told = -1
            while True:
                changed, seq = self.changed, self.heads.get(office_id, 0)
                if seq != told:
                    told = seq
                    yield seq
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), beat)
                    continue
                yield None
        finally:
            self._leave()

    def _join(self) -> None:
        self.listeners += 1
        if self.watcher is None or self.watcher.done():
            self.watcher = asyncio.get_running_loop().create_task(_watch(self))

    def _leave(self) -> None:
        self.listeners -= 1
        if not self.listeners and self.watcher:
            self.watcher.cancel()
            self.watcher = None


def _event(seq: int) -> bytes:
    return f"id: {seq}\nevent: change\ndata: {json.dumps({'seq': seq})}\n\n".encode()


async def _watch(hub: Hub) -> None:
    database = settings.DATABASES["default"]
    watch = _watch_sqlite if "sqlite" in database["ENGINE"] else _watch_postgresql
    while True:
        try:
            await watch(hub, database)
        except (OSError, psycopg.Error, _sqlite().Error) as fault:
            logger.warning("the live watcher starts anew after %s", type(fault).__name__)
            await asyncio.sleep(RETRY_SECONDS)


async def _watch_sqlite(hub: Hub, database: dict[str, Any]) -> None:
    connection = _sqlite().connect(database["NAME"], isolation_level=None)
    with contextlib.closing(connection):
        seen = None
        while True:
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            if version != seen:
                seen = version
                hub.publish(dict(connection.execute(HEADS).fetchall()))
            await asyncio.sleep(LOOK_SECONDS)


def _sqlite() -> Any:  # noqa: ANN401  the module that settings put in place of the system's
    import sqlite3  # noqa: PLC0415

    return sqlite3


async def _watch_postgresql(hub: Hub, database: dict[str, Any]) -> None:
    named = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    where = {name: database[key] for name, key in named.items() if database.get(key)}
    async with await psycopg.AsyncConnection.connect(**where, autocommit=True) as connection:
        await connection.execute("LISTEN journal")
        while True:
            rows = await (await connection.execute(HEADS)).fetchall()
            hub.publish({int(office): int(seq) for office, seq in rows})
            async for _ in connection.notifies(timeout=HEAL_SECONDS, stop_after=1):
                break


HUB = Hub()


async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """ASGI: GET /live/?key=…; a key that does not hold gets 403 and no reason."""
    key = parse_qs(scope["query_string"].decode()).get("key", [""])[0]
    try:
        office_id = int(signing.loads(key, salt=SALT, max_age=LINK_LIFE_SECONDS))
    except signing.BadSignature:
        await answer(send, 403)
        return
    await pour(HUB.stream(office_id), receive, send)


async def pour(stream: AsyncIterator[bytes], receive: Receive, send: Send) -> None:
    """Send a stream until the browser goes away."""
    await answer(send, 200, more=True)
    gone = asyncio.ensure_future(_gone(receive))
    try:
        async for message in stream:
            if gone.done():
                break
            await send({"type": "http.response.body", "body": message, "more_body": True})
    finally:
        gone.cancel()
        await stream.aclose()  # type: ignore[attr-defined]  # an async generator


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue


async def answer(send: Send, status: int, *, more: bool = False) -> None:
    headers = [
        (b"content-type", b"text/event-stream" if more else b"text/plain"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if not more:
        await send({"type": "http.response.body", "body": b""})
