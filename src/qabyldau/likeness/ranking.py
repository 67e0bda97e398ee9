"""Which earlier texts are on the same matter: ranked, each with its reasons; a person decides."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from qabyldau.likeness import places
from qabyldau.likeness.lexicon import lexicon
from qabyldau.likeness.reading import PLACES, Part, Reading, read
from qabyldau.likeness.reasons import Reason, Span, reasons, spans

# From this score on two texts are shown as probably of one matter; chosen on the labelled sample.
LIKELY = 0.62
WORD, FOREIGN_WORD, NAME, NUMBER = 0.5, 0.1, 0.3, 0.15
ELSEWHERE, OTHER_NAMES, OTHER_NUMBER, SAME_PLACE = 0.5, 0.75, 0.7, 0.12
LONG_WORD, LONGER_WORD = 5, 9


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier text and what its owner knows it by."""

    key: int
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier text, how like it is (0 to 1), and by which words of both."""

    key: int
    score: float
    reasons: tuple[Reason, ...]
    here: tuple[Span, ...]
    there: tuple[Span, ...]

    @property
    def likely(self) -> bool:
        return self.score >= LIKELY


def rank(text: str, earlier: Sequence[Earlier]) -> list[Match]:
    """The likest first; equally like ones stay in the order given."""
    here = read(text)
    there = [read(one.text) for one in earlier]
    scale = _Scale(here, there)
    matches = [_match(one.key, here, reading, scale) for one, reading in zip(earlier, there, strict=True)]
    return sorted(matches, key=lambda match: -match.score)


def _match(key: int, here: Reading, there: Reading, scale: "_Scale") -> Match:
    shared = scale.shared(here, there)
    score = scale.score(here, there, shared)
    telling = sorted(shared, key=lambda one: (-scale.weight(one), one))
    return Match(
        key=key,
        score=round(score, 4),
        reasons=reasons(here, there, [(one, shared[one]) for one in telling]),
        here=spans(here, shared),
        there=spans(there, shared.values()),
    )


class _Scale:
    """How much each word tells among these texts, and which spellings are probably one word."""

    def __init__(self, here: Reading, there: Sequence[Reading]) -> None:
        self._count = len(there) + 1
        self._seen = Counter(key for reading in (here, *there) for key in reading.keys)
        self._near = _near_spellings(here.keys, self._seen)
        self._weights = {key: self._weighed(key) for key in self._seen}

    def _weighed(self, key: str) -> float:
        """A word that stands in every text tells less than one that stands in two."""
        rare = math.log(1 + self._count / self._seen[key]) / math.log(1 + self._count)
        return _prior(key) * (0.5 + rare / 2)

    def weight(self, key: str) -> float:
        return self._weights[key]

    def shared(self, here: Reading, there: Reading) -> dict[str, str]:
        """Each key of the one text with its like in the other."""
        theirs = there.keys
        found: dict[str, str] = {}
        for key in here.keys:
            if key in theirs:
                found[key] = key
            elif like := next((one for one in self._near.get(key, ()) if one in theirs), None):
                found[key] = like
        return found

    def score(self, here: Reading, there: Reading, shared: dict[str, str]) -> float:
        foreign = here.kazakh != there.kazakh
        common = sum(self._told(key, foreign=False) for key in shared)
        mine = sum(self._told(key, foreign=foreign and key not in shared) for key in here.keys)
        matched = set(shared.values())
        theirs = sum(self._told(key, foreign=foreign and key not in matched) for key in there.keys)
        if not common:
            return 0.0
        topic = min(1.0, common / math.sqrt(mine * theirs))
        return _placed(math.sqrt(topic), here, there, shared)

    def _told(self, key: str, *, foreign: bool) -> float:
        """A word of the other language that is not in the lexicon can't be found again: it counts little."""
        weight = self.weight(key)
        return weight * FOREIGN_WORD / WORD if foreign and key.startswith("word:") else weight


def _prior(key: str) -> float:
    kind = key.partition(":")[0]
    known = {"word": WORD, "place": NAME, "number": NUMBER}
    return known[kind] if kind in known and ":" in key else lexicon().weights[key]


def _near_spellings(keys: Iterable[str], known: Iterable[str]) -> dict[str, list[str]]:
    """For words and names of this text: the spellings in others that differ by a slip of the hand."""
    words = [one for one in known if one.startswith("word:")]
    names = [one for one in known if one.startswith("place:")]
    found = {}
    for key in sorted(keys):
        if key.startswith("word:"):
            found[key] = [one for one in words if one[5] == key[5] and _one_slip(key, one)]
        elif key.startswith("place:"):
            found[key] = [one for one in names if places.same(key[6:], one[6:])]
    return found


def _one_slip(one: str, other: str) -> bool:
    size = min(len(one), len(other)) - len("word:")
    if size < LONG_WORD:
        return False
    limit = 1 if size < LONGER_WORD else 2
    return OSA.distance(one, other, score_cutoff=limit) <= limit


def _placed(topic: float, here: Reading, there: Reading, shared: dict[str, str]) -> float:
    """One topic in two places is two matters; the same place makes one matter likelier."""
    meet = [_meet(part, here, there, shared) for part in PLACES if here.of(part) and there.of(part)]
    score = topic
    if not all(meet):
        score *= ELSEWHERE
    elif meet:
        score += SAME_PLACE * (1 - score)
    elif here.names and there.names and here.names.isdisjoint(shared):
        score *= OTHER_NAMES
    mine, theirs = here.of(Part.NUMBER), there.of(Part.NUMBER)
    return score * OTHER_NUMBER if mine and theirs and not mine & theirs else score


def _meet(part: Part, here: Reading, there: Reading, shared: dict[str, str]) -> bool:
    """Whether a street (or a settlement) of one text is named in the other, as whatever."""
    mine, theirs = here.of(part), there.of(part)
    return any(key in mine or like in theirs for key, like in shared.items() if key in here.names)
