"""Files and functions stay small enough to be read."""

import re

from tests.house import tree
from tools.places import ROOT

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 30
# Written so that this file does not find itself.
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/\w")


def test_no_file_is_long() -> None:
    long = [
        f"{tree.place(path)}: {count} lines"
        for name in ("src", "tests", "tools")
        for path in tree.sources(".py", ".html", ".js", under=ROOT / name)
        if "migrations" not in path.parts
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > LINES_OF_A_FILE
    ]

    assert not long


def test_no_function_is_long() -> None:
    long = [
        f"{tree.place(path, function)} {function.name}: {count} lines"
        for path in tree.modules()
        for function in tree.functions(path)
        if (count := (function.end_lineno or 0) - function.lineno + 1) > LINES_OF_A_FUNCTION
    ]

    assert not long


def test_nothing_is_left_unfinished() -> None:
    left = [
        f"{tree.place(path)}: {found.group()}"
        for name in ("src", "tests", "tools")
        for path in tree.sources(".py", ".html", ".css", ".js", ".typ", under=ROOT / name)
        if (found := UNFINISHED.search(path.read_text(encoding="utf-8")))
    ]

    assert not left


def test_no_file_speaks_of_one_machine() -> None:
    spoken = [
        f"{tree.place(path)}: {found.group()}"
        for name in ("src", "tests", "tools", "docs")
        for path in tree.sources(
            ".py", ".html", ".css", ".js", ".md", ".toml", ".typ", ".txt", under=ROOT / name
        )
        if (found := ONE_MACHINE.search(path.read_text(encoding="utf-8")))
    ]

    assert not spoken
