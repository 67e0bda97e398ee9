"""Who waits for an hour, official by official, in the order of the law: nobody is lost, and it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau.people import queries as people
from qabyldau.registry import queries as registry
from qabyldau.replanning import queries
from qabyldau.review import line
from qabyldau.review.queries import latest_decisions

if TYPE_CHECKING:
    from qabyldau.people.models import Official
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Line:
    """People of one official: `asked` are those with an open offer."""

    official: Official
    people: tuple[Appeal, ...]
    asked: frozenset[int]


def waiting(office_id: int) -> list[Line]:
    """Everybody decided and without an hour."""
    appeals = {appeal.pk: appeal for appeal in registry.awaiting_hour(office_id).select_related("office")}
    decided = latest_decisions(appeals)
    officials = {one.pk: one for one in people.all_officials(office_id)}
    by_official: dict[int, list[Appeal]] = {}
    for pk, appeal in appeals.items():
        day = decided[pk].day if pk in decided else None
        if day is not None:
            by_official.setdefault(day.official_id, []).append(appeal)
    asked = frozenset(queries.with_offer(appeals))
    return [
        Line(officials[pk], tuple(line.ordered(found, found[0].edition)), asked)
        for pk, found in sorted(by_official.items())
    ]
