"""What replanning does to a published day: another official, another mode, taken off. Posted at once.

People's hours are moved by whoever calls this, in the same transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.journal import actions as journal
from qabyldau.people import queries as people
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import Rank, Receiver, Receivers
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.actions.months import repost
from qabyldau.schedule.models import DayChange

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.people.actor import Actor
    from qabyldau.regulation.edition import Norm
    from qabyldau.regulation.norms.reception import Mode
    from qabyldau.schedule.models import ReceptionDay


def hand_over_day(
    day: ReceptionDay, official_id: int, *, under: type[Norm], by: Actor, at: datetime
) -> ReceptionDay:
    """Another official receives on this locked day, at the same hours."""
    official = people.official(day.office_id, official_id)
    law = governing(day.office.code, day.on).edition
    receiver = Receiver(Rank(official.rank), False, official.since, official.until)
    if not law.get(Receivers).may_receive(receiver, day.on):
        raise UnlawfulError("no_authority", law.cite(Receivers), day=day.on)
    before, day.official = day.official_id, official
    facts: dict[str, object] = {"from": before, "to": official_id}
    return _changed(day, "hand_over_day", facts, under=under, by=by, at=at)


def turn_day(day: ReceptionDay, mode: Mode, *, under: type[Norm], by: Actor, at: datetime) -> ReceptionDay:
    """From now on people are received on this locked day in another way."""
    day.mode = mode
    return _changed(day, "turn_day", {"mode": str(mode)}, under=under, by=by, at=at)


def take_off_day(day: ReceptionDay, *, under: type[Norm], by: Actor, at: datetime) -> ReceptionDay:
    """Nobody receives on this locked day any more."""
    day.taken_off_at = at
    return _changed(day, "take_off_day", {"on": day.on.isoformat()}, under=under, by=by, at=at)


def _changed(
    day: ReceptionDay, action: str, facts: dict[str, object], *, under: type[Norm], by: Actor, at: datetime
) -> ReceptionDay:
    """What was being planned of the day is dropped: it was planned of another one."""
    day.version += 1
    day.save()
    DayChange.objects.filter(day=day).delete()
    if day.published_at is not None:
        repost(day.office, day.on, at=at)
    citation = governing(day.office.code, day.on).edition.cite(under)
    journal.write(action, about=day.key, by=by, at=at, citation=citation, facts=facts)
    return day
