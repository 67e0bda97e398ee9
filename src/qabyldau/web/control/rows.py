"""An instruction as a row of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.control.kinds import AT_WORK
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.web.control.words import STAGES
from qabyldau.web.terms import days_left

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from qabyldau.control.models import Executor, Instruction


@dataclass(frozen=True, slots=True)
class Row:
    """`days`: working days left; None: the executor has nothing more to do. `lead` None: a draft lacks it."""

    instruction: Instruction
    days: int | None
    stage: Promise | str
    lead: Executor | None


def row(one: Instruction, today: date, calendar: WorkingCalendar) -> Row:
    waits = one.stage in AT_WORK and one.due_on is not None
    days = days_left(today, one.due_on, calendar) if waits and one.due_on else None
    lead = next((part for part in one.executors.all() if part.lead), None)
    return Row(one, days, STAGES[one.stage], lead)
