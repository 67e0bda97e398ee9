"""Remembering what is already made: a stamp holds the fingerprint of what it was made from."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from tools.places import ROOT


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """Names and contents of the files, and further words on which the result depends."""
    digest = hashlib.sha256()
    for word in words:
        digest.update(word.encode() + b"\0")
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_made(stamp: Path, mark: str) -> bool:
    return stamp.is_file() and stamp.read_text() == mark


def note_made(stamp: Path, mark: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(mark)
