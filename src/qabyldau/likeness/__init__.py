"""Which earlier texts tell of the same matter, in other words, the other language, another alphabet.

It ranks and says why; whether the matter is the same, a person decides.
"""

from qabyldau.likeness.ranking import LIKELY, Earlier, Match, rank
from qabyldau.likeness.reasons import Kind, Reason, Span
from qabyldau.likeness.warming import warm

__all__ = ["LIKELY", "Earlier", "Kind", "Match", "Reason", "Span", "rank", "warm"]
