"""The hours of a day cut into slots around its break; pure, for tables and sheets alike."""

from datetime import date, datetime, time, timedelta

A_DAY = date(2000, 1, 1)
LATEST = time(23, 59)


class PastMidnightError(ValueError):
    """So many slots would not fit into the day."""


def cut(
    opens: time, minutes: int, places: int, break_at: time | None = None, break_minutes: int = 0
) -> list[tuple[time, time]]:
    """Beginning and end of every slot; one that would reach into the break begins after it."""
    length, found = timedelta(minutes=minutes), []
    moment = datetime.combine(A_DAY, opens)
    rest = datetime.combine(A_DAY, break_at) if break_at else None
    for _ in range(places):
        if rest and moment < rest + timedelta(minutes=break_minutes) and moment + length > rest:
            moment = rest + timedelta(minutes=break_minutes)
        if moment + length > datetime.combine(A_DAY, LATEST):
            raise PastMidnightError
        found.append((moment.time(), (moment + length).time()))
        moment += length
    return found


def closing(opens: time, minutes: int, places: int, break_at: time | None, break_minutes: int) -> time:
    return cut(opens, minutes, places, break_at, break_minutes)[-1][1]


def overlap(one: tuple[time, time], other: tuple[time, time]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
