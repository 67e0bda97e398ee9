"""Many at once: threads that start together, each with a connection of its own, and what became of each."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

T = TypeVar("T")
PATIENCE = 60


def race(attempts: Sequence[Callable[[], T]], *, threads: int = 0) -> list[T | Exception]:
    """What each attempt gave, or what it raised, in order. `threads`: so many at a time, all if 0."""
    width = threads or len(attempts)
    start = Barrier(width)
    lanes = [range(lane, len(attempts), width) for lane in range(width)]
    outcomes: dict[int, T | Exception] = {}

    def run(lane: range) -> None:
        start.wait(PATIENCE)
        try:
            for number in lane:
                outcomes[number] = _outcome(attempts[number])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(width) as pool:
        for done in [pool.submit(run, lane) for lane in lanes]:
            done.result(PATIENCE)
    return [outcomes[number] for number in range(len(attempts))]


def _outcome(attempt: Callable[[], T]) -> T | Exception:
    try:
        return attempt()
    except Exception as raised:
        return raised


def kinds(outcomes: Sequence[object]) -> dict[str, int]:
    """How often each thing happened, by the name of its class."""
    names = [type(one).__name__ for one in outcomes]
    return {name: names.count(name) for name in sorted(set(names))}
