"""What the office reports of itself."""

from dataclasses import dataclass
from datetime import date

from qabyldau.papers.facts.base import Facts, Table
from qabyldau.regulation.words import Words


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title; `svg` in both languages."""

    title: Words
    svg: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterlyReport(Facts):
    """The quarter in figures (п. 38): a table a section, how each is counted, and the charts."""

    title: Words
    since: date
    last: date
    counted_on: date
    sum: str
    received: Table
    decided: Table
    terms: Table
    reception: Table
    bodies: Table
    control: Table
    breaches: Table
    definitions: Table
    charts: tuple[Chart, ...] = ()
