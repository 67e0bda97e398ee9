"""Which words of the two languages mean one thing: the concepts of receptions, read from `concepts.toml`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from qabyldau.likeness import forms
from qabyldau.likeness.letters import has_kazakh_letters, is_latin, rough
from qabyldau.likeness.tables import data

WEIGHTS = {"matter": 1.0, "general": 0.2, "empty": 0.0}
SHORTEST_MISSPELT, LONG_WORD = 6, 9
SHORTEST_BEGINNING, SHORTEST_TELLING, SHORTEST_BEGINNING_ELSEWHERE = 2, 3, 5
LANGUAGES = ("kk", "ru")

Concepts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: whole, by their stems, by how they begin."""

    whole: dict[str, Concepts] = field(default_factory=dict)
    stems: dict[str, Concepts] = field(default_factory=dict)
    beginnings: dict[str, Concepts] = field(default_factory=dict)

    def add(self, entry: str, concept: str, language: str) -> None:
        if entry.endswith("*"):
            _more(self.beginnings, rough(entry[:-1]), concept)
        elif entry.endswith("!"):
            _more(self.whole, rough(entry[:-1]), concept)
        else:
            _more(self.whole, rough(entry), concept)
            _more(self.stems, stem_in(language, entry), concept)

    def find(self, word: str, language: str, shortest: int) -> Concepts:
        """The stem is asked last: it takes the longest to find."""
        plain = rough(word)
        known = self.whole.get(plain) or self._longest_beginning(plain, shortest)
        return known or self.stems.get(stem_in(language, word), ())

    def _longest_beginning(self, plain: str, shortest: int) -> Concepts:
        sizes = range(len(plain), shortest - 1, -1)
        return next((self.beginnings[plain[:size]] for size in sizes if plain[:size] in self.beginnings), ())


def _more(known: dict[str, Concepts], key: str, concept: str) -> None:
    if concept not in known.get(key, ()):
        known[key] = (*known.get(key, ()), concept)


def stem_in(language: str, word: str) -> str:
    return forms.kazakh(word) if language == "kk" else forms.russian(word)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of both languages, and how much each concept tells."""

    words: dict[str, Words]
    weights: dict[str, float]


@cache
def lexicon() -> Lexicon:
    found = Lexicon({language: Words() for language in LANGUAGES}, {})
    for weight, concepts in data("concepts").items():
        for concept, sides in concepts.items():
            found.weights[concept] = WEIGHTS[weight]
            for language, side in zip(LANGUAGES, sides, strict=True):
                for entry in side.split():
                    found.words[language].add(entry, concept, language)
    return found


@lru_cache(maxsize=20_000)
def concepts_of(word: str, *, kazakh: bool) -> Concepts:
    """What a word means, in the language of its text; in the other one only by a long common beginning."""
    known = lexicon().words
    own, other = LANGUAGES if kazakh or has_kazakh_letters(word) else reversed(LANGUAGES)
    found = known[own].find(word, own, SHORTEST_BEGINNING)
    if found or (has_kazakh_letters(word) and not is_latin(word)):
        return found
    return known[other].find(word, other, SHORTEST_BEGINNING_ELSEWHERE)


@lru_cache(maxsize=20_000)
def misspelt(word: str) -> Concepts:
    """What a long unknown word was probably meant to be."""
    plain = rough(word)
    if len(plain) < SHORTEST_MISSPELT:
        return ()
    near = list(_slips(plain))
    if not near:
        return ()
    start = min(near, key=lambda one: (one[0], -len(one[1]), one[1]))[1]
    known = lexicon().words
    return next(known[one].beginnings[start] for one in LANGUAGES if start in known[one].beginnings)


def _slips(plain: str) -> Iterator[tuple[int, str]]:
    """Known beginnings that the word nearly begins with, and by how many slips of the hand."""
    known = _beginnings()
    for size in range(SHORTEST_MISSPELT - 1, len(plain) + 1):
        head = plain[:size]
        for length in (size - 1, size, size + 1):
            limit = 1 if length < LONG_WORD else 2
            for start in known.get((head[0], head[-1], length), ()):
                far = OSA.distance(head, start, score_cutoff=limit)
                if far <= limit:
                    yield far, start


@cache
def _beginnings() -> dict[tuple[str, str, int], list[str]]:
    """Those long enough to be misspelt, by first letter, last letter and length."""
    found: dict[tuple[str, str, int], list[str]] = {}
    for words in lexicon().words.values():
        for start in words.beginnings:
            if len(start) >= SHORTEST_MISSPELT:
                found.setdefault((start[0], start[-1], len(start)), []).append(start)
    return found


@lru_cache(maxsize=20_000)
def speaks_for(word: str) -> str:
    """The language a word is of: "kk", "ru", or "" when it could be either."""
    if has_kazakh_letters(word):
        return "kk"
    known = lexicon().words
    kazakh, russian = (known[one].find(word, one, SHORTEST_TELLING) for one in LANGUAGES)
    if is_latin(word) or bool(kazakh) != bool(russian):
        return "ru" if russian and not kazakh else "kk"
    return ""
