"""Lists of people."""

from dataclasses import dataclass
from datetime import date, time

from qabyldau.papers.facts.base import Facts, Table
from qabyldau.regulation.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionList(Facts):
    """Who is to be received on a day, in the order of the law (п. 27)."""

    day: date
    official: Words
    position: Words
    place: Words
    opens: time
    people: Table
    count: int
    decided_by: Words
