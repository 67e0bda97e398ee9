"""The stem of a word: Russian by the kept library, Kazakh by stripping the endings of rough spelling.

No Kazakh package that we could install brings word forms of its own (see the decision on likeness).
"""

from functools import lru_cache
from threading import Lock

from snowballstemmer import stemmer

from qabyldau.likeness.letters import rough
from qabyldau.likeness.tables import data

_RUSSIAN, _ONE_AT_A_TIME = stemmer("russian"), Lock()
SHORTEST = 3

ENDINGS = frozenset(" ".join(data("endings")["kazakh"].values()).split())
_BY_LENGTH = tuple(
    frozenset(one for one in ENDINGS if len(one) == size) for size in range(max(map(len, ENDINGS)) + 1)
)
_VOWELS = "aeiou"


@lru_cache(maxsize=20_000)
def russian(word: str) -> str:
    """The library's stemmer keeps the word inside itself, so two threads may not share it at once."""
    with _ONE_AT_A_TIME:
        return rough(str(_RUSSIAN.stemWord(word.casefold().replace("ё", "е"))))


@lru_cache(maxsize=20_000)
def kazakh(word: str) -> str:
    """Strips the longest ending again and again; at least three letters with a vowel are left."""
    stem = rough(word)
    while (shorter := _without_ending(stem)) != stem:
        stem = shorter
    return stem.rstrip("i") if len(stem) > SHORTEST else stem


def _without_ending(stem: str) -> str:
    for size in range(min(len(_BY_LENGTH) - 1, len(stem) - SHORTEST), 1, -1):
        rest = stem[:-size]
        if stem[-size:] in _BY_LENGTH[size] and any(vowel in rest for vowel in _VOWELS):
            return rest
    return stem
