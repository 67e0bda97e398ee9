"""Reads of the reception: who came, who waits and why there, what the board says, what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from qabyldau.journal import queries as journal
from qabyldau.reception.models import HERE, Announcement, Attendance, FinalAnswer, HandedIn, Visit
from qabyldau.regulation import desk
from qabyldau.regulation.desk import DeskAct, Happened, Present, Replayed
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.queue import Standing, Waiting
from qabyldau.regulation.words import Words

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.journal.models import Entry
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay

# How many the board keeps of those called last, and shows of those who wait.
LAST_CALLS, NEXT = 4, 10


def attendance(appeal: Appeal) -> Attendance | None:
    """The last time that this person was expected and came, or did not come."""
    return Attendance.objects.filter(appointment__appeal=appeal).order_by("-pk").first()


def final_answer(appeal: Appeal) -> FinalAnswer | None:
    """The last one: after a check that found nothing done there is another."""
    return FinalAnswer.objects.filter(appeal=appeal).select_related("signed_by").order_by("-pk").first()


def signatories(ids: Iterable[int]) -> set[int]:
    """Officials who signed the final answers of these appeals."""
    return set(FinalAnswer.objects.filter(appeal__in=list(ids)).values_list("signed_by_id", flat=True))


def attended(day: ReceptionDay) -> list[Attendance]:
    """Everybody of a day who came or did not come, by the hour."""
    rows = Attendance.objects.filter(appointment__slot__day=day)
    return list(rows.select_related("appointment__appeal", "appointment__slot").order_by("appointment__slot"))


def queue_key(day_id: int) -> str:
    """How the journal names the line of a day."""
    return f"queue:{day_id}"


def law_of(day: ReceptionDay) -> Edition:
    return governing(day.office.code, day.on).edition


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody who waits: the place from 1, its reason, and the minutes it will take, about."""

    visit: Visit
    place: int
    reason: str
    minutes: int

    @property
    def before(self) -> int:
        return self.place - 1


def line(day: ReceptionDay, at: datetime) -> list[InLine]:
    """Who waits at the desk for this day's official, in the order of the law."""
    law = law_of(day)
    rows = Visit.objects.filter(day=day, stage=Stage.ARRIVED).select_related("appeal", "day", "office")
    waiting = {visit.pk: visit for visit in rows}
    ordered = desk.line([present(visit) for visit in waiting.values()], at, law)
    inside = current(day)
    ahead = day.slot_minutes if inside else 0
    return [
        InLine(waiting[one.visit], place, desk.reason(one, at, law), ahead + (place - 1) * day.slot_minutes)
        for place, one in enumerate(ordered, start=1)
    ]


def present(visit: Visit) -> Present:
    """The visit as the order sees it: nothing but what its arrival journaled."""
    standings = frozenset({Standing(visit.standing)}) if visit.standing else frozenset[Standing]()
    waiting = Waiting(visit.appeal_id, visit.appeal.registered_at, standings)
    return Present(visit.pk, waiting, visit.hour)


def place_of(appeal: Appeal, at: datetime) -> InLine | None:
    """Where the applicant stands in the line now; None: not in it."""
    visit = Visit.objects.filter(appeal=appeal, stage=Stage.ARRIVED).select_related("day__office").first()
    if visit is None:
        return None
    return next(one for one in line(visit.day, at) if one.visit.pk == visit.pk)


def visit_of(appeal: Appeal) -> Visit | None:
    """The last time that this person came."""
    return Visit.objects.filter(appeal=appeal).select_related("day").order_by("-pk").first()


def current(day: ReceptionDay) -> Visit | None:
    """Who is with the official."""
    return Visit.objects.filter(day=day, stage=Stage.WITH_OFFICIAL).select_related("appeal").first()


def called(day: ReceptionDay) -> Visit | None:
    """Who was called and has not come in yet."""
    return Visit.objects.filter(day=day, stage=Stage.CALLED).select_related("appeal").first()


def visits_of(day: ReceptionDay) -> QuerySet[Visit]:
    """Everybody who came on this day, in order of arrival."""
    return Visit.objects.filter(day=day).select_related("appeal", "appointment").order_by("pk")


def visits(day: ReceptionDay) -> list[Visit]:
    return list(visits_of(day))


def is_visit(office_id: int, visit_id: int) -> bool:
    """Whether somebody came to this office under this number of a visit."""
    return Visit.objects.filter(office_id=office_id, pk=visit_id).exists()


