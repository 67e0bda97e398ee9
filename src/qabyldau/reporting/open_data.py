"""Figures of frozen quarters for everybody: counts so small that they might point at a person are left out.

A part of one to four is hidden. So that it cannot be found by subtracting from the sum, the next smallest
part is hidden with it, until what is hidden comes to five at least. Indicators about officials, kinds of
applicants and priority are not given at all. What this does not prevent: comparing with other publications.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.regulation.words import Words
from qabyldau.reporting import figures, queries

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.reporting.models import Report

FEWEST = 5
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
OPEN = (
    "received_by_channel",
    "received_by_topic",
    "received_by_language",
    "decided",
    "closed_by_character",
    "answers_in_time",
    "came_by_mode",
)


@dataclass(frozen=True, slots=True)
class Datum:
    """One published number. `count` None: left out, because it is small or would give a small one away."""

    since: date
    until: date
    code: str
    indicator: Words
    key: str
    part: Words
    count: int | None


def hidden(counts: Mapping[str, int]) -> frozenset[str]:
    """Which parts are left out."""
    found = {key for key, count in counts.items() if 0 < count < FEWEST}
    others = sorted(
        (key for key, count in counts.items() if count >= FEWEST), key=lambda key: (counts[key], key)
    )
    while found and others and (len(found) == 1 or sum(counts[key] for key in found) < FEWEST):
        found.add(others.pop(0))
    return frozenset(found)


def published(office: Office) -> list[Datum]:
    """Every frozen quarter of an office, the newest first."""
    return [datum for row in queries.reports(office.pk) for datum in _of(row)]


def _of(row: Report) -> Iterator[Datum]:
    for figure in figures.told(row.office_id, row.figures):
        if figure.kpi.code in OPEN:
            left_out = hidden({part.key: part.count for part in figure.parts})
            for part in figure.parts:
                count = None if part.key in left_out else part.count
                yield Datum(
                    row.since, row.until, figure.kpi.code, figure.kpi.name, part.key, part.name, count
                )
