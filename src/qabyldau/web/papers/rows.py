"""Papers of a thing as a page lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau.papers import queries
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.regulation.words import Words

if TYPE_CHECKING:
    from qabyldau.papers.models import Paper


@dataclass(frozen=True, slots=True)
class PaperRow:
    paper: Paper
    name: Words
    edited: bool


def rows(about: str) -> list[PaperRow]:
    """The latest first; replaced ones stay readable."""
    return [_row(paper) for paper in reversed(queries.of(about))]


def _row(paper: Paper) -> PaperRow:
    kind = KINDS[PaperKind(paper.kind)]
    return PaperRow(paper, kind.name, kind.edited)
