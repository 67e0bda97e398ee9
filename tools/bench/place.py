"""Where a measurement lives: an empty database, a folder and an environment of its own."""

import os
import subprocess
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from tools.places import ROOT
from tools.postgres import private_cluster


def empty(database: str) -> AbstractContextManager[str]:
    """An empty database of that kind, by its address; SQLite's is in the folder of the installation."""
    return private_cluster() if database == "postgresql" else nullcontext("")


def environment(folder: Path, database_url: str, port: int) -> dict[str, str]:
    return os.environ | {
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "tools.bench.settings",
        "PYTHONPATH": str(ROOT),
        "QABYLDAU_ENV": "development",
        "QABYLDAU_VAR": str(folder),
        "PORT": str(port),
    }


def run(surroundings: dict[str, str], *command: str) -> str:
    """What the command said; what it complained about is seen as it goes."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout
