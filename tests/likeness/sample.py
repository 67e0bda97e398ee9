"""The labelled pairs of `sample.toml`, and the plain trigram likeness that ours is held against."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import cast

from qabyldau.likeness import LIKELY, Earlier, rank

HERE = Path(__file__).parent
TELLINGS, NEAR_MISSES = ("ru", "kk", "again"), ("elsewhere", "otherwise")

Ranker = Callable[[str, Sequence[Earlier]], list[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and whether they tell of one matter."""

    here: str
    there: str
    same: bool
    across: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Shares: of matters found among the first three, and of different matters taken for the same."""

    recall: float
    recall_across: float
    false_alarms: float
    noticed: float


@cache
def matters() -> list[dict[str, str]]:
    return cast(list[dict[str, str]], tomllib.loads((HERE / "sample.toml").read_text("utf-8"))["matter"])


@cache
def pairs() -> tuple[Pair, ...]:
    return tuple(pair for matter in matters() for pair in (*_same(matter), *_different(matter)))


def _same(matter: dict[str, str]) -> list[Pair]:
    tongue = {"ru": "ru", "kk": "kk", "again": matter["tongue"]}
    return [
        Pair(matter[one], matter[other], True, tongue[one] != tongue[other])
        for one, other in combinations(TELLINGS, 2)
    ]


def _different(matter: dict[str, str]) -> list[Pair]:
    beside = (("ru", "elsewhere"), ("kk", "elsewhere"), ("kk", "otherwise"))
    return [Pair(matter[one], matter[miss], False, False) for one, miss in beside]


def pool() -> list[Earlier]:
    """Every text of the sample: each pair is sought among all of them."""
    texts = [matter[name] for matter in matters() for name in (*TELLINGS, *NEAR_MISSES)]
    return [Earlier(key, text) for key, text in enumerate(texts)]


def ours(text: str, earlier: Sequence[Earlier]) -> list[tuple[int, float]]:
    return [(match.key, match.score) for match in rank(text, earlier)]


def by_trigrams(text: str, earlier: Sequence[Earlier]) -> list[tuple[int, float]]:
    """What a database's trigram search would do."""
    mine = _trigrams(text)
    scored = [(one.key, _share(mine, _trigrams(one.text))) for one in earlier]
    return sorted(scored, key=lambda one: -one[1])


@cache
def _trigrams(text: str) -> frozenset[str]:
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return frozenset(f"  {word} "[at : at + 3] for word in words for at in range(len(word) + 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def measured(ranker: Ranker, likely: float = LIKELY) -> Found:
    """Both directions of every same pair are sought; a different pair is judged by its score."""
    texts = pool()
    ranks = {one.text: ranker(one.text, [other for other in texts if other.key != one.key]) for one in texts}
    keys = {one.text: one.key for one in texts}
    sought = [(pair, keys[b], ranks[a]) for pair in pairs() if pair.same for a, b in _both_ways(pair)]
    wrong = [dict(ranks[pair.here])[keys[pair.there]] for pair in pairs() if not pair.same]
    right = [dict(ranks[pair.here])[keys[pair.there]] for pair in pairs() if pair.same]
    return Found(
        recall=_among_three([(key, ranked) for _, key, ranked in sought]),
        recall_across=_among_three([(key, ranked) for pair, key, ranked in sought if pair.across]),
        false_alarms=sum(score >= likely for score in wrong) / len(wrong),
        noticed=sum(score >= likely for score in right) / len(right),
    )


def _both_ways(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    return (pair.here, pair.there), (pair.there, pair.here)


def _among_three(sought: list[tuple[int, list[tuple[int, float]]]]) -> float:
    return sum(key in [found for found, _ in ranked[:3]] for key, ranked in sought) / len(sought)
