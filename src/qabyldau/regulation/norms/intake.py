"""How an appeal comes in: channels, hours, the day of registration, the talon."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.edition import Norm
from qabyldau.regulation.norms.matter import looks_empty
from qabyldau.regulation.words import Words

__all__ = [
    "BookingHours",
    "Channel",
    "Channels",
    "OfficeHours",
    "OralProtocol",
    "RegistrationDay",
    "Talon",
    "Why",
    "looks_empty",
]


class Channel(StrEnum):
    """By which way an appeal reached the office."""

    PORTAL = "portal"
    POST = "post"
    HAND_DELIVERED = "hand_delivered"
    ORAL = "oral"
    CALL_CENTRE = "call_centre"

    @property
    def words(self) -> Words:
        return CHANNEL_WORDS[self]


CHANNEL_WORDS = {
    Channel.PORTAL: Words(kk="«электрондық үкімет» порталы", ru="портал «электронного правительства»"),
    Channel.POST: Words(kk="пошта", ru="почта"),
    Channel.HAND_DELIVERED: Words(kk="қолма-қол", ru="нарочно"),
    Channel.ORAL: Words(kk="ауызша", ru="устно"),
    Channel.CALL_CENTRE: Words(kk="Call-орталық", ru="Call-центр"),
}


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The working day of an office, in its local time; the lunch break may be absent."""

    opens: time
    closes: time
    lunch_from: time | None = None
    lunch_to: time | None = None

    def at_lunch(self, moment: time) -> bool:
        return (
            self.lunch_from is not None
            and self.lunch_to is not None
            and self.lunch_from <= moment < self.lunch_to
        )

    def within(self, moment: time) -> bool:
        return self.opens <= moment < self.closes and not self.at_lunch(moment)


@dataclass(frozen=True, slots=True)
class Channels(Norm):
    """By which ways a person may ask for a reception."""

    open: frozenset[Channel]
    by_staff: frozenset[Channel]


@dataclass(frozen=True, slots=True)
class BookingHours(Norm):
    """Staff keep the booking on working days, in working hours, with a break for lunch."""

    def observed(self, moment: datetime, hours: OfficeHours, calendar: WorkingCalendar) -> bool:
        """Whether a local moment lies in them; booking at another time is recorded, and flagged."""
        return calendar.is_working(moment.date()) and hours.within(moment.time())


class Why(StrEnum):
    """Why an appeal is registered on that day."""

    SAME_DAY = "same_day"
    AFTER_HOURS = "after_hours"
    DAY_OFF = "day_off"


@dataclass(frozen=True, slots=True)
class RegistrationDay(Norm):
    """Registered on the day of receipt; what came after hours or on a day off, on the next working day."""

    def registered_on(
        self, received_at: datetime, hours: OfficeHours, calendar: WorkingCalendar
    ) -> tuple[date, Why]:
        """The day of registration of what came at a local moment, and why that day."""
        day = received_at.date()
        if not calendar.is_working(day):
            return calendar.shift(day, 1), Why.DAY_OFF
        if received_at.time() >= hours.closes:
            return calendar.shift(day, 1), Why.AFTER_HOURS
        return day, Why.SAME_DAY


@dataclass(frozen=True, slots=True)
class Talon(Norm):
    """The applicant gets a талон that says at least this."""

    fields: tuple[str, ...]

    def missing(self, filled: Iterable[str]) -> tuple[str, ...]:
        present = frozenset(filled)
        return tuple(field for field in self.fields if field not in present)


@dataclass(frozen=True, slots=True)
class OralProtocol(Norm):
    """An oral appeal is written into a protocol by the official who heard it, and read back."""

    fields: tuple[str, ...]
    affirmation: Words
