"""`make check`: all that can be judged without running the product, each with one line of result."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass

from tools import prepare, system
from tools.places import ROOT, program

PYTHON_SOURCES = ("src", "tests", "tools")


@dataclass(frozen=True)
class Check:
    """A question to the tree, asked by a program of our environment."""

    question: str
    command: tuple[str, ...]


CHECKS = (
    Check("lint", ("ruff", "check", "--quiet", *PYTHON_SOURCES)),
    Check("format", ("ruff", "format", "--check", "--quiet", *PYTHON_SOURCES)),
    Check("types", ("mypy", "--no-error-summary")),
    Check("import contracts", ("lint-imports", "--no-logo")),
    Check("templates", ("djlint", "src", "--lint", "--quiet")),
    Check("migrations complete", ("python", "-m", "tools.migrations")),
    Check("translations complete", ("python", "-m", "tools.translations", "check")),
    Check("generated pages", ("python", "-m", "tools.pages", "--check")),
    Check("house rules", ("pytest", "tests/house")),
)


def ask(check: Check) -> bool:
    """Whether the answer is good; a bad one is printed whole."""
    began = time.monotonic()
    done = subprocess.run(
        [program(check.command[0]), *check.command[1:]],
        cwd=ROOT,
        env=os.environ | {"QABYLDAU_ENV": "test"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    is_good = done.returncode == 0
    print(
        f"{'ok' if is_good else 'FAILED':<7}{check.question} ({time.monotonic() - began:.1f} s)", flush=True
    )
    if not is_good:
        print(done.stdout.rstrip(), flush=True)
    return is_good


def put_in_shape() -> None:
    """`make format`: what the linters can mend by themselves."""
    for command in (("check", "--fix", "--quiet"), ("format",)):
        subprocess.run([program("ruff"), *command, *PYTHON_SOURCES], cwd=ROOT, check=False)


def main() -> int:
    prepare.main("dev")
    system.ensure([system.GETTEXT])
    bad = [check.question for check in CHECKS if not ask(check)]
    print(f"Not good: {', '.join(bad)}" if bad else "All good.")
    return int(bool(bad))


if __name__ == "__main__":
    if sys.argv[1:] == ["format"]:
        put_in_shape()
    else:
        sys.exit(main())
