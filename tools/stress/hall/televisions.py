"""Boards of the hall without a screen: each keeps the stream, comes back when it breaks, and counts calls."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

import httpx

RETRY_SECONDS, SILENCE_SECONDS, SETTLED_SECONDS = 1.0, 12.0, 1.0


@dataclass(slots=True)
class Television:
    """What one board announced, in order; `seen` is every word it was ever sent."""

    said: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    gaps: list[float] = field(default_factory=list)


class Hall:
    """All boards, and who waits to hear a number."""

    def __init__(self, address: str, count: int) -> None:
        self.address = address
        self.televisions = [Television() for _ in range(count)]
        self.heard = threading.Condition()
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self._watch, args=(one,)) for one in self.televisions]

    def open(self) -> None:
        for one in self.threads:
            one.start()

    def settle(self) -> None:
        """What is on its way to the boards arrives."""
        self.over.wait(SETTLED_SECONDS)

    def close(self) -> None:
        self.over.set()
        for one in self.threads:
            one.join()

    def wait_for(self, begins: str, seconds: float) -> bool:
        """Whoever was called goes in when every board has said the number."""

        def everywhere() -> bool:
            return all(any(key.startswith(begins) for key in one.said) for one in self.televisions)

        with self.heard:
            return self.heard.wait_for(everywhere, seconds)

    def said(self) -> list[Counter[str]]:
        return [Counter(one.said) for one in self.televisions]

    def _watch(self, television: Television) -> None:
        last = time.monotonic()
        with httpx.Client(timeout=httpx.Timeout(SILENCE_SECONDS, connect=2)) as line:
            while not self.over.is_set():
                try:
                    with line.stream("GET", f"{self.address}/live/board/") as stream:
                        stream.raise_for_status()
                        for text in stream.iter_lines():
                            last = self._take(television, text, last)
                            if self.over.is_set():
                                return
                except httpx.HTTPError:
                    self.over.wait(RETRY_SECONDS)

    def _take(self, television: Television, text: str, last: float) -> float:
        if not text.startswith("data: {"):
            return last
        television.seen.add(text)
        television.gaps.append(time.monotonic() - last)
        fresh = [
            call["key"]
            for call in json.loads(text.removeprefix("data: "))["calls"]
            if not call["inside"] and call["key"] not in television.known
        ]
        with self.heard:
            television.known.update(fresh)
            television.said.extend(reversed(fresh))
            self.heard.notify_all()
        return time.monotonic()
