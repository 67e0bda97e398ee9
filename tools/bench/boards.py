"""How soon a call stands on two hundred boards: from the press of the button to the last of them.

    make bench BOARDS=1                on both databases
    python -m tools.bench.boards       on that of DATABASE_URL, SQLite where there is none

The boards are streams in one process of ours; the time counts from the moment the clerk presses, so the act
itself is inside it.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import threading
import time
from pathlib import Path

from tools.bench.place import empty
from tools.bench.rest import Line
from tools.stress.hall.clerks import Cut, Desk, Visitor
from tools.stress.hall.installation import Installation
from tools.stress.hall.plan import Clock, Plan
from tools.stress.hall.televisions import Hall

BOARDS, CALLS, PEOPLE = 200, 20, 3
WISHED = {"sqlite": 1000.0, "postgresql": 300.0}
SETTLE_SECONDS, CALL_SECONDS = 2.0, 5.0


class Boards:
    """Streams that note when each message with a call came."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.came: list[float] = []
        self.opened = 0
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def open(self) -> None:
        self.thread.start()
        for _ in range(BOARDS):
            asyncio.run_coroutine_threadsafe(self._watch(), self.loop)
        while self.opened < BOARDS:
            time.sleep(0.05)
        time.sleep(SETTLE_SECONDS)

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    async def _watch(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(b"GET /live/board/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        first = True
        while line := await reader.readline():
            if line.startswith(b"data: {"):
                self.opened += first
                if not first:
                    self.came.append(time.perf_counter())
                first = False

    def of_one_call(self, since: float) -> list[float]:
        """Milliseconds until each board had it; those of whom nothing came count as the whole patience."""
        until = time.perf_counter() + CALL_SECONDS
        while len(self.came) < BOARDS and time.perf_counter() < until:
            time.sleep(0.02)
        found = sorted(1000 * (moment - since) for moment in self.came)[:BOARDS]
        self.came.clear()
        return found + [1000 * CALL_SECONDS] * (BOARDS - len(found))


def main() -> None:
    measure(os.environ.get("DATABASE_URL", ""))


def on_both() -> None:
    for database in WISHED:
        with empty(database) as url:
            measure(url)


def measure(url: str) -> None:
    """Two lines for this database; an empty address is SQLite."""
    database = "postgresql" if url else "sqlite"
    with tempfile.TemporaryDirectory(prefix="boards-") as folder:
        place = Installation(Path(folder), Clock(Path(folder) / "clock", speed=1.0), url)
        place.days = place.prepare(Plan(officials=1, people=PEOPLE))
        place.start()
        place.clock.begin()
        try:
            times = sorted(_measured(place))
        finally:
            place.kill()
    middle, last = times[len(times) // 2], times[int(len(times) * 0.99)]
    Line(f"a call on {BOARDS} boards, p50 ({database})", middle, WISHED[database], "ms").print()
    Line(f"a call on {BOARDS} boards, p99 ({database})", last, WISHED[database], "ms").print()


def _measured(place: Installation) -> list[float]:
    """One number, called again and again while every board looks on."""
    desk = Desk(place.address, place.days[0], [], place.clock, Hall(place.address, 0), Cut())
    desk.sign_in()
    for appeal, hour in place.days[0].people:
        desk.check_in(Visitor(appeal, hour))
    desk.call()
    boards = Boards(place.port)
    boards.open()
    times = []
    for _ in range(CALLS):
        boards.came.clear()
        began = time.perf_counter()
        desk.press("call_again")
        times += boards.of_one_call(began)
    boards.close()
    desk.line.close()
    return times


if __name__ == "__main__":
    main()
