"""The law laboratory: appeals of a stretch of days counted again under another edition, or another number.

Nothing is written. What would differ is told: the last day of the answer, whether the answer was in time,
and decisions that the other edition does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from qabyldau.registry import figures as registry
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.edition import Edition, NoNormError, clause
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Due, ExtensionCap, due
from qabyldau.regulation.norms.queue import Precedence, Standing
from qabyldau.regulation.norms.refusal import Ground
from qabyldau.regulation.terms import CalendarDays, Term, WorkingDays
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import figures as review
from qabyldau.worktime.spans import Span

if TYPE_CHECKING:
    from qabyldau.regulation.edition import Norm

MOST, SHOWN = 20_000, 50
WITHIN: dict[str, type[CalendarDays | WorkingDays]] = {
    "calendar": CalendarDays,
    "working": WorkingDays,
}


@dataclass(frozen=True, slots=True)
class Answered:
    """An appeal whose answer term ended: what was, and what would have been."""

    appeal_id: int
    number: str
    registered_on: date
    answered_on: date
    due_on: date
    other_due: date

    @property
    def moved(self) -> bool:
        return self.due_on != self.other_due

    @property
    def was_late(self) -> bool:
        return self.answered_on > self.due_on

    @property
    def would_be_late(self) -> bool:
        return self.answered_on > self.other_due


@dataclass(frozen=True, slots=True)
class Outcome:
    """What another edition would have made of the stretch. `rows`: the first that differ."""

    law: Edition
    looked_at: int
    moved: int
    newly_late: int
    no_longer_late: int
    extended_too_long: int
    grounds_unknown: int
    not_out_of_turn: int
    rows: tuple[Answered, ...]


def amended(law: Edition, within: Term) -> Edition:
    """The same edition with another number of days for the answer."""
    if not law.has(AnswerDeadline):
        raise UnlawfulError("edition_without_norm", edition=law.code)
    cited = law.cite(AnswerDeadline)
    if cited.edition != law.code:
        raise UnlawfulError("edition_without_norm", edition=law.code)
    own = law.clause(cited.number)
    norms: tuple[Norm, ...] = tuple(
        replace(norm, within=within) if type(norm) is AnswerDeadline else norm for norm in own.norms
    )
    return law.amended(f"{law.code}+{within.count}", law.since, clause(own.number, *norms))


def attempt(span: Span, law: Edition, calendar: WorkingCalendar) -> Outcome:
    """Count the stretch under this edition."""
    if not law.has(AnswerDeadline):
        raise UnlawfulError("edition_without_norm", edition=law.code)
    found = list(_answers(span, law, calendar))
    differing = [one for one in found if one.moved]
    return Outcome(
        law=law,
        looked_at=len(found),
        moved=len(differing),
        newly_late=sum(one.would_be_late and not one.was_late for one in found),
        no_longer_late=sum(one.was_late and not one.would_be_late for one in found),
        extended_too_long=sum(_too_long(span, law, calendar)),
        grounds_unknown=_grounds_unknown(span, law),
        not_out_of_turn=_not_out_of_turn(span, law),
        rows=tuple(sorted(differing, key=lambda one: (not one.would_be_late, one.number))[:SHOWN]),
    )


def _answers(span: Span, law: Edition, calendar: WorkingCalendar) -> Iterator[Answered]:
    """Terms that nobody set by hand: an extension has a day of its own."""
    count = _counting(law, calendar)
    ended = registry.answered(span).filter(set_by_hand=False).order_by("-pk")
    columns = ("appeal_id", "appeal__number", "event_on", "met_on", "due_on")
    for pk, number, event_on, met_on, due_on in ended.values_list(*columns)[:MOST]:
        yield Answered(pk, number, event_on, met_on, due_on, count(event_on).on)


def _counting(law: Edition, calendar: WorkingCalendar) -> Callable[[date], Due]:
    @cache
    def count(event: date) -> Due:
        return due(AnswerDeadline, event, law, calendar)

    return count


def _too_long(span: Span, law: Edition, calendar: WorkingCalendar) -> Iterator[bool]:
    """Extensions beyond what this edition allows; where it knows none, every one."""
    extended = registry.answered(span).filter(set_by_hand=True).order_by("-pk")
    for event_on, due_on in extended.values_list("event_on", "due_on")[:MOST]:
        try:
            yield due_on > due(ExtensionCap, event_on, law, calendar).on
        except NoNormError:
            yield True


def _grounds_unknown(span: Span, law: Edition) -> int:
    norms = (norm for row in law.clauses for norm in row.norms)
    known = [norm.code for norm in norms if isinstance(norm, Ground)]
    return review.refused(span).exclude(ground__in=known).count()


def _not_out_of_turn(span: Span, law: Edition) -> int:
    ahead = law.get(Precedence).ahead if law.has(Precedence) else frozenset[Standing]()
    return registry.out_of_turn(span).exclude(standing__in=[one.value for one in ahead]).count()
