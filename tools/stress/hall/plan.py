"""Which day is lived through: how many officials and people, how fast, what goes wrong and when."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Oral")
MORNING = datetime(2026, 3, 19, 8, 30, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Plan:
    """Hours are counted from the morning; `cut_at` is when the clerks' network is away for five minutes."""

    officials: int = 12
    people: int = 300
    televisions: int = 6
    speed: float = 90.0
    seed: int = 289
    kills_at: tuple[timedelta, ...] = (timedelta(hours=2), timedelta(hours=5))
    cut_at: timedelta | None = timedelta(hours=3)
    cut_for: timedelta = timedelta(minutes=5)
    away_at: timedelta | None = timedelta(hours=4)

    @property
    def each(self) -> int:
        """People of one official."""
        return self.people // self.officials


@dataclass(frozen=True, slots=True)
class Morning:
    """One official's day as it stands before it begins: who has which hour, and what no board may show."""

    day: int
    official: int
    people: tuple[tuple[int, datetime], ...]
    secrets: frozenset[str]


@dataclass(slots=True)
class Clock:
    """The clock of the office, as its server counts it too. It stands at the morning until it is begun."""

    file: Path
    speed: float
    started: float = 0.0

    def begin(self) -> None:
        """From now on time passes: for us, and for servers that look into the file."""
        self.started = time.time()
        draft = self.file.with_suffix(".new")
        draft.write_text(repr(self.started), encoding="ascii")
        draft.replace(self.file)

    def now(self) -> datetime:
        passed = time.time() - self.started if self.started else 0.0
        return MORNING + timedelta(seconds=passed * self.speed)

    def sleep_until(self, moment: datetime) -> None:
        seconds = (moment - self.now()).total_seconds() / self.speed
        if seconds > 0:
            time.sleep(seconds)

    @property
    def surroundings(self) -> dict[str, str]:
        """What the server has to know of it."""
        return {
            "STRESS_CLOCK": str(self.file),
            "STRESS_SPEED": repr(self.speed),
            "STRESS_MORNING": MORNING.isoformat(),
        }
