"""What appeals are about, in three levels, and which body is competent for each: the data files as values."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from qabyldau.regulation.words import Words

HERE = Path(__file__).parent


class Level(StrEnum):
    """Whose matter it is."""

    LOCAL = "local"
    TERRITORIAL = "territorial"
    CENTRAL = "central"
    COURT = "court"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Body:
    """Who is competent."""

    code: str
    level: Level
    name: Words

    @property
    def is_ours(self) -> bool:
        """Whether a reception may deal with it; otherwise the appeal is redirected."""
        return self.level in {Level.LOCAL, Level.TERRITORIAL}


@dataclass(frozen=True, slots=True)
class Subject:
    """The third level, with the names of the two above it."""

    code: str
    name: Words
    category: Words
    section: Words
    body: Body
    needs: frozenset[str]
    helps: frozenset[str]


@cache
def bodies() -> dict[str, Body]:
    return {code: Body(code, Level(row["level"]), _words(row)) for code, row in _table("bodies").items()}


@cache
def subjects() -> tuple[Subject, ...]:
    """Every subject, in the order of the file."""
    return tuple(
        Subject(
            code=f"{section_code}.{category_code}.{code}",
            name=_words(row),
            category=_words(category),
            section=_words(section),
            body=bodies()[row["body"]],
            needs=frozenset(row["needs"]),
            helps=frozenset(row["helps"]),
        )
        for section_code, section in _table("subjects").items()
        for category_code, category in _below(section)
        for code, row in _below(category)
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _below(row: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((code, inner) for code, inner in row.items() if isinstance(inner, dict))


def _words(row: dict[str, Any]) -> Words:
    return Words(kk=row["kk"], ru=row["ru"])
