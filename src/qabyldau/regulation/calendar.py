"""Working days: which days count, why a day does not, and for which years we know.

Days are ranked once per calendar, so that a shift by any number of working days is two look-ups.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from qabyldau.regulation.words import Words

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class CalendarUnknownError(LookupError):
    """Asked about a year whose days off nobody has entered yet."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"No working calendar for {year}: enter its days off on the calendar page, "
            "or add the year to regulation/calendars/kz.py"
        )
        self.year = year


class DayKind(StrEnum):
    """What a day is for those who count working days."""

    WORKING = "working"
    WORKING_WEEKEND = "working_weekend"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MOVED = "moved"


OFF = frozenset({DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.MOVED})


@dataclass(frozen=True, slots=True)
class DayOff:
    """A holiday, or a day off that was moved to this date."""

    name: Words
    moved: bool = False


@dataclass(frozen=True, slots=True)
class DayReason:
    """Why a day counts or does not; `name` is the holiday, or what the day off was moved for."""

    kind: DayKind
    name: Words | None = None

    @property
    def working(self) -> bool:
        return self.kind not in OFF


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """A day that an act of the Government or of the ministry made working or off."""

    day: date
    working: bool
    name: Words
    act: str


@dataclass(frozen=True, slots=True, eq=False)
class WorkingCalendar:
    """The working days of consecutive years, as ordered up to `version`."""

    years: range
    days_off: Mapping[date, DayOff]
    working_weekends: frozenset[date]
    version: int = 0
    # The first day's ordinal, how many working days lie before each day since, and all working days.
    _first: int = field(init=False, repr=False)
    _ranks: tuple[int, ...] = field(init=False, repr=False)
    _days: tuple[date, ...] = field(init=False, repr=False)

    def why(self, day: date) -> DayReason:
        """What kind of day this is, with the name of the holiday."""
        if day.year not in self.years:
            raise CalendarUnknownError(day.year)
        weekend = day.weekday() >= SATURDAY
        if day in self.working_weekends:
            return DayReason(DayKind.WORKING_WEEKEND)
        if off := self.days_off.get(day):
            return DayReason(DayKind.MOVED if off.moved else DayKind.HOLIDAY, off.name)
        return DayReason(DayKind.WEEKEND if weekend else DayKind.WORKING)

    def is_working(self, day: date) -> bool:
        return self.why(day).working

    def shift(self, day: date, working_days: int) -> date:
        """The working day that lies so many working days after (or, if negative, before)."""
        index = day.toordinal() - self._first
        try:
            if working_days > 0 <= index:
                return self._days[self._ranks[index + 1] + working_days - 1]
            found = self._ranks[index] + working_days
        except IndexError:
            raise self._unknown(day, working_days) from None
        if found < 0 or day.year not in self.years:
            raise self._unknown(day, working_days)
        return self._days[found] if working_days else day

    def on_or_after(self, day: date) -> date:
        return day if self.is_working(day) else self.shift(day, 1)

    def on_or_before(self, day: date) -> date:
        return day if self.is_working(day) else self.shift(day, -1)

    def changed(
        self, changes: Iterable[CalendarChange], version: int, years: range | None = None
    ) -> "WorkingCalendar":
        """This calendar after further orders; `years` opens a year that was not known before."""
        days_off, weekends = dict(self.days_off), set(self.working_weekends)
        for change in changes:
            days_off.pop(change.day, None)
            weekends.discard(change.day)
            if not change.working:
                days_off[change.day] = DayOff(change.name, moved=True)
            elif change.day.weekday() >= SATURDAY:
                weekends.add(change.day)
        return replace(
            self,
            years=years or self.years,
            days_off=days_off,
            working_weekends=frozenset(weekends),
            version=version,
        )

    def __post_init__(self) -> None:
        first, last = date(self.years[0], 1, 1).toordinal(), date(self.years[-1], 12, 31).toordinal()
        ranks, days = [0], []
        for ordinal in range(first, last + 1):
            day = date.fromordinal(ordinal)
            if self.is_working(day):
                days.append(day)
            ranks.append(len(days))
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_ranks", tuple(ranks))
        object.__setattr__(self, "_days", tuple(days))

    def _unknown(self, day: date, working_days: int) -> CalendarUnknownError:
        if day.year not in self.years:
            return CalendarUnknownError(day.year)
        return CalendarUnknownError(self.years[0] - 1 if working_days < 0 else self.years[-1] + 1)
