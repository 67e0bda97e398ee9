"""Names of places: which are one place in two languages, and when two names are one name in other forms."""

from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from qabyldau.likeness.letters import rough
from qabyldau.likeness.tables import data

SHORTEST, LONG_NAME = 4, 7
TAILS = sorted(" ".join(data("endings")["names"].values()).split(), key=len, reverse=True)


@cache
def _known() -> dict[str, str]:
    """Bare form of a name -> the first name of its row."""
    return {bare(name): bare(row[0]) for row in data("places")["same"] for name in row}


@cache
def _everywhere() -> frozenset[str]:
    return frozenset(bare(name) for name in data("places")["everywhere"])


@lru_cache(maxsize=20_000)
def bare(name: str) -> str:
    """A name without the endings of its forms."""
    plain = rough(name)
    for tail in TAILS:
        if plain.endswith(tail) and len(plain) - len(tail) >= SHORTEST - 1:
            return plain[: -len(tail)]
    return plain


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """What a place is known by, whichever of its two names is used."""
    plain = bare(name)
    known = _known()
    return known.get(plain) or next((known[one] for one in known if _near(one, plain)), plain)


def tells_nothing(name: str) -> bool:
    return bare(name) in _everywhere()


@lru_cache(maxsize=50_000)
def same(one: str, other: str) -> bool:
    """Whether two keys are of one place, in another form or with a typing error."""
    return one == other or _near(one, other)


def _near(one: str, other: str) -> bool:
    if one[:1] != other[:1] or one.isdigit():
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= SHORTEST and longer.startswith(shorter) and len(longer) - len(shorter) <= SHORTEST:
        return True
    limit = 1 if len(longer) <= LONG_NAME else 2
    return len(shorter) >= SHORTEST + 1 and OSA.distance(one, other, score_cutoff=limit) <= limit
