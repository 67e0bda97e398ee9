"""Believable hours: when people write, call and come, and when an office does its work."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from qabyldau.regulation.calendar import WorkingCalendar

MORNING = (time(9, 5), time(12, 50))
AFTERNOON = (time(14, 35), time(18, 10))
LUNCH = (time(13, 5), time(14, 20))
AFTER_HOURS = (time(18, 35), time(19, 20))
EVENING = (time(19, 0), time(23, 40))
DAYTIME = (time(10, 0), time(22, 30))
A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Clock:
    """The calendar and the time zone of an office, and the chance by which hours fall."""

    zone: ZoneInfo
    calendar: WorkingCalendar
    chance: Random

    def at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zone)

    def within(self, day: date, span: tuple[time, time]) -> datetime:
        """Some minute of that span, on that day."""
        first, last = self.at(day, span[0]), self.at(day, span[1])
        return first + timedelta(minutes=self.chance.randint(0, int((last - first).total_seconds()) // 60))

    def office_hour(self, day: date) -> datetime:
        """Some minute of the working hours of a working day."""
        return self.within(day, self.chance.choice((MORNING, AFTERNOON)))

    def after(self, moment: datetime, working_days: int) -> datetime:
        """An office hour so many working days later; the same day only if there is time left."""
        day = self.calendar.on_or_after(moment.astimezone(self.zone).date())
        day = self.calendar.shift(day, working_days) if working_days else day
        found = self.office_hour(day)
        if found > moment:
            return found
        late = moment + timedelta(minutes=self.chance.randint(5, 25))
        return late if self._still_working(late) else self.office_hour(self.calendar.shift(day, 1))

    def _still_working(self, moment: datetime) -> bool:
        local = moment.astimezone(self.zone)
        return self.calendar.is_working(local.date()) and local.time() < time(18, 20)

    def shortly(self, moment: datetime) -> datetime:
        """A few minutes later."""
        return moment + timedelta(minutes=self.chance.randint(3, 9))

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()


def same_weekday(anchor: date, month: date) -> date:
    """The day of that month that has the anchor's place in its own: the third Thursday, the second Monday."""
    place = (anchor.day - 1) // A_WEEK
    first = month.replace(day=1)
    day = first + timedelta(days=(anchor.weekday() - first.weekday()) % A_WEEK + A_WEEK * place)
    return day if day.month == first.month else day - timedelta(days=A_WEEK)


def months(first: date, last: date) -> list[date]:
    """The first days of every month from that of `first` to that of `last`."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [
        date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1)
        for n in range(count)
    ]
