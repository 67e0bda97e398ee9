"""Reminders that the department sends: one numbered paper a body, with all that is chosen."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.control import papers, queries
from qabyldau.control.actions.steps import also, note
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.instructions import ControlAct
from qabyldau.regulation.norms.control import InstructionControl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qabyldau.papers.models import Paper


@transaction.atomic
def remind(office_id: int, instruction_ids: Iterable[int], *, asked: Asked) -> list[Paper]:
    """Of those chosen that executors still have; what is reported meanwhile is passed over."""
    require(asked.by, Right.CONTROL, office_id)
    parts = sorted(queries.leading_parts(office_id, instruction_ids), key=lambda one: one.body_id)
    sent = []
    for _, found in groupby(parts, key=lambda one: one.body_id):
        due = sorted(found, key=lambda one: (one.instruction.due_on, one.pk))
        paper = papers.remind(due, asked)
        for part in due:
            citation = part.instruction.appeal.edition.cite(InstructionControl)
            note(part.instruction, ControlAct.REMIND, also(asked), citation, {"paper": paper.pk})
        queries.note_reminded(due, local_day(due[0].instruction.office, asked.at))
        sent.append(paper)
    return sent
