"""One appeal among many, from its registration to the day on which its rows are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.demo.generate.course import Course
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.lifecycle import AT_REST, Action, State
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Due, Registration, due

if TYPE_CHECKING:
    from qabyldau.demo.generate.letters import Letter
    from qabyldau.demo.generate.persons import Person
    from qabyldau.people.models import Office
    from qabyldau.regulation.calendar import WorkingCalendar

ANSWERED = AT_REST | {State.APPOINTED, State.HELD, State.MISSED}
SLOT = timedelta(minutes=5)
OPENS = time(9)
BETWEEN = 10
DAYS_AFTER = 70


@dataclass(slots=True)
class Hall:
    """One official on one day: hours are given one after another."""

    pk: int
    official_id: int
    day: int
    first_slot: int
    taken: int = 0


@dataclass(slots=True)
class Seat:
    """An hour of a day of reception."""

    hall: Hall
    place: int

    @property
    def slot_id(self) -> int:
        return self.hall.first_slot + self.place - 1


@dataclass(slots=True)
class Life:
    """`first` and `answered` are working days of the almanac; `minute` counts from the opening."""

    pk: int
    counter: int
    person: Person
    letter: Letter
    channel: str
    first: int
    minute: int
    course: Course
    seat: Seat | None
    state: State = State.REGISTERED
    done: int = 0
    answered: int | None = None
    ended: int | None = None

    def has(self, action: Action) -> bool:
        return any(one is action for _, one in self.course.steps[: self.done])

    @property
    def key(self) -> str:
        return f"appeal:{self.pk}"


class Almanac:
    """Working days one after another, the law of each, and the terms that begin on it."""

    def __init__(
        self, office: Office, law: Edition, calendar: WorkingCalendar, since: date, until: date
    ) -> None:
        self.law = law
        self._calendar = calendar
        self._zone = ZoneInfo(office.zone)
        span = (until - since).days
        every = (since + timedelta(days=number) for number in range(span + 1))
        self.days = [day for day in every if calendar.is_working(day)]
        self.length = len(self.days)
        after = [calendar.shift(self.days[-1], number) for number in range(1, DAYS_AFTER)]
        self.days += after
        self._terms: dict[int, tuple[Due, Due]] = {}

    def terms(self, first: int) -> tuple[Due, Due]:
        """Of the answer, and of the number in the state's register."""
        if first not in self._terms:
            day = self.days[first]
            answer = due(AnswerDeadline, day, self.law, self._calendar)
            self._terms[first] = answer, due(Registration, day, self.law, self._calendar)
        return self._terms[first]

    def moment(self, day: int, minute: int) -> datetime:
        """In UTC, as it is stored."""
        local = datetime.combine(self.days[day], OPENS, self._zone) + timedelta(minutes=minute)
        return local.astimezone(ZoneInfo("UTC"))

    def hour(self, seat: Seat) -> datetime:
        return self.moment(seat.hall.day, 0) + SLOT * (seat.place - 1)


def stored(at: datetime) -> str:
    """As both databases keep a moment."""
    return at.strftime("%Y-%m-%d %H:%M:%S")
