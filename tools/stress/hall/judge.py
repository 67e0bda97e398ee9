"""After the day: what the journal and the tables say happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.journal import queries as journal
from qabyldau.reception import queries as reception
from qabyldau.regulation.desk import DeskAct

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay


def judged(days: Iterable[ReceptionDay], appeals: Iterable[Appeal]) -> dict[str, object]:
    """Calls out of order, keys that every board must have said, where each person and appeal ended."""
    days = list(days)
    replayed = [one for day in days for one in reception.replayed(day)]
    visits = [visit for day in days for visit in reception.visits(day)]
    return {
        "calls": len(replayed),
        "unlawful": [one.happened.visit for one in replayed if not one.lawful],
        "keys": sorted(key for day in days for key in _keys(day)),
        "stages": Counter(visit.stage for visit in visits),
        "tickets": sorted(visit.ticket for visit in visits),
        "states": Counter(appeal.state for appeal in appeals),
        "arrived": sorted(visit.appeal_id for visit in visits),
    }


def _keys(day: ReceptionDay) -> Iterable[str]:
    """As the board makes them: number, how many times, when."""
    zone = ZoneInfo(day.office.zone)
    for entry in journal.about(day.office_id, reception.queue_key(day.pk)):
        if entry.action in {DeskAct.CALL, DeskAct.CALL_AGAIN}:
            times = entry.facts.get("times", 1)
            yield f"{entry.facts['ticket']}-{times}-{entry.at.astimezone(zone):%H%M%S}"
