"""What changed between two versions of a text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\s]+")
LARGEST = 4000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `mark` is same, added or gone."""

    text: str
    mark: str


def compared(old: str, new: str) -> list[Piece]:
    """Both texts in one: what went, what came, what stayed. Very long ones are compared by lines."""
    left, right = _units(old, new)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("".join(left[a:b]), "same"))
            continue
        gone, added = "".join(left[a:b]), "".join(right[c:d])
        found += [Piece(text, mark) for text, mark in ((gone, "gone"), (added, "added")) if text]
    return found


def _units(old: str, new: str) -> tuple[list[str], list[str]]:
    words = WORDS.findall(old), WORDS.findall(new)
    if len(words[0]) + len(words[1]) <= LARGEST:
        return words
    return old.splitlines(keepends=True), new.splitlines(keepends=True)
