"""Why two texts were found alike: pairs of their words, and where these stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from qabyldau.likeness.letters import rough
from qabyldau.likeness.reading import Reading, Word

MOST = 12
SAME_ROOT = 4


class Kind(StrEnum):
    """How a word here and a word there are alike."""

    SAME = "same"
    FORM = "form"
    MEANING = "meaning"
    SPELLING = "spelling"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of this text and its like in the other."""

    word_here: str
    word_there: str
    kind: Kind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a word stands in its text."""

    start: int
    end: int


def reasons(here: Reading, there: Reading, shared: Sequence[tuple[str, str]]) -> tuple[Reason, ...]:
    """The most telling pairs first, each said once."""
    found: dict[tuple[str, str], Reason] = {}
    for mine, theirs in shared:
        one, other = _closest(here.with_key(mine), there.with_key(theirs))
        pair = (one.text.casefold(), other.text.casefold())
        found.setdefault(pair, Reason(one.text, other.text, _kind(mine, *pair)))
    return tuple(found.values())[:MOST]


def _closest(mine: Sequence[Word], theirs: Sequence[Word]) -> tuple[Word, Word]:
    """Of several words of one meaning, the two that look most alike."""
    pairs = [(one, other) for one in mine for other in theirs]
    return max(pairs, key=lambda pair: _common_start(pair[0].text, pair[1].text))


def _common_start(one: str, other: str) -> int:
    """How many letters two words have in common from the beginning, in rough spelling."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(rough(one), rough(other), strict=False))
    )


def _kind(key: str, one: str, other: str) -> Kind:
    if key.startswith("place:"):
        return Kind.PLACE
    if one == other:
        return Kind.SAME
    if rough(one) == rough(other):
        return Kind.SPELLING
    if _common_start(one, other) >= min(SAME_ROOT, len(rough(one)), len(rough(other))):
        return Kind.FORM
    return Kind.SPELLING if key.startswith("word:") else Kind.MEANING


def spans(reading: Reading, keys: Iterable[str]) -> tuple[Span, ...]:
    wanted = set(keys)
    return tuple(Span(word.start, word.end) for word in reading.words if not wanted.isdisjoint(word.keys))
