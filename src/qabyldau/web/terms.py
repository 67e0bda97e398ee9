"""How many working days are left: what a deadline's shape and words are made from."""

from datetime import date, timedelta

from qabyldau.regulation.calendar import WorkingCalendar

ONE_DAY = timedelta(days=1)


def days_left(today: date, due_on: date, calendar: WorkingCalendar) -> int:
    """Working days from tomorrow to the last day; 0: today is the last; below 0: how many are overdue."""
    if due_on < today:
        return -max(1, _working(due_on, today, calendar))
    return _working(today, due_on, calendar)


def _working(after: date, until: date, calendar: WorkingCalendar) -> int:
    days = (after + ONE_DAY * shift for shift in range(1, (until - after).days + 1))
    return sum(calendar.is_working(day) for day in days)
