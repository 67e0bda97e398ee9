"""Beside the registrations: how fast the product starts, what it holds, how it counts days and prints a talon."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SHIFTS = 1_000_000
STATEMENTS, START_SECONDS, IDLE_MEGABYTES, SHIFT_SECONDS, TALON_MILLISECONDS = 12, 3.0, 300, 0.3, 15


@dataclass(frozen=True)
class Line:
    """One figure beside what was wished for."""

    what: str
    found: float
    wished: float
    unit: str

    def print(self) -> None:
        verdict = "ok" if self.found <= self.wished else "MISSED"
        print(
            f"{self.what:<46}{self.found:>9.1f} {self.unit:<4} wished {self.wished:g} {self.unit}  {verdict}",
            flush=True,
        )


def idle_megabytes(parent: int) -> float:
    """What the process and all it started hold: shared pages are counted once (PSS)."""
    return sum(_pss_kilobytes(pid) for pid in (parent, *_below(parent))) / 1024


def _below(parent: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        for word in task.read_text(encoding="ascii").split():
            found += [int(word), *_below(int(word))]
    return found


def _pss_kilobytes(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def shifts() -> Line:
    """Working days forth and back, of any length, over all known years."""
    from qabyldau.regulation.calendars.kz import KZ  # noqa: PLC0415 - the law needs no set-up, the rest does

    days = sorted(day for year in (2024, 2025, 2026) for day in _days(year))
    began = time.perf_counter()
    for number in range(SHIFTS):
        KZ.shift(days[number % len(days)], number % 21 - 10)
    return Line(f"{SHIFTS:,} working-day shifts", time.perf_counter() - began, SHIFT_SECONDS, "s")


