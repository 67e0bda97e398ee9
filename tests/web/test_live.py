"""The live stream: tells its own office that something happened, and nobody else."""

import asyncio
from typing import Any

import pytest
from django.core import signing

from qabyldau.web import live


async def ask(query: str) -> list[dict[str, Any]]:
    """What the stream answers until its first message about a change."""
    sent: list[dict[str, Any]] = []
    enough = asyncio.Event()

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)
        if message.get("status") == 403 or b"event: change" in message.get("body", b""):
            enough.set()

    async def receive() -> dict[str, Any]:
        await enough.wait()
        return {"type": "http.disconnect"}

    scope = {"type": "http", "path": "/live/", "query_string": query.encode()}
    task = asyncio.ensure_future(live.application(scope, receive, send))
    await asyncio.wait_for(enough.wait(), 5)
    task.cancel()
    return sent


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> live.Hub:
    """A hub that watches no database: the test publishes."""
    hub = live.Hub()

    async def nothing(_hub: live.Hub) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(live, "HUB", hub)
    monkeypatch.setattr(live, "_watch", nothing)
    return hub


def test_the_stream_gives_the_whole_state_at_once(still: live.Hub) -> None:
    still.publish({7: 12, 8: 99})
    query = live.link(7).partition("?")[2]

    sent = asyncio.run(ask(query))

    body = b"".join(message.get("body", b"") for message in sent)
    assert b'data: {"seq": 12}' in body
    assert b"99" not in body


@pytest.mark.parametrize("query", ["", "key=7", "key=" + signing.dumps(7, salt="other")])
def test_without_a_key_of_ours_there_is_no_stream(still: live.Hub, query: str) -> None:
    sent = asyncio.run(ask(query))

    assert [message.get("status") for message in sent if "status" in message] == [403]
    assert still.listeners == 0


def test_a_listener_hears_the_next_change(still: live.Hub) -> None:
    async def listen() -> list[bytes]:
        heard = []
        stream = still.stream(7)
        async for message in stream:
            heard.append(message)
            if len(heard) == 2:
                still.publish({7: 1})
            if len(heard) == 3:
                break
        await stream.aclose()  # type: ignore[attr-defined]
        return heard

    heard = asyncio.run(listen())

    assert b'"seq": 0' in heard[1]
    assert b'"seq": 1' in heard[2]
    assert still.listeners == 0
