"""What may be told to the press about a reception."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qabyldau.regulation.edition import Norm

NUMBER = re.compile(r"(?<!\d)\d{12}(?!\d)")
# Endings change with the case: the name without them is looked for.
ENDING, SHORTEST = 2, 4


@dataclass(frozen=True, slots=True)
class MediaCoverage(Norm):
    """Receptions are covered in the media: of those received, figures only."""

    def exposes(self, text: str, names: Iterable[str]) -> str | None:
        """The code of what must not be published; None: nothing of a person is in the text."""
        if NUMBER.search(text):
            return "press_has_a_number"
        lowered = text.casefold()
        found = any(re.search(rf"\b{re.escape(stem)}", lowered) for name in names for stem in _stems(name))
        return "press_names_a_person" if found else None


def _stems(name: str) -> list[str]:
    """The surname, and the first name where it is long enough to mean one person."""
    words = re.findall(r"\w+", name.casefold())[:1]
    return [
        word[:-ENDING] if len(word) - ENDING >= SHORTEST else word for word in words if len(word) >= SHORTEST
    ]
