"""One rough spelling for every way to write: Russian, Kazakh, either Latin alphabet, or whatever a phone has.

Letters that people confuse or leave out (қ/к, ү/ұ/у, і/ы/и/й) become one, so what is lost is told by no one.
"""

import re
import unicodedata
from functools import lru_cache

# Each letter's rough sound: x is ш, q is ч; digraphs and accents of the Latin alphabets come to the same.
CYRILLIC = dict(
    zip(
        "аәбвгғдеёэжзийіыкқлмнңоөпрстуұүфхһцчшщ",
        "aabvggdeeejziiiikklmnnooprstuuufhhcqxx",
        strict=True,
    )
) | {"ю": "iu", "я": "ia", "ъ": "", "ь": ""}
LATIN = dict(zip("äáğǵıyŋñńöóşūüúýwqxçčšžə", "aaggiinnnooxuuuuukhqqxja", strict=True))
# Longer first; apostrophes are those of the alphabet of 2017, still typed by habit.
PAIRS = {
    "shch": "x", "sh": "x", "ch": "q", "zh": "j", "gh": "g", "kh": "h", "ts": "c", "ya": "ia", "yu": "iu",
    "s'": "x", "c'": "q", "a'": "a", "g'": "g", "i'": "i", "n'": "n", "o'": "o", "u'": "u", "y'": "u",
}  # fmt: skip
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´ʹ", "'"))
_SOUND = re.compile("|".join([*PAIRS, "."]))
_DOUBLE = re.compile(r"(.)\1+")
KAZAKH_LETTERS = frozenset("әғқңөұүһі")


@lru_cache(maxsize=20_000)
def rough(word: str) -> str:
    """The rough spelling of one word, in whichever letters it is written; digits stay as they are."""
    plain = unicodedata.normalize("NFC", word.casefold()).translate(APOSTROPHES).replace("i̇", "i")
    if plain.isdigit():
        return plain
    return _DOUBLE.sub(r"\1", _SOUND.sub(_sound, plain))


def _sound(found: re.Match[str]) -> str:
    """The rough spelling of one letter or pair; a sign that is no letter is left out."""
    for known in (PAIRS, LATIN, CYRILLIC):
        if found[0] in known:
            return known[found[0]]
    return found[0] if found[0].isalnum() else ""


def is_latin(word: str) -> bool:
    return word[:1].isalpha() and word[:1] < "Ѐ"


def has_kazakh_letters(word: str) -> bool:
    return not KAZAKH_LETTERS.isdisjoint(word.casefold())
