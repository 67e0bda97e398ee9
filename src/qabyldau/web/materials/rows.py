"""A request for materials as a row of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.materials.kinds import RequestState
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.web.materials.words import STATES
from qabyldau.web.terms import days_left

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from qabyldau.materials.models import MaterialRequest


@dataclass(frozen=True, slots=True)
class Row:
    """`days`: working days left; None: nothing is waited for."""

    request: MaterialRequest
    days: int | None
    state: Promise | str


def row(request: MaterialRequest, today: date, calendar: WorkingCalendar) -> Row:
    is_open = request.state == RequestState.OPEN
    days = days_left(today, request.due_on, calendar) if is_open else None
    return Row(request, days, STATES.get(request.state, request.state))
