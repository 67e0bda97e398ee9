"""`make test`: everything, unattended, with one closing line that says how many passed and failed.

Two stages run side by side, because most of the time is spent in one process; what a stage says is shown
when it has ended. One stage alone speaks as it goes.
"""

import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO

from tools import prepare, system
from tools.places import ROOT, VAR, program
from tools.postgres import private_cluster

RESULTS = VAR / "test-results"
PURE = ("law", "likeness", "competence", "rehearsal", "voice")
KEPT_BY_BOTH = ("flow", "web", "api", "letters", "gateways", "signatures")
SIDE_BY_SIDE = min(2, os.cpu_count() or 1)
SILENCE = 5  # pytest's exit code when it collected nothing


@dataclass(frozen=True)
class Stage:
    """One run of pytest: which folders of tests/, on which database, with which further words."""

    name: str
    folders: tuple[str, ...]
    on_postgres: bool = False
    words: tuple[str, ...] = ()


# Who may open and do what is asked of every address and role: minutes of work, decided above the database.
WITHOUT_MATRIX = ("--ignore", "tests/web/access")
# The longest first, so that the others run beside it.
STAGES = (
    Stage("postgres", KEPT_BY_BOTH, on_postgres=True, words=WITHOUT_MATRIX),
    Stage("sqlite", (*KEPT_BY_BOTH, "demo"), words=WITHOUT_MATRIX),
    Stage("access", ("web/access",)),
    Stage("law", (*PURE, "house"), words=("--doctest-modules", "src/qabyldau/regulation")),
    Stage("browser", ("start", "browser")),
)


@dataclass
class Count:
    """What came of a stage."""

    passed: int = 0
    failed: int = 0
    seconds: float = 0.0
    remark: str = ""


@dataclass
class Report:
    """What came of all stages so far."""

    counts: dict[str, Count] = field(default_factory=dict)

    def print(self) -> None:
        print("\n" + "=" * 60)
        for name, count in self.counts.items():
            line = f"{name:<10} {count.passed:>5} passed {count.failed:>4} failed {count.seconds:>7.1f} s"
            print(f"{line}  {count.remark}".rstrip())
        print("=" * 60)
        passed, failed = (
            sum(getattr(one, word) for one in self.counts.values()) for word in ("passed", "failed")
        )
        print(f"{passed} passed, {failed} failed", flush=True)

    @property
    def is_good(self) -> bool:
        return bool(self.counts) and not any(count.failed for count in self.counts.values())


@dataclass
class Runner:
    """Runs stages in processes of their own, and can end them all."""

    report: Report = field(default_factory=Report)
    children: list[subprocess.Popen[bytes]] = field(default_factory=list)
    stopped: bool = False

    def run_all(self, stages: list[Stage]) -> None:
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            try:
                for done in [pool.submit(self.run, stage, shown_at_end=len(stages) > 1) for stage in stages]:
                    done.result()
            except KeyboardInterrupt:
                self.stopped = True
                pool.shutdown(wait=False, cancel_futures=True)
                for child in self.children:
                    child.terminate()
                raise

    def run(self, stage: Stage, *, shown_at_end: bool) -> None:
        began = time.monotonic()
        print(f"--- {stage.name} begins", flush=True)
        with private_cluster() if stage.on_postgres else nullcontext("") as url:
            log, result = (RESULTS / f"{stage.name}.{kind}" for kind in ("log", "xml"))
            result.unlink(missing_ok=True)
            with log.open("wb") if shown_at_end else nullcontext() as output:
                code = self._tests_of(stage, url, result, output)
        found = count(result, code)
        found.seconds = time.monotonic() - began
        self.report.counts[stage.name] = found
        print(f"--- {stage.name}\n{log.read_text(errors='replace') if shown_at_end else ''}", flush=True)

    def _tests_of(self, stage: Stage, url: str, result: Path, output: IO[bytes] | None) -> int:
        folders = [f"tests/{name}" for name in stage.folders]
        child = subprocess.Popen(
            [program("python"), "-m", "pytest", *folders, *stage.words, f"--junitxml={result}"],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": url},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        self.children.append(child)
        if self.stopped:
            child.terminate()
        return child.wait()


def count(result: Path, code: int) -> Count:
    """A stage that broke off, or tested nothing, has failed even when no single test did."""
    found = Count()
    if result.exists():
        suites = ET.parse(result).getroot().iter("testsuite")  # noqa: S314 - written by our own pytest
        for one in suites:
            bad = sum(int(one.get(word, 0)) for word in ("failures", "errors", "skipped"))
            found.passed += int(one.get("tests", 0)) - bad
            found.failed += bad
    if found.passed + found.failed == 0 or code == SILENCE:
        found.failed, found.remark = max(1, found.failed), "nothing was tested"
    elif code and not found.failed:
        found.failed, found.remark = 1, f"pytest ended with code {code}"
    return found


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main(wanted: list[str]) -> int:
    """All stages, or those named; a stage that fails does not hide what the next ones find."""
    stages = [stage for stage in STAGES if not wanted or stage.name in wanted]
    signal.signal(signal.SIGTERM, _stop)
    prepare.main("dev")
    system.ensure([system.POSTGRES, system.CHROMIUM, system.POPPLER, system.GETTEXT])
    RESULTS.mkdir(parents=True, exist_ok=True)
    runner = Runner()
    runner.run_all(stages)
    runner.report.print()
    return 0 if runner.report.is_good else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped before the end: nothing is proved.")
