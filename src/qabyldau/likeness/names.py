"""Whether two names are one person's: in Kazakh, Russian or Latin letters, with slips, in any order."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from qabyldau.likeness.letters import rough

# Surname and given name; a patronymic is often left out, and a third word tells less.
TELLING = 2
SHORTEST = 2
ONE_SLIP_FROM, TWO_SLIPS_FROM = 4, 8
CLOSE = 88
# Endings of Russian patronymics and surnames that Kazakh spelling has otherwise or not at all.
ENDINGS = ("oviq", "eviq", "ovna", "evna", "uli", "kizi", "oglu", "iq")


class Alike(StrEnum):
    """How two names are alike."""

    SAME = "same"
    SPELLING = "spelling"
    SLIP = "slip"
    PART = "part"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How two names are alike, and how much (0 to 1)."""

    alike: Alike
    score: float


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    plain = (rough(word.strip(".,")) for word in name.replace("-", " ").split())
    return tuple(word for word in plain if len(word) >= SHORTEST)


def name_key(name: str) -> str:
    """The telling words of a name in rough spelling, in order of the alphabet: an exact key to search by."""
    return " ".join(sorted(_words(name)[:TELLING]))


def compare(one: str, other: str) -> NameMatch:
    """Word by word, whatever their order."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return NameMatch(Alike.OTHER, 0.0)
    if sorted(one.casefold().split()) == sorted(other.casefold().split()):
        return NameMatch(Alike.SAME, 1.0)
    telling = mine[:TELLING], theirs[:TELLING]
    if sorted(telling[0]) == sorted(telling[1]):
        return NameMatch(Alike.SPELLING, _with_patronymic(0.97, mine, theirs))
    if _slips(*telling):
        return NameMatch(Alike.SLIP, _with_patronymic(0.9, mine, theirs))
    close = fuzz.token_set_ratio(" ".join(mine), " ".join(theirs))
    return NameMatch(Alike.PART, round(close / 125, 3)) if close >= CLOSE else NameMatch(Alike.OTHER, 0.0)


def _slips(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Each telling word of the one has its like in the other, but for a slip of the hand."""
    left = list(theirs)
    for word in mine:
        like = next((one for one in left if one_slip(word, one)), None)
        if like is None:
            return False
        left.remove(like)
    return not left


def one_slip(one: str, other: str) -> bool:
    """Longer words may have two; a short one has none."""
    size = min(len(one), len(other))
    limit = 2 if size >= TWO_SLIPS_FROM else 1 if size >= ONE_SLIP_FROM else 0
    return OSA.distance(one, other, score_cutoff=limit) <= limit


def _with_patronymic(score: float, mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Two patronymics that have nothing in common speak against it."""
    fathers = _father(mine), _father(theirs)
    if all(fathers) and not one_slip(*fathers):
        return round(score * 0.6, 3)
    return score


def _father(words: tuple[str, ...]) -> str:
    """The father's name within a patronymic, so that Оразұлы and Оразович meet."""
    if len(words) <= TELLING:
        return ""
    word = words[TELLING]
    return next((word.removesuffix(end) for end in ENDINGS if word.endswith(end)), word)
