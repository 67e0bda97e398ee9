"""What we need from the operating system: found, else installed when we are root, else named clearly."""

import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Need:
    """Something from the system's packages, under its Debian name."""

    package: str
    purpose: str
    is_met: Callable[[], bool]


def postgres_programs() -> Path | None:
    """The folder of the newest PostgreSQL server; Debian keeps it off the PATH."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).resolve().parent if elsewhere else None


def browser() -> str | None:
    given = os.environ.get("QABYLDAU_CHROMIUM")
    return given or next((path for name in BROWSERS if (path := shutil.which(name))), None)


VENV = Need(
    "python3-venv", "the virtual environment", lambda: importlib.util.find_spec("ensurepip") is not None
)
MAGIC = Need("libmagic1", "telling file types apart", lambda: ctypes.util.find_library("magic") is not None)
POSTGRES = Need("postgresql", "tests on PostgreSQL", lambda: postgres_programs() is not None)
CHROMIUM = Need("chromium", "browser tests", lambda: browser() is not None)
POPPLER = Need("poppler-utils", "reading PDF papers in tests", lambda: shutil.which("pdftotext") is not None)
GETTEXT = Need("gettext", "collecting texts for translation", lambda: shutil.which("xgettext") is not None)


def ensure(needs: Iterable[Need]) -> None:
    """Every need is met when this returns; else the program ends and says what to install."""
    missing = [need for need in needs if not need.is_met()]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        _install([need.package for need in missing])
        missing = [need for need in missing if not need.is_met()]
    if missing:
        wanted = "\n".join(f"  {need.package:<15} {need.purpose}" for need in missing)
        packages = " ".join(need.package for need in missing)
        sys.exit(f"Missing on this machine:\n{wanted}\nInstall it, e.g.:  sudo apt-get install {packages}")


def _install(packages: list[str]) -> None:
    print(f"Installing from the system's packages: {' '.join(packages)}", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *packages]):
        subprocess.run(
            ["apt-get", *command],
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )
