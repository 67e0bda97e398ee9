"""The one place where an instruction changes its stage: it steps along the table, and is journaled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.control.models import Executor, Instruction
from qabyldau.journal import actions as journal
from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import Asked
from qabyldau.regulation.instructions import ControlAct, step

if TYPE_CHECKING:
    from qabyldau.journal.actions import Facts
    from qabyldau.regulation.edition import Citation


def locked(instruction_id: int, asked: Asked) -> Instruction:
    """The instruction for an act; refuses a page that was opened before somebody else acted."""
    rows = Instruction.objects.select_for_update(of=("self",))
    row = rows.select_related("appeal__office", "office", "given_by").get(pk=instruction_id)
    if asked.version is not None and asked.version != row.version:
        raise StaleError(row.appeal.number)
    return row


def locked_part(part_id: int, asked: Asked) -> Executor:
    """A body's part, with its instruction locked."""
    part = Executor.objects.select_related("body", "person").get(pk=part_id)
    part.instruction = locked(part.instruction_id, asked)
    return part


def take(row: Instruction, act: ControlAct, asked: Asked, facts: Facts | None = None) -> None:
    """Step a locked instruction along the table; who was asked is kept with the clause."""
    law = row.appeal.edition
    found = step(act, row.standing, law)
    row.stage = found.target.value
    row.version += 1
    row.save()
    note(row, act, asked, law.cite(found.under), facts)


def note(row: Instruction, action: str, asked: Asked, citation: Citation, facts: Facts | None = None) -> None:
    """About the appeal: what was ordered at a reception belongs to its course."""
    journal.write(
        action,
        about=row.appeal.key,
        by=asked.by,
        at=asked.at,
        citation=citation,
        facts={"instruction": row.pk, **(facts or {})},
        once=asked.once,
        asked=asked.digest,
    )


def also(asked: Asked) -> Asked:
    """For the further rows of one act: its key is kept once, with the first."""
    return Asked(by=asked.by, at=asked.at)
