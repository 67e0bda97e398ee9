"""What is told to the press, as it was published in one language (п. 24)."""

from dataclasses import dataclass

from qabyldau.letters.spelling import Prose
from qabyldau.papers.facts.base import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PressItem(Facts):
    """Title and text; nobody who was received stands in them."""

    title: str
    text: Prose
