"""Reads: the minutes of a day with who was received, their answers, instructions, addenda and extracts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau.consulting import queries as consulting
from qabyldau.control import queries as control
from qabyldau.minutes.models import Addendum, Extract, Minutes, Result
from qabyldau.participation import queries as participation
from qabyldau.participation.kinds import Ready
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.words import Words
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet

    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Instruction
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay

CAME_IN = {Stage.WITH_OFFICIAL, Stage.DONE}


@dataclass(frozen=True, slots=True)
class Written:
    """All that stands in the minutes of a day so far."""

    minutes: Minutes
    results: tuple[Result, ...]
    instructions: tuple[Instruction, ...]
    addenda: tuple[Addendum, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody received on the day, with what was answered and ordered so far."""

    appeal: Appeal
    mode: str
    answer: str = ""
    instructions: tuple[Instruction, ...] = ()

    @property
    def is_minuted(self) -> bool:
        return bool(self.answer or self.instructions)


@dataclass(frozen=True, slots=True)
class TookPart:
    """Somebody beside the official and the applicant."""

    name: str
    whence: Words


def of_day(day: ReceptionDay) -> Minutes | None:
    return Minutes.objects.filter(day=day).select_related("signed_by", "paper", "day__official").first()


def of_office(office_id: int) -> QuerySet[Minutes]:
    """Newest day first."""
    rows = Minutes.objects.filter(office_id=office_id).select_related("day__official", "signed_by", "paper")
    return rows.order_by("-day__on", "-pk")


def of_source(office_id: int, source: str) -> Minutes | None:
    """The minutes in which an instruction was given; None: it was given elsewhere."""
    if not _is_ours(source):
        return None
    return of_office(office_id).filter(pk=int(source.partition(":")[2])).first()


def days(actor: Actor, today: date, limit: int) -> list[tuple[ReceptionDay, Minutes | None]]:
    """Days that have begun, the newest first, with the minutes of each; an official sees their own."""
    there = schedule.days(actor.office_id).filter(published_at__isnull=False, on__lte=today)
    mine = there if actor.may(Right.READ_APPEALS) else there.filter(official_id=actor.official_id or 0)
    rows = list(mine.order_by("-on", "-pk")[:limit])
    kept = {one.day_id: one for one in of_office(actor.office_id).filter(day__in=[row.pk for row in rows])}
    return [(row, kept.get(row.pk)) for row in rows]


def unsigned(official_id: int, today: date) -> QuerySet[Minutes]:
    """Minutes begun before today that wait for the signature of this official."""
    rows = Minutes.objects.filter(day__official_id=official_id, signed_at=None, day__on__lt=today)
    return rows.order_by("day__on", "pk")


def written(minutes: Minutes) -> Written:
    return Written(
        minutes,
        tuple(minutes.results.select_related("appeal").order_by("pk")),
        tuple(control.given_in(minutes.office_id, minutes.key)),
        tuple(minutes.addenda.select_related("signed_by", "paper").order_by("place")),
    )


def received(day: ReceptionDay) -> list[Person]:
    """Everybody received on this day, in the order in which they came in."""
    minutes = of_day(day)
    found = written(minutes) if minutes else None
    answers = {one.appeal_id: one.answer for one in found.results} if found else {}
    given = found.instructions if found else ()
    return [
        Person(
            appeal,
            mode,
            answers.get(appeal.pk, ""),
            tuple(one for one in given if one.appeal_id == appeal.pk),
        )
        for appeal, mode in _came_in(day)
    ]


def _came_in(day: ReceptionDay) -> Iterator[tuple[Appeal, str]]:
    """By the desk's own visits; then those received without it, each once."""
    seen: set[int] = set()
    visits = ((one.appeal, one.mode) for one in reception.visits(day) if one.stage in CAME_IN)
    held = ((one.appointment.appeal, one.appointment.mode) for one in reception.attended(day) if one.came)
    for appeal, mode in (*visits, *held):
        if appeal.pk not in seen:
            seen.add(appeal.pk)
            yield appeal, mode


def took_part(day: ReceptionDay) -> list[TookPart]:
    """Those of bodies who came, confirmed interpreters, employees called in."""
    appeals = [appeal for appeal, _ in _came_in(day)]
    bodies = [
        TookPart(one.presence.name, one.body.name)
        for one in participation.invitations(day)
        if getattr(one, "presence", None) and one.presence.came
    ]
    asked = [found for one in appeals if (found := participation.interpreter(one))]
    interpreters = [
        TookPart(one.name, Words(kk=f"аудармашы ({one.language})", ru=f"переводчик ({one.language})"))
        for one in asked
        if one.ready == Ready.CONFIRMED
    ]
    called = [
        TookPart(one.employee, Words(kk=one.position, ru=one.position))
        for one in consulting.came_in(appeals, day.on)
    ]
    return [*bodies, *dict.fromkeys(interpreters), *called]


def result(appeal: Appeal) -> Result | None:
    """What was last answered to this person on the spot."""
    return Result.objects.filter(appeal=appeal).select_related("minutes").order_by("-pk").first()


def signed_for(appeal: Appeal) -> list[Minutes]:
    """Signed minutes in which this person stands: attached to the appeal (п. 23)."""
    by_results = set(Result.objects.filter(appeal=appeal).values_list("minutes_id", flat=True))
    sources = {one.source for one in control.of_appeal(appeal)}
    rows = of_office(appeal.office_id).filter(signed_at__isnull=False)
    there = rows.filter(pk__in=by_results | {int(one.partition(":")[2]) for one in sources if _is_ours(one)})
    return list(there.prefetch_related("addenda__paper"))


def _is_ours(source: str) -> bool:
    return source.startswith("minutes:")


def extracts(minutes: Minutes) -> list[Extract]:
    return list(Extract.objects.filter(minutes=minutes).select_related("body", "paper").order_by("pk"))


def extract_for(instruction: Instruction, body: Body) -> Extract | None:
    """The paper by which a body was told of an instruction; None: not of ours."""
    minutes = of_source(instruction.office_id, instruction.source)
    return Extract.objects.filter(body=body, minutes=minutes).select_related("paper").first()
