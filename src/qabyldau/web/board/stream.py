"""The stream of the board: the whole snapshot with every change, counted once for all televisions."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncGenerator
from typing import Any

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.utils import timezone

from qabyldau.web import live
from qabyldau.web.board import snapshot
from qabyldau.web.live import BEAT, Receive, Send
from qabyldau.web.public.chrome import the_office

# A board that heard nothing for 15 seconds says that it is stale: so we speak oftener than that.
BEAT_SECONDS = 5.0
# Hours come and minutes pass without anything being written: a snapshot older than this is taken again.
FRESH_SECONDS = 15.0
# After a restart of the server televisions are back within two seconds.
RETRY = b"retry: 1000\n\n"
# More televisions than any office has; whoever comes after them polls.
LISTENERS = 500
FULL = 503


class Newest:
    """The last snapshot taken, the sequence it was taken at, and when."""

    def __init__(self) -> None:
        self.seq = -1
        self.taken_at = 0.0
        self.message = b""
        self.turn = asyncio.Lock()

    async def at(self, seq: int) -> bytes:
        """The snapshot of this sequence; taken once for everybody who asks."""
        async with self.turn:
            if seq != self.seq or time.monotonic() - self.taken_at > FRESH_SECONDS:
                self.message = await sync_to_async(_message, thread_sensitive=False)(seq)
                self.seq, self.taken_at = seq, time.monotonic()
        return self.message


_newest: dict[asyncio.AbstractEventLoop, Newest] = {}


def _message(seq: int) -> bytes:
    close_old_connections()
    state = json.dumps(snapshot.taken(the_office(), timezone.now()), ensure_ascii=False)
    return f"id: {seq}\nevent: board\ndata: {state}\n\n".encode()


def _office_id() -> int:
    close_old_connections()
    return the_office().pk


async def messages(office_id: int) -> AsyncGenerator[bytes]:
    """The board at once, then anew with every change of the office; a beat while nothing changes."""
    newest = _newest.setdefault(asyncio.get_running_loop(), Newest())
    told, last = b"", 0
    yield RETRY
    async with contextlib.aclosing(live.HUB.sequences(office_id, BEAT_SECONDS)) as sequences:
        async for seq in sequences:
            last = last if seq is None else seq
            message = await newest.at(last)
            state = message.partition(b"\n")[2]
            # A change elsewhere in the office leaves the board as it was.
            yield BEAT if state == told else message
            told = state


async def application(_scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """ASGI: GET /live/board/, open to everybody, as the hall is."""
    if live.HUB.listeners >= LISTENERS:
        await live.answer(send, FULL)
        return
    office_id = await sync_to_async(_office_id, thread_sensitive=False)()
    await live.pour(messages(office_id), receive, send)
