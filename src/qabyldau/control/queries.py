"""Reads: the instructions of a source, of an appeal, of a body; the board of all that is on control."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from qabyldau.bodies import queries as bodies
from qabyldau.control.kinds import AT_WORK, ON_CONTROL, Stage
from qabyldau.control.models import Check, DayChange, Escalation, Executor, Instruction, ReplyFile
from qabyldau.people.roles import Right
from qabyldau.regulation.norms.control import Instruction as Minuted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal


def given_in(office_id: int, source: str) -> list[Instruction]:
    """Those of one source that stand, in their places."""
    rows = _whole().filter(office_id=office_id, source=source).exclude(stage=Stage.DROPPED)
    return list(rows.order_by("place"))


def of_appeal(appeal: Appeal) -> list[Instruction]:
    return list(_whole().filter(appeal=appeal).exclude(stage=Stage.DROPPED).order_by("pk"))


def instruction(office_id: int, pk: int) -> Instruction:
    return _whole().get(office_id=office_id, pk=pk)


def next_place(office_id: int, source: str) -> int:
    last = Instruction.objects.filter(office_id=office_id, source=source).aggregate(last=Max("place"))["last"]
    return (last or 0) + 1


def as_minuted(instructions: Iterable[Instruction]) -> list[Minuted]:
    """As the law looks at them before the minutes are signed."""
    return [Minuted(one.text, _lead(one), one.due_on) for one in instructions]


def visible_to(actor: Actor, today: date) -> QuerySet[Instruction]:
    """The only door for pages: what the office controls, what one gave, what one's body carries out."""
    rows = Instruction.objects.filter(office_id=actor.office_id)
    if actor.may(Right.READ_CONTROL):
        own = not actor.may(Right.READ_APPEALS)
        return rows.filter(given_by_id=actor.official_id or 0) if own else rows
    if actor.may(Right.CARRY_OUT):
        mine = bodies.of_user(actor.office_id, actor.user_id, today)
        given = rows.exclude(stage__in=[Stage.DRAFT, Stage.DROPPED])
        return given.filter(pk__in=Executor.objects.filter(body__in=mine).values("instruction_id"))
    return rows.none()


def whole(rows: QuerySet[Instruction]) -> QuerySet[Instruction]:
    """With all that a row on a page shows."""
    return rows.select_related("appeal", "given_by", "office").prefetch_related("executors__body")


def on_control(rows: QuerySet[Instruction]) -> QuerySet[Instruction]:
    return rows.filter(stage__in=ON_CONTROL)


def at_work(rows: QuerySet[Instruction]) -> QuerySet[Instruction]:
    """What executors still have."""
    return rows.filter(stage__in=AT_WORK)


@dataclass(frozen=True, slots=True)
class Pressure:
    """How many instructions on control stand where: the tiles above the board."""

    overdue: int
    soon: int
    later: int
    waiting: int
    fulfilled: int

    @property
    def all(self) -> int:
        return self.overdue + self.soon + self.later + self.waiting + self.fulfilled


def pressure(rows: QuerySet[Instruction], today: date, soon: date) -> Pressure:
    """By one statement over what is on control; `soon`: the last day that counts as near."""
    work = Q(stage__in=AT_WORK)
    counts = on_control(rows).aggregate(
        overdue=Count("pk", filter=work & Q(due_on__lt=today)),
        soon=Count("pk", filter=work & Q(due_on__gte=today, due_on__lte=soon)),
        later=Count("pk", filter=work & Q(due_on__gt=soon)),
        waiting=Count("pk", filter=Q(stage=Stage.REPORTED)),
        fulfilled=Count("pk", filter=Q(stage=Stage.FULFILLED)),
    )
    return Pressure(**counts)


def leading_parts(office_id: int, instruction_ids: Iterable[int]) -> list[Executor]:
    """The leading bodies of those that executors still have."""
    rows = Executor.objects.filter(lead=True, instruction__office_id=office_id)
    rows = rows.filter(instruction__in=list(instruction_ids), instruction__stage__in=AT_WORK)
    return list(rows.select_related("body", "instruction__appeal", "instruction__office").order_by("pk"))


def due_between(office_id: int, first: date, last: date) -> list[int]:
    """Ids of what executors still have, due in these days."""
    rows = Instruction.objects.filter(office_id=office_id, stage__in=AT_WORK)
    return list(
        rows.filter(due_on__gte=first, due_on__lte=last).order_by("due_on", "pk").values_list("pk", flat=True)
    )


def not_told(office_id: int, level: str, until: date) -> list[int]:
    """Ids of what executors still have, whose day was this one or before, and this level does not know it."""
    rows = Instruction.objects.filter(office_id=office_id, stage__in=AT_WORK, due_on__lte=until)
    told = Escalation.objects.filter(instruction=OuterRef("pk"), level=level, due_on=OuterRef("due_on"))
    return list(rows.filter(~Exists(told)).order_by("due_on", "pk").values_list("pk", flat=True))


def note_reminded(parts: Iterable[Executor], today: date) -> None:
    """A reminder went to these bodies: another one goes on another day."""
    Executor.objects.filter(pk__in=[part.pk for part in parts]).update(reminded_on=today)


def taken_off(appeal: Appeal) -> QuerySet[Instruction]:
    """What its final answer took off control."""
    return Instruction.objects.filter(appeal=appeal, stage=Stage.DONE)


def still_open(appeal: Appeal) -> int:
    """How many instructions keep the appeal from its final answer."""
    rows = Instruction.objects.filter(appeal=appeal)
    return rows.exclude(stage__in=[Stage.FULFILLED, Stage.DONE, Stage.DROPPED]).count()


def open_check(appeal: Appeal) -> Check | None:
    return Check.objects.filter(appeal=appeal, outcome="").first()


def checks(appeal: Appeal) -> QuerySet[Check]:
    return Check.objects.filter(appeal=appeal).order_by("pk")


def open_checks(office_id: int) -> QuerySet[Check]:
    rows = Check.objects.filter(outcome="", appeal__office_id=office_id)
    return rows.select_related("appeal").order_by("due_on", "pk")


def open_wishes(rows: QuerySet[Instruction]) -> QuerySet[DayChange]:
    """Wishes for another day that nobody has decided."""
    waiting = DayChange.objects.filter(granted=None, instruction__in=rows)
    return waiting.select_related("instruction__appeal", "instruction__given_by").order_by("pk")


def escalated(office_id: int, level: str) -> QuerySet[Escalation]:
    rows = Escalation.objects.filter(level=level, instruction__office_id=office_id)
    return rows.filter(instruction__stage__in=AT_WORK).select_related("instruction")


def file_of(row: Instruction, file_id: int) -> ReplyFile | None:
    return ReplyFile.objects.filter(reply__instruction=row, pk=file_id).first()


def _lead(one: Instruction) -> str:
    return next((str(part.body_id) for part in one.executors.all() if part.lead), "")


def _whole() -> QuerySet[Instruction]:
    return whole(Instruction.objects.all())
