"""A text as the finder reads it: its words with their places, what they mean, and what they name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from qabyldau.likeness import places
from qabyldau.likeness.letters import rough
from qabyldau.likeness.lexicon import concepts_of, lexicon, misspelt, speaks_for, stem_in

WORD = re.compile(r"\d+|[^\W\d_]+(?:['’‘ʼ`´ʹ-][^\W\d_]+|['’‘ʼ`´ʹ])*")
LONGEST = 20_000
SHORTEST_WORD = 3
LOOK_BACK = 8
SENTENCE_ENDS = frozenset(("", *".!?…:\n"))
PARTING = frozenset(",;!?…:\n")


class Part(StrEnum):
    """What a word does in a text."""

    MEANING = "meaning"
    WORD = "word"
    SETTLEMENT = "settlement"
    STREET = "street"
    NAME = "name"
    NUMBER = "number"


PLACES = (Part.SETTLEMENT, Part.STREET)

# Before the name in Russian, behind it in Kazakh; in rough spelling.
MARKERS = {
    Part.STREET: re.compile(r"ulic|ul$|pereul|prospekt|pr$|koxe|dangil"),
    Part.SETTLEMENT: re.compile(
        r"sel[oaeu]m?$|s$|poselo?k|derevn|aul[aeu]?$|mikroraion|mkr|auil|kent|okrug|ikxamaudan|xaginaudan|stanci"
    ),
}
NUMBERED = re.compile(r"dom|d$|xkol|sad|ui|mektep|balabakxa|kvartir|kv$|pater|avtobus|n$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word at its place; `keys` are what it is compared by."""

    text: str
    start: int
    end: int
    part: Part
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All telling words of a text."""

    words: tuple[Word, ...]
    kazakh: bool
    keys: frozenset[str]
    names: frozenset[str]

    def of(self, part: Part) -> frozenset[str]:
        return frozenset(key for word in self.words if word.part is part for key in word.keys)

    def with_key(self, key: str) -> list[Word]:
        return [word for word in self.words if key in word.keys]


@lru_cache(maxsize=2_000)
def read(text: str) -> Reading:
    """Words that tell nothing are left out; of a very long text its beginning is read."""
    plain = text[:LONGEST]
    found = list(WORD.finditer(plain))
    told = Counter(speaks_for(one[0]) for one in found)
    kazakh = told["kk"] > told["ru"]
    entries = [entry(one[0], kazakh) for one in found]
    around, words = _Around(plain, found, entries), []
    for place, one in enumerate(found):
        part, keys = _part(around, place, kazakh)
        if keys:
            words.append(Word(one[0], one.start(), one.end(), part, keys))
    keys_of_all = frozenset(key for word in words for key in word.keys)
    names = frozenset(key for key in keys_of_all if key.startswith("place:"))
    return Reading(tuple(words), kazakh, keys_of_all, names)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a word wherever it stands. `meant` is empty for a word the lexicon does not have."""

    word: str
    capital: bool
    number: str
    numbered: bool
    marks: Part | None
    may_name: bool
    meant: tuple[str, ...]


@lru_cache(maxsize=40_000)
def entry(word: str, kazakh: bool) -> Entry:
    plain = rough(word)
    marks = next((part for part, mark in MARKERS.items() if mark.match(plain)), None)
    return Entry(
        word=word,
        capital=word[0].isupper() and not word.isupper(),
        number=str(int(word)) if word.isdecimal() else "",
        numbered=bool(NUMBERED.match(plain)),
        marks=marks,
        may_name=len(word) >= SHORTEST_WORD and marks is None and not places.tells_nothing(word),
        meant=concepts_of(word, kazakh=kazakh),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """The words of a text and what stands around each."""

    text: str
    found: Sequence[re.Match[str]]
    entries: Sequence[Entry]

    def at(self, place: int) -> Entry | None:
        return self.entries[place] if 0 <= place < len(self.entries) else None

    def ends_before(self, place: int) -> str:
        """The last sign before the word, but for spaces, quotes and brackets."""
        start = self.found[place].start()
        return self.text[max(0, start - LOOK_BACK) : start].rstrip(" «\"'(")[-1:]


Found = tuple[Part, tuple[str, ...]]


def _part(around: _Around, place: int, kazakh: bool) -> Found:
    """What the word at this place is; without keys for one that tells nothing."""
    one = around.entries[place]
    if one.number:
        beside = (around.at(place - 1), around.at(place + 1))
        tells = any(near is not None and near.numbered for near in beside)
        return Part.NUMBER, (f"number:{one.number}",) if tells else ()
    if one.may_name and (one.capital or not one.meant) and (kind := _named(around, place, kazakh)):
        return kind, (f"place:{places.key(one.word)}",)
    name = one.capital and not one.meant and around.ends_before(place) not in SENTENCE_ENDS
    if meant := one.meant or (() if name else misspelt(one.word)):
        return Part.MEANING, told(meant)
    if not one.may_name:
        return Part.WORD, ()
    if name:
        return Part.NAME, (f"place:{places.key(one.word)}",)
    return Part.WORD, (f"word:{stem_in('kk' if kazakh else 'ru', one.word)}",)


@lru_cache(maxsize=5_000)
def told(meant: tuple[str, ...]) -> tuple[str, ...]:
    """Those meanings that tell anything."""
    return tuple(one for one in meant if lexicon().weights[one])


def _named(around: _Around, place: int, kazakh: bool) -> Part | None:
    """Which kind of place the word names: Russian says the kind before the name, Kazakh after it."""
    beside = place + 1 if kazakh else place - 1
    near = around.at(beside)
    if near is None or near.marks is None or around.ends_before(max(place, beside)) in PARTING:
        return None
    return near.marks
