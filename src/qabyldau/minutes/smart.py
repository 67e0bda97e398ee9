"""Hints for whoever dictates: is it concrete, measurable, due on a sensible day? Never a refusal."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from qabyldau.regulation.calendar import WorkingCalendar

SHORTEST = 25
SOON, LATE = 2, 90
NUMBERED = re.compile(r"\d")
VAGUE = re.compile(
    r"принять меры|принять к сведению|по возможности|усилить|активизировать|рассмотреть вопрос|проработать"
    r"|шара қолдан|назарға ал|мүмкіндігінше|күшейт|жандандыр|мәселені қара|пысықта",
    re.IGNORECASE,
)


class Hint(StrEnum):
    SHORT = "short"
    VAGUE = "vague"
    NOT_MEASURED = "not_measured"
    NO_EXECUTOR = "no_executor"
    NO_DAY = "no_day"
    DAY_OFF = "day_off"
    VERY_SOON = "very_soon"
    VERY_LATE = "very_late"


def hints(
    text: str, *, executor: bool, due_on: date | None, given_on: date, calendar: WorkingCalendar
) -> list[Hint]:
    """What could be said more clearly, in the order of the form."""
    return [*_of_text(text), *([] if executor else [Hint.NO_EXECUTOR]), *_of_day(due_on, given_on, calendar)]


def _of_text(text: str) -> Iterator[Hint]:
    if len(text.strip()) < SHORTEST:
        yield Hint.SHORT
    if VAGUE.search(text):
        yield Hint.VAGUE
    elif not NUMBERED.search(text):
        yield Hint.NOT_MEASURED


def _of_day(due_on: date | None, given_on: date, calendar: WorkingCalendar) -> Iterator[Hint]:
    if due_on is None:
        yield Hint.NO_DAY
        return
    if not calendar.is_working(due_on):
        yield Hint.DAY_OFF
    ahead = (due_on - given_on).days
    if ahead < SOON:
        yield Hint.VERY_SOON
    elif ahead > LATE:
        yield Hint.VERY_LATE
