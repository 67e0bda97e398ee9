"""Set-up: `prepare run` makes what the product needs, `prepare dev` what its tests and checks need as well.

Each step leaves a stamp, so that doing it again costs nothing until what it was made from has changed.
"""

import os
import subprocess
import sys
from pathlib import Path

from tools import system
from tools.places import PACKAGE, REQUIREMENTS, ROOT, STAMPS, VAR, VENV, program
from tools.stamps import fingerprint, is_made, note_made

PIP = [program("python"), "-m", "pip", "install", "-qq", "--no-compile", "--disable-pip-version-check"]
LOCKED = ["--require-hashes", "--no-deps", "-r"]


def _do(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(f"Set-up stopped: this failed: {' '.join(command)}")


def _is_done(command: list[str]) -> bool:
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def environment() -> None:
    """A virtual environment of this very folder; one that was moved here is made anew."""
    stamp, mark = STAMPS / "place", str(VENV)
    stands = Path(program("python")).exists()
    if stands and (is_made(stamp, mark) or not stamp.exists()):
        note_made(stamp, mark)
        return
    print("Making the virtual environment .venv", flush=True)
    system.ensure([system.VENV])
    _do([getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", str(VENV)])
    note_made(stamp, mark)


def packages(kind: str) -> None:
    """The locked packages; those of `dev` include those of `run`."""
    lock = REQUIREMENTS / f"{kind}.txt"
    stamp, mark = STAMPS / "packages", fingerprint([lock])
    everything = fingerprint([REQUIREMENTS / "dev.txt"])
    if is_made(stamp, mark) or (kind == "run" and is_made(stamp, everything)):
        return
    print(f"Installing the packages of requirements/{kind}.txt", flush=True)
    if not _installed_fast(lock):
        _do([*PIP, *LOCKED, str(lock)])
    note_made(stamp, mark)


def _installed_fast(lock: Path) -> bool:
    """By uv, which needs seconds where pip needs a quarter of a minute; it may not reach what pip reaches."""
    uv = program("uv")
    if not Path(uv).exists() and not _is_done([*PIP, *LOCKED, str(REQUIREMENTS / "installer.txt")]):
        return False
    return _is_done([uv, "pip", "install", "--python", program("python"), *LOCKED, str(lock)])


def ourselves() -> None:
    """The `qabyldau` command, reading straight from src/; the builder is among the packages."""
    stamp, mark = STAMPS / "ourselves", fingerprint([ROOT / "pyproject.toml"])
    if is_made(stamp, mark):
        return
    _do([*PIP, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    note_made(stamp, mark)


def texts() -> None:
    """Translations, compiled beside their sources."""
    sources = list(PACKAGE.rglob("*.po"))
    stamp, mark = STAMPS / "texts", fingerprint(sources)
    if is_made(stamp, mark) and all(path.with_suffix(".mo").exists() for path in sources):
        return
    print("Compiling the translations", flush=True)
    _do([program("qabyldau"), "compile-texts"])
    note_made(stamp, mark)


def static() -> None:
    """The font, and all static files under names that browsers may keep for ever."""
    sources = [path for folder in PACKAGE.rglob("static") for path in folder.rglob("*") if path.is_file()]
    lock, maker = REQUIREMENTS / "run.txt", PACKAGE / "web" / "fonts.py"
    stamp, mark = VAR / "static" / ".stamp", fingerprint([*sources, lock, maker], str(VAR))
    if is_made(stamp, mark):
        return
    print("Building the font and the static files", flush=True)
    _do([program("qabyldau"), "build-assets"])
    _do([program("qabyldau"), "collectstatic", "--noinput", "--clear", "--verbosity", "0"])
    note_made(stamp, mark)


def main(kind: str) -> None:
    environment()
    packages(kind)
    ourselves()
    system.ensure([system.MAGIC])
    texts()
    static()


if __name__ == "__main__":
    main(sys.argv[1])
    if sys.argv[2:]:
        command = [program(sys.argv[2]), *sys.argv[3:]]
        os.chdir(ROOT)
        os.execv(command[0], command)  # noqa: S606 - the product takes our place
