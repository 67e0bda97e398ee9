"""From a stretch of days to figures, from a figure to its rows, and the digest of it all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

from django.db.models import Count

from qabyldau.regulation.words import Words
from qabyldau.reporting.kpi import Kpi
from qabyldau.reporting.kpis import KPIS
from qabyldau.reporting.names import names

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.worktime.spans import Span

Counts: TypeAlias = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a figure: its key, what it is called, how many."""

    key: str
    name: Words
    count: int


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator with its parts, the greatest first."""

    kpi: Kpi
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        return sum(part.count for part in self.parts)

    @property
    def largest(self) -> int:
        return max((part.count for part in self.parts), default=0)

    def count(self, key: str) -> int:
        return next((part.count for part in self.parts if part.key == key), 0)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was counted: what it is about, as "appeal:17", what it is called, and its day."""

    about: str
    name: Words
    on: date


def measure(span: Span) -> Counts:
    """Every indicator over the stretch, one statement each."""
    return {kpi.code: counted(kpi, span) for kpi in KPIS}


def counted(kpi: Kpi, span: Span) -> dict[str, int]:
    rows = kpi.rows(span).order_by()
    if not kpi.by:
        return {"": rows.count()}
    grouped = rows.values_list(kpi.by).annotate(count=Count("pk"))
    return {str(key if key is not None else ""): count for key, count in grouped}


def digest(span: Span, counts: Mapping[str, Mapping[str, int]]) -> str:
    """Of the period and the figures alone: the same rows give it again, whoever counts and when."""
    said = [span.since.isoformat(), span.until.isoformat(), counts]
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def told(office_id: int, counts: Mapping[str, Mapping[str, int]]) -> list[Figure]:
    """Figures with names, in the order of the indicators; one that was not counted then is left out."""
    return [_figure(office_id, kpi, counts[kpi.code]) for kpi in KPIS if kpi.code in counts]


def _figure(office_id: int, kpi: Kpi, counts: Mapping[str, int]) -> Figure:
    called = names(office_id, kpi.called, counts)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return Figure(kpi, tuple(Part(key, called[key], count) for key, count in ordered))


def behind(kpi: Kpi, span: Span, key: str | None) -> QuerySet[Any]:
    """The rows of a figure, or of one of its parts; as many as the figure says."""
    rows = kpi.rows(span)
    chosen = rows.filter(**{kpi.by: key}) if kpi.by and key is not None else rows
    shown = kpi.shown
    return chosen.order_by(shown.on, "pk").values_list(shown.pk, shown.name, shown.on)


def row(kpi: Kpi, found: tuple[int, object, date | datetime], zone: str) -> Row:
    pk, name, moment = found
    return Row(f"{kpi.shown.about}:{pk}", Words(kk=str(name), ru=str(name)), _day(moment, zone))


def _day(moment: date | datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date() if isinstance(moment, datetime) else moment
