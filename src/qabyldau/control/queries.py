"""Reads: the instructions of a source, of an appeal, of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Max, QuerySet

from qabyldau.control.kinds import Stage
from qabyldau.control.models import Instruction
from qabyldau.regulation.norms.control import Instruction as Minuted

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def _lead(one: Instruction) -> str:
    return next((str(part.body_id) for part in one.executors.all() if part.lead), "")


def _whole() -> QuerySet[Instruction]:
    rows = Instruction.objects.select_related("appeal", "given_by", "office")
    return rows.prefetch_related("executors__body")
