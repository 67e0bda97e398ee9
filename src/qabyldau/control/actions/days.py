"""Another day for an instruction: wished by its executor, decided only by who gave it (п. 32)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.control import letters
from qabyldau.control.actions.steps import locked, note, take
from qabyldau.control.models import DayChange
from qabyldau.people import queries as people
from qabyldau.people.actor import PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.instructions import ControlAct
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.control.models import Instruction


@transaction.atomic
def wish_day(instruction_id: int, *, until: date, reason: str, asked: Asked) -> DayChange:
    """The leading executor asks for a later day; until it is given, the old one stands."""
    row = locked(instruction_id, asked)
    _leads(row, asked)
    _later(row, until, asked)
    _no_wish_waits(row)
    wish = _change(row, until, reason, asked, wished_by=asked.by.name)
    take(row, ControlAct.WISH_DAY, asked, {"change": wish.pk, "until": until.isoformat()})
    return wish


@transaction.atomic
def grant_day(instruction_id: int, *, remark: str = "", asked: Asked) -> DayChange:
    """The wished day stands from now on; the earlier one stays beside it."""
    row, wish = _wish(instruction_id, asked)
    _decide(wish, granted=True, remark=remark, asked=asked)
    _put(row, wish, asked)
    return wish


@transaction.atomic
def deny_day(instruction_id: int, *, remark: str, asked: Asked) -> DayChange:
    """The day stays; the executor is told why."""
    row, wish = _wish(instruction_id, asked)
    _decide(wish, granted=False, remark=remark, asked=asked)
    note(row, "deny_day", asked, row.appeal.edition.cite(InstructionControl), {"change": wish.pk})
    letters.tell(row, "day_denied", at=asked.at, again=f"-{wish.pk}", remark=remark)
    return wish


@transaction.atomic
def move_day(instruction_id: int, *, until: date, reason: str, asked: Asked) -> DayChange:
    """Who gave the instruction sets another day."""
    row = locked(instruction_id, asked)
    _gave_it(row, asked)
    _no_wish_waits(row)
    law = row.appeal.edition.cite(InstructionControl)
    if until < local_day(row.office, asked.at):
        raise UnlawfulError("instruction_date_past", law, day=until)
    if until == row.due_on:
        raise UnlawfulError("day_is_the_same", law, day=until)
    made = _change(row, until, reason, asked)
    _decide(made, granted=True, remark="", asked=asked)
    _put(row, made, asked)
    return made


def may_move_day(row: Instruction, actor_official_id: int | None, rank: Rank, today: date) -> bool:
    """Who gave it; once their authority is over, an official of the same rank."""
    if row.given_by.authorised_on(today):
        return actor_official_id == row.given_by_id
    return actor_official_id is not None and rank == row.given_by.rank


def _gave_it(row: Instruction, asked: Asked) -> None:
    require(asked.by, Right.MOVE_INSTRUCTION_DAY, row.office_id)
    today = local_day(row.office, asked.at)
    rank = people.rank_of(asked.by)
    if not may_move_day(row, asked.by.official_id, rank, today):
        raise UnlawfulError("day_of_another", row.appeal.edition.cite(InstructionControl))


def _leads(row: Instruction, asked: Asked) -> None:
    if asked.by.office_id == row.office_id and asked.by.may(Right.CONTROL):
        return
    require(asked.by, Right.CARRY_OUT, row.office_id)
    mine = bodies.of_user(row.office_id, asked.by.user_id, local_day(row.office, asked.at))
    if not row.executors.filter(lead=True, body__in=mine).exists():
        raise PermissionDeniedError(Right.CARRY_OUT)


def _later(row: Instruction, until: date, asked: Asked) -> None:
    law = row.appeal.edition.cite(InstructionControl)
    if until < local_day(row.office, asked.at):
        raise UnlawfulError("instruction_date_past", law, day=until)
    if row.due_on and until <= row.due_on:
        raise UnlawfulError("day_not_later", law, day=row.due_on)


def _no_wish_waits(row: Instruction) -> None:
    if row.day_changes.filter(granted=None).exists():
        raise UnlawfulError("day_wish_waits", row.appeal.edition.cite(InstructionControl))


def _wish(instruction_id: int, asked: Asked) -> tuple[Instruction, DayChange]:
    row = locked(instruction_id, asked)
    _gave_it(row, asked)
    wish = row.day_changes.filter(granted=None).first()
    if wish is None:
        raise UnlawfulError("no_day_wish", row.appeal.edition.cite(InstructionControl))
    return row, wish


def _change(row: Instruction, until: date, reason: str, asked: Asked, wished_by: str = "") -> DayChange:
    return DayChange.objects.create(
        instruction=row,
        before=row.due_on or until,
        until=until,
        reason=reason.strip(),
        wished_by_name=wished_by,
        at=asked.at,
    )


def _decide(change: DayChange, *, granted: bool, remark: str, asked: Asked) -> None:
    change.granted, change.remark, change.decided_at = granted, remark.strip(), asked.at
    change.official_id = asked.by.official_id
    change.save(update_fields=["granted", "remark", "decided_at", "official"])


def _put(row: Instruction, change: DayChange, asked: Asked) -> None:
    row.due_on = change.until
    row.executors.filter(due_on__gt=change.until).update(due_on=change.until)
    facts = {"change": change.pk, "old": change.before.isoformat(), "new": change.until.isoformat()}
    take(row, ControlAct.MOVE_DAY, asked, dict(facts))
    letters.tell(row, "day_moved", at=asked.at, again=f"-{change.pk}", remark=change.remark or change.reason)
