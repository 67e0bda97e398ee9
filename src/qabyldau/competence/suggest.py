"""Which subjects a text is probably about, with the words that led to each; a person decides."""

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache

from qabyldau.competence.subjects import Body, Subject, subjects
from qabyldau.likeness.reading import Reading, read
from qabyldau.likeness.reasons import Span

MOST = 3
HELP, ENOUGH, BESIDE_THE_FIRST = 0.5, 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A subject, who is competent for it, and the words of the text that led to it, with their places."""

    subject: Subject
    competent: Body
    words: tuple[str, ...]
    score: float
    spans: tuple[Span, ...] = ()


def suggest(text: str, day: date | None = None) -> list[Suggestion]:
    """The likeliest first, and no more than three; nothing for a text that names no subject.

    Of the subjects that may be chosen on that day; without a day, of those that have no end.
    """
    reading = read(text)
    found = sorted(
        (_suggestion(subject, reading) for subject in subjects(day) if subject.needs & reading.keys),
        key=lambda one: -one.score,
    )
    first = found[0].score if found else 0.0
    return [one for one in found if one.score >= max(ENOUGH, BESIDE_THE_FIRST * first)][:MOST]


def _suggestion(subject: Subject, reading: Reading) -> Suggestion:
    told = Counter(key for word in reading.words for key in set(word.keys))
    needed = sum(_rarity(key) * math.sqrt(told[key]) for key in subject.needs & reading.keys)
    helping = sum(_rarity(key) for key in subject.helps & reading.keys)
    keys = (subject.needs | subject.helps) & reading.keys
    telling = [word for word in reading.words if not keys.isdisjoint(word.keys)]
    words = dict.fromkeys(word.text for word in telling)
    places = tuple(Span(word.start, word.end) for word in telling)
    return Suggestion(subject, subject.body, tuple(words), round(needed + HELP * helping, 3), places)


@cache
def _everywhere() -> Counter[str]:
    """In how many subjects each concept stands."""
    return Counter(key for one in subjects() for key in one.needs | one.helps)


def _rarity(key: str) -> float:
    """What stands under one subject tells more than what stands under many."""
    return 1 / math.sqrt(_everywhere()[key])