def handed_in(day: ReceptionDay) -> dict[int, list[Appeal]]:
    """By visit of this day: the appeals that were handed in at it."""
    found: dict[int, list[Appeal]] = {}
    for row in HandedIn.objects.filter(visit__day=day).select_related("appeal"):
        found.setdefault(row.visit_id, []).append(row.appeal)
    return found


def received(office_id: int, since: date, until: date) -> list[Appeal]:
    """Whom officials received between two days, both included: each appeal once."""
    rows = Visit.objects.filter(office_id=office_id, on__range=(since, until), stage=Stage.DONE)
    return list({one.appeal_id: one.appeal for one in rows.select_related("appeal").order_by("pk")}.values())


def visit(office_id: int, visit_id: int) -> Visit:
    return Visit.objects.select_related("appeal", "day", "office").get(office_id=office_id, pk=visit_id)


def here(appeal: Appeal) -> Visit | None:
    """The visit of this appeal that is not over."""
    return Visit.objects.filter(appeal=appeal, stage__in=HERE).first()


def announced(office_id: int, on: date) -> dict[int, datetime]:
    """Who said today that they are in the hall, and when: by appeal."""
    rows = Announcement.objects.filter(appeal__office_id=office_id, on=on)
    return dict(rows.values_list("appeal_id", "at"))


def called_elsewhere(visit: Visit) -> Visit | None:
    """The same person, called or inside somewhere else."""
    busy = Q(stage=Stage.CALLED) | Q(stage=Stage.WITH_OFFICIAL)
    same = Visit.objects.filter(busy, appeal__applicant_id=visit.appeal.applicant_id)
    return same.exclude(pk=visit.pk).first()


@dataclass(frozen=True, slots=True)
class Call:
    """A number on the board: never a name, never the register's number."""

    ticket: int
    room: Words
    at: datetime
    times: int
    inside: bool


@dataclass(frozen=True, slots=True)
class Next:
    """A number that waits, and in about how many minutes its turn comes."""

    ticket: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Board:
    """What the hall sees: last calls, newest first; who is next; how many wait, and about how long."""

    calls: tuple[Call, ...]
    next: tuple[Next, ...]
    waiting: int
    minutes: int


def board(office_id: int, on: date, at: datetime) -> Board:
    """The state of the hall on this day, all officials together."""
    rows = list(Visit.objects.filter(office_id=office_id, on=on).select_related("day__office", "appeal"))
    days = {visit.day_id: visit.day for visit in rows if visit.stage == Stage.ARRIVED}
    lines = [line(day, at) for day in days.values()]
    called = sorted((one for one in rows if one.called_at), key=_called_at, reverse=True)
    waiting = sorted((one for each in lines for one in each), key=lambda one: (one.minutes, one.place))
    return Board(
        calls=tuple(_call(one) for place, one in enumerate(called) if place < LAST_CALLS or _awaited(one)),
        next=tuple(Next(one.visit.ticket, one.minutes) for one in waiting[:NEXT]),
        waiting=len(waiting),
        minutes=max((one.minutes for one in waiting), default=0),
    )


def _called_at(visit: Visit) -> datetime:
    return visit.called_at or visit.arrived_at


def _awaited(visit: Visit) -> bool:
    """Called and not inside yet: such a number never leaves the board for a newer one."""
    return visit.stage == Stage.CALLED


def _call(visit: Visit) -> Call:
    return Call(visit.ticket, visit.room, _called_at(visit), visit.times_called, not _awaited(visit))


def replayed(day: ReceptionDay) -> list[Replayed]:
    """Every call of the day beside the order that the journal alone gives."""
    return list(desk.replay(_happened(day), law_of(day)))


def _happened(day: ReceptionDay) -> Iterator[Happened]:
    for entry in journal.about(day.office_id, queue_key(day.pk)):
        facts = entry.facts
        yield Happened(
            seq=entry.seq,
            at=entry.at,
            act=DeskAct(entry.action),
            visit=facts["visit"],
            present=_as_journaled(entry) if entry.action == DeskAct.ARRIVE else None,
            motive=facts.get("motive", False),
        )


def _as_journaled(entry: Entry) -> Present:
    facts = entry.facts
    standings = frozenset({Standing(facts["standing"])}) if facts["standing"] else frozenset[Standing]()
    registered_at = datetime.fromisoformat(facts["registered_at"])
    hour = datetime.fromisoformat(facts["hour"]) if facts["hour"] else None
    return Present(facts["visit"], Waiting(facts["appeal"], registered_at, standings), hour)
