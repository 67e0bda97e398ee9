"""What appeals are about, in three levels, and which body is competent for each: the data files as values."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
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
    """The third level, with the names of the two above it. `until`: the last day on which it is chosen."""

    code: str
    name: Words
    category: Words
    section: Words
    body: Body
    needs: frozenset[str]
    helps: frozenset[str]
    since: date | None = None
    until: date | None = None

    def stands_on(self, day: date) -> bool:
        """Whether it may be chosen; the day named as the last is still one."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@cache
def bodies() -> dict[str, Body]:
    return {code: Body(code, Level(row["level"]), _words(row)) for code, row in _table("bodies").items()}


def subjects(day: date | None = None) -> tuple[Subject, ...]:
    """Those that may be chosen on that day, in order; without a day, those that have no end."""
    if day is None:
        return tuple(one for one in every_subject() if one.until is None)
    return tuple(one for one in every_subject() if one.stands_on(day))


def subject_of(code: str) -> Subject | None:
    """The subject of this code, though it may have ended; None: there is none."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Subject]:
    return {one.code: one for one in every_subject()}


@cache
def every_subject() -> tuple[Subject, ...]:
    """Those of the past and of the future too."""
    return tuple(
        Subject(
            code=f"{section_code}.{category_code}.{code}",
            name=_words(row),
            category=_words(category),
            section=_words(section),
            body=bodies()[row["body"]],
            needs=frozenset(row["needs"]),
            helps=frozenset(row["helps"]),
            since=row.get("since"),
            until=row.get("until"),
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
