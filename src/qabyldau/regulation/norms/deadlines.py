"""By when: answers, extensions, notes and reports, each counted and explained day by day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum

from qabyldau.regulation.calendar import ONE_DAY, DayReason, WorkingCalendar
from qabyldau.regulation.edition import Citation, Edition, Norm
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.terms import CalendarDays, Months, Term, WorkingDays


class Start(Enum):
    """From which day a term runs."""

    NEXT_DAY = "a term runs from the day after the event"
    SAME_DAY = "the day of the event is the first day of the term"


class Roll(Enum):
    """What becomes of a term whose last day is a day off."""

    FORWARD = "the next working day is the last one"
    NONE = "the day off stays the last day"


@dataclass(frozen=True, slots=True)
class Counting(Norm):
    """From which day any term runs."""

    start: Start

    def last_day(self, event: date, term: Term, calendar: WorkingCalendar) -> date:
        return term.after(self.day_before_first(event, term), calendar)

    def day_before_first(self, event: date, term: Term) -> date:
        """A term of no days at all ends on the day of the event, however terms start."""
        return event - ONE_DAY if self.start is Start.SAME_DAY and term.count else event


@dataclass(frozen=True, slots=True)
class LastDayOff(Norm):
    """Where the last day of a term goes when it is a day off."""

    roll: Roll

    def lawful(self, raw: date, calendar: WorkingCalendar) -> date:
        return calendar.on_or_after(raw) if self.roll is Roll.FORWARD else raw


@dataclass(frozen=True, slots=True)
class Within(Norm):
    """Something is to be done within a term that starts with an event."""

    within: Term


@dataclass(frozen=True, slots=True)
class Ahead(Norm):
    """Something is to be done so many working days before a day."""

    ahead: WorkingDays


@dataclass(frozen=True, slots=True)
class Registration(Within):
    """An appeal is registered the same day in the state's register of appeals."""


@dataclass(frozen=True, slots=True)
class AnswerDeadline(Within):
    """Tell the applicant the day and hour of the reception, or refuse with reasons."""


@dataclass(frozen=True, slots=True)
class ExtensionCap(Within):
    """A hard question may take longer, by a reasoned decision of the head or a deputy."""

    decided_by: frozenset[Rank]


@dataclass(frozen=True, slots=True)
class ExtensionNotice(Within):
    """The applicant learns of the extension in time."""


@dataclass(frozen=True, slots=True)
class Redirection(Within):
    """A matter of another body's competence is passed on, and the applicant told."""


@dataclass(frozen=True, slots=True)
class AlarmForward(Within):
    """News of a crime or of a threat to people is passed on at once, whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Completion(Within):
    """What an appeal lacks is asked of the applicant, who has a term to add it."""


@dataclass(frozen=True, slots=True)
class CentralRequestNotice(Within):
    """The applicant learns that a central body was asked to take part, and that the term is extended."""


@dataclass(frozen=True, slots=True)
class RefusalReport(Within):
    """A body's refusal to take part in the akim's reception is reported to the President's Administration."""


@dataclass(frozen=True, slots=True)
class ComplaintTerm(Within):
    """A complaint is lodged within this term from the day the decision became known."""


@dataclass(frozen=True, slots=True)
class ComplaintAnswer(Within):
    """A complaint against a decision is answered within this term."""


@dataclass(frozen=True, slots=True)
class ReferenceNote(Ahead):
    """The department prepares the note on the appeal before the reception."""


@dataclass(frozen=True, slots=True)
class AbsenceNotice(Ahead):
    """An official who cannot receive says so in good time, or on the day itself."""

    def timely(self, told_on: date, reception: date, calendar: WorkingCalendar) -> bool:
        return told_on == reception or told_on <= self.ahead.before(reception, calendar)


@dataclass(frozen=True, slots=True)
class HearingNotice(Ahead):
    """Before a burdening decision the person is invited to be heard."""


