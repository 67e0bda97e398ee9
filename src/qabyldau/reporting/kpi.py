"""What an indicator is: its words, its norm, the rows it counts and how they are parted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from qabyldau.reporting.names import Called

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.regulation.edition import Norm
    from qabyldau.regulation.words import Words
    from qabyldau.reporting.kinds import Section
    from qabyldau.worktime.spans import Span

Rows: TypeAlias = "Callable[[Span], QuerySet[Any]]"


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a counted row leads: what it is about, by which column its id, its name and its date are read."""

    about: str
    pk: str
    name: str
    on: str


APPEAL = Shown("appeal", "pk", "number", "registered_on")


def through(on: str, path: str = "appeal") -> Shown:
    """Rows that hang on an appeal."""
    return Shown("appeal", f"{path}_id", f"{path}__number", on)


DAY = Shown("day", "pk", "on", "on")


@dataclass(frozen=True, slots=True)
class Kpi:
    """One indicator. `by`: the column that parts it; empty: it has one part."""

    code: str
    section: Section
    norm: type[Norm]
    name: Words
    definition: Words
    rows: Rows
    shown: Shown
    by: str = ""
    called: Called = Called.NOTHING
