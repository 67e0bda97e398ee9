"""How long somebody may think about an offer: in hours of the office's work, so never at night; pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from qabyldau.regulation.calendar import ONE_DAY, WorkingCalendar
from qabyldau.regulation.norms.intake import OfficeHours

# To choose among days a person may need to ask at home; one freed hour is soon of no use to the next.
TO_CHOOSE, TO_ANSWER = timedelta(hours=12), timedelta(hours=4)
# Nobody is asked to come, or to make up their mind, in less time than this.
LEAST, ON_THE_WAY = timedelta(hours=2), timedelta(hours=3)


def office_hours_later(
    moment: datetime, length: timedelta, hours: OfficeHours, calendar: WorkingCalendar
) -> datetime:
    """The moment at which so much of the office's working time will have passed."""
    day, left = moment.date(), length
    while True:
        for opens, closes in _stretches(day, hours, calendar):
            begins = max(moment, datetime.combine(day, opens, moment.tzinfo))
            ends = datetime.combine(day, closes, moment.tzinfo)
            if begins < ends and left <= ends - begins:
                return begins + left
            left -= max(ends - begins, timedelta())
        day += ONE_DAY


def _stretches(day: date, hours: OfficeHours, calendar: WorkingCalendar) -> list[tuple[time, time]]:
    if not calendar.is_working(day):
        return []
    if hours.lunch_from is None or hours.lunch_to is None:
        return [(hours.opens, hours.closes)]
    return [(hours.opens, hours.lunch_from), (hours.lunch_to, hours.closes)]


def until(
    moment: datetime, length: timedelta, first_hour: datetime, hours: OfficeHours, calendar: WorkingCalendar
) -> datetime | None:
    """By when to answer, with time left to come; None: too late to ask, the hour is given or left free."""
    wished = office_hours_later(moment, length, hours, calendar)
    last = min(wished, first_hour - ON_THE_WAY)
    return last if office_hours_later(moment, LEAST, hours, calendar) <= last else None
