"""What the invented people write and what the invented office answers, read from `texts/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import cast

from qabyldau.registry.kinds import Topic
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.words import Language, Words

TEXTS = Path(__file__).parent / "texts"

Table = Mapping[str, object]


class Script(StrEnum):
    CYRILLIC = "cyrillic"
    LATIN = "latin"


class Trait(StrEnum):
    """What is special about who writes, or about what is written."""

    COLLECTIVE = "collective"
    LAWYER = "lawyer"
    RELATIVE = "relative"
    COMPANY = "company"
    FARM = "farm"
    SOLE_TRADER = "sole_trader"
    FOREIGNER = "foreigner"
    STATELESS = "stateless"
    OUTSIDE = "outside"
    HALF_OUTSIDE = "half_outside"
    TERRITORIAL = "territorial"
    EMPTY = "empty"
    CRISIS = "crisis"
    TYPOS = "typos"


@dataclass(frozen=True, slots=True)
class Matter:
    """One letter to the akim. `sex` is of the writer, `principal` of the one they write for; empty: any.

    Letters with the same `same` tell one matter in other words or in the other language.
    """

    code: str
    shelf: str
    topic: Topic
    language: Language
    script: Script
    text: str
    traits: frozenset[Trait]
    standing: Standing | None
    sex: str
    principal: str
    country: str
    body: str
    same: str

    def is_(self, *traits: Trait) -> bool:
        return bool(self.traits.intersection(traits))


@dataclass(frozen=True, slots=True)
class Papers:
    """What the office writes on matters of one shelf, in one language."""

    note: tuple[str, ...]
    extension: tuple[str, ...]
    explained: tuple[str, ...]
    satisfied: tuple[str, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that is competent where the akimat is not, and why."""

    name: Words
    motive: Words


def table(path: str) -> Table:
    """A file of `texts/`, as it stands."""
    return cast(Table, tomllib.loads((TEXTS / path).read_text(encoding="utf-8")))


def rows(within: Table, key: str) -> list[Table]:
    return cast(list[Table], within[key])


def part(within: Table, key: str) -> Table:
    return cast(Table, within[key])


def said(within: Table, key: str, default: str = "") -> str:
    return str(within.get(key, default))


def lines(within: Table, key: str) -> tuple[str, ...]:
    return tuple(cast(list[str], within[key]))


@lru_cache(maxsize=1)
def matters() -> tuple[Matter, ...]:
    """Every letter, in the order of files and lines."""
    shelves = sorted(path.stem for path in (TEXTS / "matters").glob("*.toml"))
    return tuple(
        _matter(shelf, row) for shelf in shelves for row in rows(table(f"matters/{shelf}.toml"), "matter")
    )


def _matter(shelf: str, row: Table) -> Matter:
    flags = lines(row, "flags")
    standings = [Standing(flag) for flag in flags if flag in set(Standing)]
    topic = said(row, "topic", shelf)
    return Matter(
        code=said(row, "code"),
        shelf=shelf,
        topic=Topic(topic) if topic in set(Topic) else Topic.OTHER,
        language=Language(said(row, "language")),
        script=Script(said(row, "script", Script.CYRILLIC)),
        text=said(row, "text").strip(),
        traits=frozenset(Trait(flag) for flag in flags if flag not in set(Standing)),
        standing=standings[0] if standings else None,
        sex=said(row, "sex", "f" if Standing.PREGNANT in standings else ""),
        principal=said(row, "principal"),
        country=said(row, "country"),
        body=said(row, "body"),
        same=said(row, "same"),
    )


def matter(code: str) -> Matter:
    return next(one for one in matters() if one.code == code)


def retold(one: Matter) -> tuple[Matter, ...]:
    """The same matter in other words or in the other language."""
    return tuple(other for other in matters() if one.same and other.same == one.same and other is not one)


@lru_cache(maxsize=64)
def papers(shelf: str, language: Language) -> Papers:
    text = part(table(f"papers/{shelf}.toml"), language)
    return Papers(**{name: lines(text, name) for name in Papers.__slots__})


@lru_cache(maxsize=64)
def general(name: str, language: Language) -> tuple[str, ...]:
    """Papers that do not depend on the matter: `heard_before`, `withdrawal`, `missed` …"""
    return lines(part(table("papers/general.toml"), language), name)


@lru_cache(maxsize=16)
def manner(voice: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How letters begin and end: `kk`, `ru` or `latin`."""
    text = part(part(table("papers/general.toml"), "manner"), voice)
    return lines(text, "openings"), lines(text, "closings")


@lru_cache(maxsize=16)
def competent(body: str) -> Body:
    row = part(part(table("papers/outside.toml"), "bodies"), body)
    motive = Words(kk=said(row, "motive_kk"), ru=said(row, "motive_ru"))
    return Body(name=Words(kk=said(row, "kk"), ru=said(row, "ru")), motive=motive)
