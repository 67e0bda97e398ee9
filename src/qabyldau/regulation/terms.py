"""Сроки: the units in which the law counts time."""

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

from qabyldau.regulation.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """Every day counts."""

    count: int

    def after(self, day: date, _: WorkingCalendar) -> date:
        return day + timedelta(days=self.count)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Only working days count, worked weekends among them."""

    count: int

    def after(self, day: date, calendar: WorkingCalendar) -> date:
        return calendar.shift(day, self.count)

    def before(self, day: date, calendar: WorkingCalendar) -> date:
        return calendar.shift(day, -self.count)


@dataclass(frozen=True, slots=True)
class Months:
    """Same day number in a later month, or that month's last day if there is none."""

    count: int

    def after(self, day: date, _: WorkingCalendar) -> date:
        year, month = divmod(day.year * 12 + day.month - 1 + self.count, 12)
        last = months.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))


Term = CalendarDays | WorkingDays | Months
