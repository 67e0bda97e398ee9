"""What may become of a day on which the official does not receive: every way and what follows, ranked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from qabyldau.occupancy import queries as occupied
from qabyldau.occupancy.times import Busy, Hour, Person, fit
from qabyldau.people import queries as people
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.reception import Mode, VideoByConsent
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.replanning import queries, terms
from qabyldau.replanning.kinds import OptionKind
from qabyldau.review.presence import persons
from qabyldau.review.queries import appointments, decided_for, listed_waiting
from qabyldau.schedule import queries as schedule
from qabyldau.schedule import restrictions
from qabyldau.schedule.hours import overlap
from qabyldau.schedule.hours_of import free_hours

if TYPE_CHECKING:
    from qabyldau.people.models import Official
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import ReceptionDay, Slot

PREFERRED = tuple(OptionKind)


@dataclass(frozen=True, slots=True)
class Change:
    """One person: the hour they have, and the one they would get; None: they would wait for another."""

    appeal: Appeal
    before: Slot
    slot: Slot | None
    mode: Mode

    @property
    def delay(self) -> timedelta:
        return max(self.slot.starts_at - self.before.starts_at, timedelta()) if self.slot else timedelta()


@dataclass(frozen=True, slots=True)
class Option:
    """One way, with what follows from it. `unplaced`: listed people whose answer is due and for whom
    no hour would be left."""

    kind: OptionKind
    official: Official
    changes: tuple[Change, ...]
    unplaced: int = 0

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.official.pk}"

    @property
    def moved(self) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.slot is not None)

    @property
    def left(self) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.slot is None)

    @property
    def same_hour(self) -> int:
        return sum(one.slot == one.before for one in self.changes)

    @property
    def last(self) -> datetime | None:
        """The latest hour that anybody gets."""
        return max((one.slot.starts_at for one in self.changes if one.slot), default=None)

    @property
    def digest(self) -> str:
        """Of what was shown: what is confirmed is that, or nothing."""
        said = [f"{one.appeal.pk}:{one.slot.pk if one.slot else 0}:{one.mode}" for one in self.changes]
        return hashlib.sha256(f"{self.key}|{'|'.join(said)}".encode()).hexdigest()[:32]

    def cost(self) -> tuple[int, int, timedelta, int]:
        """Nobody without an hour first, then no answer overdue, then the least delay."""
        delay = sum((one.delay for one in self.changes), timedelta())
        return (len(self.left), self.unplaced, delay, PREFERRED.index(self.kind))


@dataclass(frozen=True, slots=True)
class Affected:
    """Whom a day concerns: those with an hour, in its order, and those listed or decided without one."""

    day: ReceptionDay
    rows: tuple[Appointment, ...]
    waiting: tuple[Appeal, ...]


def affected(day: ReceptionDay) -> Affected:
    return Affected(day, tuple(appointments(day)), (*listed_waiting(day), *decided_for(day)))


def options(found: Affected, at: datetime) -> list[Option]:
    """Every way there is, the best first."""
    return sorted(_ways(found, at), key=Option.cost)


def elsewhere(found: Affected, at: datetime) -> Option:
    """The same official, other days: what becomes of a day that falls out by itself."""
    plan = _Plan(found, at, [found.day.official])
    return plan.other_hours(OptionKind.OTHER_DAY, found.day.official)


def _ways(found: Affected, at: datetime) -> Iterator[Option]:
    day = found.day
    others = colleagues(day)
    plan = _Plan(found, at, [day.official, *others])
    yield plan.other_hours(OptionKind.OTHER_DAY, day.official)
    receiving = _receiving_then(day)
    for other in others:
        if other.pk not in receiving:
            yield plan.substitute(other)
        if plan.has_hours(other):
            yield plan.other_hours(OptionKind.OTHER_OFFICIAL, other)
    if may_by_video(day):
        yield plan.by_video()


def colleagues(day: ReceptionDay) -> list[Official]:
    """Officials of the same group with authority on that day, who have not said that they cannot receive."""
    there = people.officials(day.office_id, day.on).filter(rank=day.official.rank).exclude(pk=day.official_id)
    away = queries.absent([one.pk for one in there], day.on)
    return [one for one in there if one.pk not in away]


def _receiving_then(day: ReceptionDay) -> set[int]:
    """Who receives at those hours themselves, or has a reception of that kind on that day."""
    same = schedule.days(day.office_id).filter(on=day.on).exclude(pk=day.pk)
    return {
        one.official_id
        for one in same
        if one.kind == day.kind or overlap((day.opens, day.closes), (one.opens, one.closes))
    }


def may_by_video(day: ReceptionDay) -> bool:
    """Whether this official may receive by video at all on that day, with consent or under a restriction."""
    if restrictions.covering(day.office_id, day.on):
        return False
    law = governing(day.office.code, day.on).edition
    return law.get(VideoByConsent).objection(Rank(day.official.rank), consented=True) is None


class _Plan:
    """Everything that the ways have in common, read once."""

    def __init__(self, found: Affected, at: datetime, officials: Sequence[Official]) -> None:
        self.found, self.day = found, found.day
        ids = [one.pk for one in officials]
        after = at + terms.ON_THE_WAY
        all_free = free_hours(ids, since=max(found.day.on, at.date()), after=after)
        self.free = [slot for slot in all_free if slot.day_id != found.day.pk]
        self.busy = self._busy()
        modes = dict.fromkeys((row.appeal_id for row in found.rows), Mode.IN_PERSON)
        self.persons = persons([row.appeal for row in found.rows], modes, found.day)

    def _busy(self) -> Busy:
        if not self.free:
            return Busy()
        last = max(slot.ends_at for slot in self.free)
        return occupied.busy(self.day.office_id, self.free[0].starts_at, last)

    def has_hours(self, official: Official) -> bool:
        return any(slot.day.official_id == official.pk for slot in self.free)

    def other_hours(self, kind: OptionKind, official: Official) -> Option:
        """Free hours of this official's days, in the order in which people had theirs."""
        given, spare = self._fitted(self.found.rows, official)
        changes = tuple(self._change(row, given.get(row.appeal_id)) for row in self.found.rows)
        return Option(kind, official, changes, self._unplaced(spare))

    def substitute(self, official: Official) -> Option:
        """The same hours with another official of the group: only the name changes."""
        changes = tuple(Change(row.appeal, row.slot, row.slot, Mode(row.mode)) for row in self.found.rows)
        # The day's own free hours are closed for now, and open again with the substitute.
        return Option(OptionKind.SUBSTITUTE, official, changes, self._unplaced(self._own_free()))

    def by_video(self) -> Option:
        """Whoever consented keeps the hour; the rest get other hours of the official."""
        rest = [row for row in self.found.rows if not row.appeal.video_consent]
        given, spare = self._fitted(rest, self.day.official)
        changes = tuple(
            Change(row.appeal, row.slot, row.slot, Mode.VIDEO)
            if row.appeal.video_consent
            else self._change(row, given.get(row.appeal_id))
            for row in self.found.rows
        )
        return Option(OptionKind.VIDEO, self.day.official, changes, self._unplaced(spare))

    def _own_free(self) -> int:
        return self.day.slot_count - len(self.found.rows)

    def _change(self, row: Appointment, slot: Slot | None) -> Change:
        mode = Mode(slot.day.mode) if slot else Mode(row.mode)
        return Change(row.appeal, row.slot, slot, mode)

    def _fitted(self, rows: Iterable[Appointment], official: Official) -> tuple[dict[int, Slot], int]:
        mine = {slot.pk: slot for slot in self.free if slot.day.official_id == official.pk}
        hours = [Hour(slot.pk, slot.starts_at, slot.ends_at) for slot in mine.values()]
        line: list[Person] = [self.persons[row.appeal.key] for row in rows]
        found = fit(line, hours, Busy(dict(self.busy.held)))
        given = {int(one.key.partition(":")[2]): mine[hour.slot_id] for one, hour in found.given}
        return given, len(hours) - len(found.given)

    def _unplaced(self, spare: int) -> int:
        unanswered = [one for one in self.found.waiting if one.due_on is not None]
        return max(0, len(unanswered) - spare)
