"""A first wording of a matter for a body: what was written, without what points at a person.

A person reads and mends it before it goes: names inside a sentence are beyond any machine.
"""

import re
from collections.abc import Iterable

LONGEST = 200
HIDDEN = "…"
E_MAIL = re.compile(r"\S+@\S+")
NUMBER = re.compile(r"\+?\d(?:[\s()-]?\d){5,}")
SPACES = re.compile(r"\s+")
SHORTEST_NAME = 3


def gist(substance: str, names: Iterable[str]) -> str:
    """The beginning of a text, with e-mails, long numbers and these names put out."""
    text = NUMBER.sub(HIDDEN, E_MAIL.sub(HIDDEN, substance))
    for word in _words(names):
        text = re.sub(rf"\b{re.escape(word)}\w*", HIDDEN, text, flags=re.IGNORECASE)
    return _short(SPACES.sub(" ", text).strip())


def _words(names: Iterable[str]) -> list[str]:
    return [word for name in names for word in re.findall(r"\w+", name) if len(word) >= SHORTEST_NAME]


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + HIDDEN
