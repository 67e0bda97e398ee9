"""The product in a folder of its own, started, killed and started again on the same port."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tools.places import ROOT
from tools.stress.hall.plan import Clock, Morning, Plan

COMMAND = [sys.executable, "-m", "qabyldau.config.cli"]
PASSWORD = "үш жұмсақ жаңғақ"  # noqa: S105  of people who do not exist
START_SECONDS = 180


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Installation:
    """`folder` is its home; without `database_url` it keeps everything in SQLite there."""

    folder: Path
    clock: Clock
    database_url: str = ""
    port: int = 0
    days: list[Morning] = field(default_factory=list)
    server: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.port = self.port or free_port()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def surroundings(self) -> dict[str, str]:
        given = {key: value for key, value in os.environ.items() if not key.startswith("QABYLDAU_")}
        return (
            given
            | self.clock.surroundings
            | {
                "DATABASE_URL": self.database_url,
                "DJANGO_SETTINGS_MODULE": "tools.stress.hall.settings",
                "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
                "QABYLDAU_ENV": "development",
                "QABYLDAU_VAR": str(self.folder),
                "PORT": str(self.port),
            }
        )

    def prepare(self, plan: Plan) -> list[Morning]:
        """Pages built, an office founded, people with hours: what the days look like in the morning."""
        for words in (["build_assets"], ["collectstatic", "--noinput", "-v0"]):
            self._run(*COMMAND, *words)
        numbers = (str(plan.officials), str(plan.people), str(plan.seed))
        return [_morning(one) for one in json.loads(self._people("build", *numbers, PASSWORD))]

    def judge(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._people("judge"))
        return found

    def start(self) -> None:
        """Returns when the pages answer."""
        with (self.folder / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                [*COMMAND, "run", "--no-sample"],
                cwd=ROOT,
                env=self.surroundings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.server.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/healthz", timeout=2).close()  # noqa: S310  our own
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
            else:
                return
        raise RuntimeError(f"the product did not start: {(self.folder / 'server.log').read_text()}")

    def kill(self) -> None:
        """Everything at once and without a word, as when the power goes."""
        if self.server is None:
            return
        for pid in _family(self.server.pid):
            _end(pid, signal.SIGKILL)
        self.server.wait()
        self.server = None

    def _people(self, *words: str) -> str:
        return self._run(sys.executable, "-m", "tools.stress.hall.people", *words).splitlines()[-1]

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, cwd=ROOT, env=self.surroundings, stdout=subprocess.PIPE, text=True, check=True
        )
        return done.stdout


def _morning(told: dict[str, Any]) -> Morning:
    people = tuple((appeal, datetime.fromisoformat(hour)) for appeal, hour in told["people"])
    return Morning(told["day"], told["official"], people, frozenset(told["secrets"]))


def _family(parent: int) -> list[int]:
    """A process and all below it."""
    found = [parent]
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        for word in task.read_text(encoding="ascii").split():
            found += _family(int(word))
    return found


def _end(pid: int, how: signal.Signals) -> None:
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        return
