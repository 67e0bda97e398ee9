"""The office beside each paragraph today: kept, at risk, breached; and the tests that prove the software."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qabyldau.regulation.edition import Citation, Edition, Excluded, NoNormError
from qabyldau.regulation.editions import governing
from qabyldau.regulation.proofs import proofs
from qabyldau.reporting import figures, quarters, queries, watches
from qabyldau.reporting.kpis import BY_CODE
from qabyldau.reporting.watches import Seen, Today, Watch

if TYPE_CHECKING:
    from qabyldau.regulation.edition import Norm

BREACHES = BY_CODE["breaches_by_clause"]


class Stand(StrEnum):
    """How the office stands beside a paragraph. Unwatched: nothing in it is counted by days."""

    BREACHED = "breached"
    AT_RISK = "at_risk"
    KEPT = "kept"
    UNWATCHED = "unwatched"
    STRUCK_OUT = "struck_out"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: how the office stands, by which watches, facts of this quarter, how many tests."""

    clause: Citation
    stand: Stand
    seen: tuple[tuple[Watch, Seen], ...]
    facts: int
    tests: int


def lines(today: Today) -> list[Line]:
    """The paragraphs of the edition that governs today, then the clauses beneath that are watched."""
    law = governing(today.office.code, today.on).edition
    seen = [(watch, watch.look(today)) for watch in watches.under(law.has)]
    found = _facts(today)
    own = [_line(law.cite_number(row.number), law, seen, found) for row in law.clauses]
    numbers = {(one.clause.edition, one.clause.number) for one in own}
    beneath = {law.cite(watch.norm) for watch, _ in seen}
    others = sorted(
        (one for one in beneath if (one.edition, one.number) not in numbers), key=lambda one: one.number
    )
    return [*own, *(_line(one, law, seen, found) for one in others)]


def line(today: Today, number: str) -> Line | None:
    """One paragraph of the office's own act; None: there is none of this number."""
    law = governing(today.office.code, today.on).edition
    try:
        clause = law.cite_number(number)
    except NoNormError:
        return None
    ours = (one for one in watches.under(law.has) if law.cite(one.norm) == clause)
    return _line(clause, law, [(watch, watch.look(today)) for watch in ours], _facts(today))


def _line(clause: Citation, law: Edition, seen: Iterable[tuple[Watch, Seen]], facts: dict[str, int]) -> Line:
    ours = tuple((watch, one) for watch, one in seen if law.cite(watch.norm) == clause)
    own = clause.edition == law.code
    return Line(
        clause=clause,
        stand=_stand(ours, law.clause(clause.number).norms if own else ()),
        seen=ours,
        facts=facts.get(f"{clause.unit} {clause.number}", 0),
        tests=len(proofs().get(clause.number, ())) if own else 0,
    )


def _stand(seen: tuple[tuple[Watch, Seen], ...], norms: tuple[Norm, ...]) -> Stand:
    if any(isinstance(norm, Excluded) for norm in norms):
        return Stand.STRUCK_OUT
    if not seen:
        return Stand.UNWATCHED
    if any(one.late for _, one in seen):
        return Stand.BREACHED
    return Stand.AT_RISK if any(one.near for _, one in seen) else Stand.KEPT


def _facts(today: Today) -> dict[str, int]:
    """Facts of the running quarter that fell short, by clause."""
    span = queries.span_of(today.office, quarters.of(today.office, today.on))
    return figures.counted(BREACHES, span)
