"""The clock of an appeal: what is owed by when, how far it has run, and every term with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from qabyldau.registry import queries as registry
from qabyldau.registry.kinds import TermKind
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.web.components import Shape
from qabyldau.web.staff.words import TERMS
from qabyldau.web.templatetags.look import shape_of
from qabyldau.web.terms import days_left

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal, Term


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term with its count. For a term set by hand `due` is the limit that the law sets to it."""

    term: Term
    words: str | Promise
    due: Due
    is_open: bool
    days: int | None


@dataclass(frozen=True, slots=True)
class Clock:
    """`days`: working days left, None when nothing runs; `passed` of `whole` calendar days."""

    days: int | None
    passed: int
    whole: int
    answer: TermLine | None
    before: TermLine | None
    others: list[TermLine]

    @property
    def shape(self) -> Shape:
        return shape_of(self.days)

    @property
    def met_on(self) -> date | None:
        return self.answer.term.met_on if self.answer else None


def read(appeal: Appeal, today: date, calendar: WorkingCalendar) -> Clock:
    lines = [_line(term, today, calendar) for term in appeal.terms.select_related("appeal").order_by("pk")]
    answers = [line for line in lines if line.term.kind == TermKind.ANSWER]
    answer = answers[-1] if answers else None
    passed, whole = _run(appeal, answer, today)
    return Clock(
        days=answer.days if answer else None,
        passed=passed,
        whole=whole,
        answer=answer,
        before=answers[-2] if len(answers) > 1 else None,
        others=[line for line in lines if line.term.kind != TermKind.ANSWER],
    )


def _line(term: Term, today: date, calendar: WorkingCalendar) -> TermLine:
    is_open = term.met_on is None and term.replaced_by_id is None
    left = days_left(today, term.due_on, calendar) if is_open else None
    words = TERMS.get(term.kind, term.kind)
    return TermLine(term, words, registry.due_of(term, calendar), is_open, left)


def _run(appeal: Appeal, answer: TermLine | None, today: date) -> tuple[int, int]:
    """How many days have passed of how many; a clock that was met stands where it was met."""
    if answer is None:
        return 0, 1
    whole = max(1, (answer.term.due_on - appeal.registered_on).days)
    until = answer.term.met_on or today
    return min(whole, max(0, (until - appeal.registered_on).days)), whole
