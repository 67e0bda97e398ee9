"""What is asked of units and bodies."""

from dataclasses import dataclass
from datetime import date

from qabyldau.papers.facts.base import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialRequest(Facts):
    """Materials are demanded of a unit or a territorial body (п. 31)."""

    appeal: str
    registered_on: date
    text: str
    due: date
    url: str