class StepKind(StrEnum):
    """What one day of a count did."""

    EVENT = "event"
    COUNTED = "counted"
    SKIPPED = "skipped"
    ROLLED = "rolled"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Step:
    """One day of the count: `number` is its place in the term, `why` what kind of day it is."""

    day: date
    kind: StepKind
    why: DayReason
    number: int | None = None

    @property
    def counted(self) -> bool:
        return self.kind is StepKind.COUNTED


@dataclass(frozen=True, slots=True)
class Due:
    """A date with its reasons. `on`: last lawful day; `target`: the last working day that cannot be late.

    `rolled_under` is the clause that carried `raw`, a day off, forward to `on`; None where it did not move.
    """

    kind: str
    event: date
    raw: date
    on: date
    target: date
    citation: Citation
    counting: Citation
    steps: tuple[Step, ...]
    calendar_version: int
    term: Term
    back: bool = False
    rolled_under: Citation | None = None


def due(kind: type[Within], event: date, law: Edition, calendar: WorkingCalendar) -> Due:
    """When the law expects it, when we should do it, and which clauses say so."""
    term, counting = law.get(kind).within, law.get(Counting)
    raw = counting.last_day(event, term, calendar)
    on = law.get(LastDayOff).lawful(raw, calendar)
    return Due(
        kind=kind.__name__,
        event=event,
        raw=raw,
        on=on,
        target=calendar.on_or_before(raw),
        citation=law.cite(kind),
        counting=law.cite(Counting),
        steps=(
            *_counted(event, counting.day_before_first(event, term), term, calendar),
            *_carried(raw, on, calendar),
        ),
        calendar_version=calendar.version,
        term=term,
        rolled_under=law.cite(LastDayOff) if on != raw else None,
    )


def due_before(kind: type[Ahead], day: date, law: Edition, calendar: WorkingCalendar) -> Due:
    """The last day on which it is still early enough before `day`."""
    term = law.get(kind).ahead
    last = term.before(day, calendar)
    steps = [Step(day, StepKind.EVENT, calendar.why(day))]
    steps += _working_days(day, -ONE_DAY, term.count, calendar)
    return Due(
        kind=kind.__name__,
        event=day,
        raw=last,
        on=last,
        target=last,
        citation=law.cite(kind),
        counting=law.cite(Counting),
        steps=tuple(steps),
        calendar_version=calendar.version,
        term=term,
        back=True,
    )


def _counted(event: date, start: date, term: Term, calendar: WorkingCalendar) -> list[Step]:
    """The day of the event and every day of the term; of months, only their anniversaries."""
    steps = [Step(event, StepKind.EVENT, calendar.why(event))] if start == event else []
    if isinstance(term, WorkingDays):
        return steps + _working_days(start, ONE_DAY, term.count, calendar)
    unit = Months if isinstance(term, Months) else CalendarDays
    days = (unit(number).after(start, calendar) for number in range(1, term.count + 1))
    return steps + [
        Step(day, StepKind.COUNTED, calendar.why(day), number) for number, day in enumerate(days, start=1)
    ]


def _working_days(start: date, pace: timedelta, count: int, calendar: WorkingCalendar) -> list[Step]:
    steps: list[Step] = []
    day, number = start, 0
    while number < count:
        day += pace
        why = calendar.why(day)
        number += why.working
        kind = StepKind.COUNTED if why.working else StepKind.SKIPPED
        steps.append(Step(day, kind, why, number if why.working else None))
    return steps


def _carried(raw: date, on: date, calendar: WorkingCalendar) -> list[Step]:
    """The days off after the raw last day, and the working day the term was carried to."""
    if on == raw:
        return []
    between = [raw + ONE_DAY * shift for shift in range(1, (on - raw).days)]
    return [Step(day, StepKind.ROLLED, calendar.why(day)) for day in between] + [
        Step(on, StepKind.LAST, calendar.why(on))
    ]
