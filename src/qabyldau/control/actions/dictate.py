"""Dictate an instruction, change it while it is a draft, put it on control when its minutes are signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.control import queries, recusal
from qabyldau.control.actions.steps import also, locked, note, take
from qabyldau.control.kinds import Stage
from qabyldau.control.models import Executor, Instruction
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.instructions import ControlAct
from qabyldau.regulation.norms import control
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.journal.actions import Facts
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Order:
    """What is dictated. Executor and day may still be missing: then the minutes cannot be signed."""

    text: str
    executor_id: int | None = None
    co_executor_ids: tuple[int, ...] = ()
    due_on: date | None = None


@transaction.atomic
def dictate(appeal: Appeal, *, source: str, given_by_id: int, order: Order, asked: Asked) -> Instruction:
    """A draft, in the next place of its source."""
    require(asked.by, Right.WRITE_MINUTES, appeal.office_id)
    today = local_day(appeal.office, asked.at)
    _not_past(appeal, order, today)
    row = Instruction.objects.create(
        office=appeal.office,
        appeal=appeal,
        source=source,
        place=queries.next_place(appeal.office_id, source),
        text=order.text.strip(),
        due_on=order.due_on,
        given_by_id=given_by_id,
        given_on=today,
        by_user_id=asked.by.user_id,
        at=asked.at,
    )
    _assign(row, order, today)
    _note("dictate", row, asked)
    return row


@transaction.atomic
def change(instruction_id: int, *, order: Order, asked: Asked) -> Instruction:
    """Word a draft anew; a signed instruction stays as it was signed."""
    row = _draft(instruction_id, asked)
    today = local_day(row.office, asked.at)
    _not_past(row.appeal, order, today)
    row.text, row.due_on = order.text.strip(), order.due_on
    row.version += 1
    row.save()
    row.executors.all().delete()
    _assign(row, order, today)
    _note("change_instruction", row, asked)
    return row


@transaction.atomic
def drop(instruction_id: int, *, asked: Asked) -> Instruction:
    """Take a draft back before the minutes are signed; its place stays empty."""
    row = _draft(instruction_id, asked)
    take(row, ControlAct.DROP, asked, _facts(row))
    return row


@transaction.atomic
def put_on_control(office_id: int, source: str, *, asked: Asked) -> list[Instruction]:
    """The minutes are signed: their instructions are fixed, and the department controls them."""
    rows = queries.given_in(office_id, source)
    for row in rows:
        take(row, ControlAct.PUT_ON_CONTROL, also(asked), _facts(row))
    return rows


def _draft(instruction_id: int, asked: Asked) -> Instruction:
    row = locked(instruction_id, asked)
    require(asked.by, Right.WRITE_MINUTES, row.office_id)
    if row.stage != Stage.DRAFT:
        raise UnlawfulError("instruction_is_signed", row.appeal.edition.cite(control.Minutes))
    return row


def _not_past(appeal: Appeal, order: Order, today: date) -> None:
    if order.due_on is not None and order.due_on < today:
        raise UnlawfulError("instruction_date_past", appeal.edition.cite(control.Minutes), day=order.due_on)


def _assign(row: Instruction, order: Order, today: date) -> None:
    """The leading executor, then the others; each must stand on that day."""
    ids = [order.executor_id, *order.co_executor_ids] if order.executor_id else list(order.co_executor_ids)
    there = {body.pk: body for body in bodies.active(row.office_id, today).filter(pk__in=ids)}
    for body_id in dict.fromkeys(ids):
        if body_id not in there:
            raise UnlawfulError("executor_unknown", row.appeal.edition.cite(control.InstructionControl))
        recusal.check_body(row.appeal, there[body_id], today)
        Executor.objects.create(instruction=row, body_id=body_id, lead=body_id == order.executor_id)


def _facts(row: Instruction) -> Facts:
    return {
        "source": row.source,
        "place": row.place,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "executors": list(row.executors.order_by("-lead", "pk").values_list("body_id", flat=True)),
    }


def _note(action: str, row: Instruction, asked: Asked) -> None:
    note(row, action, asked, row.appeal.edition.cite(control.InstructionControl), _facts(row))
