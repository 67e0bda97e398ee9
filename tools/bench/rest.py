"""Beside the registrations: how fast the product starts, what it holds, how it counts days and prints."""

import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from qabyldau.documents import letter_pdf, talon_pdf
from qabyldau.letters import render
from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.words import Language
from tests.letters.papers_sample import LETTERHEAD, TALON
from tests.letters.sample import heading, sample_letters

SHIFTS, TALONS = 1_000_000, 50
START_SECONDS, IDLE_MEGABYTES, SHIFT_SECONDS, TALON_MILLISECONDS = 3.0, 300, 0.3, 15
LETTER_MILLISECONDS = 60
FIRST_DAY, DAYS = date(2024, 1, 1), 1000


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
    days = [FIRST_DAY + timedelta(days=number) for number in range(DAYS)]
    began = time.perf_counter()
    for number in range(SHIFTS):
        KZ.shift(days[number % DAYS], number % 21 - 10)
    return Line(f"{SHIFTS:,} working-day shifts", time.perf_counter() - began, SHIFT_SECONDS, "s")


def talon() -> Line:
    """A talon with its QR code once the compiler is warm: the middle one of many."""
    times = []
    for _ in range(TALONS):
        began = time.perf_counter()
        talon_pdf(TALON, Language.KK)
        times.append(time.perf_counter() - began)
    return Line("a talon in PDF", 1000 * sorted(times)[TALONS // 2], TALON_MILLISECONDS, "ms")


def letter() -> tuple[Line, Line]:
    """A letter on the letterhead: the first one of the process, and one once the compiler is warm."""
    name = "refusal_outside_competence"
    notice, under, body = sample_letters(Language.KK)[name]
    times = []
    for number in range(TALONS):
        said = replace(heading(under), applicant=f"{name} {number}")
        began = time.perf_counter()
        letter_pdf(render(notice, Language.KK, said, body), LETTERHEAD, Language.KK)
        times.append(1000 * (time.perf_counter() - began))
    warm = sorted(times)[TALONS // 2]
    return (
        Line("the first letter in PDF", times[0], LETTER_MILLISECONDS, "ms"),
        Line("a letter in PDF", warm, TALON_MILLISECONDS, "ms"),
    )


def start(seconds: float) -> Line:
    return Line("the second start of the product", seconds, START_SECONDS, "s")


def idle(process: int) -> Line:
    return Line("memory of all its processes", idle_megabytes(process), IDLE_MEGABYTES, "MB")
