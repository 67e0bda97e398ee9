"""The calendar of Kazakhstan day by day: against our written list, and against the `holidays` package."""

from datetime import date, timedelta

import holidays
import pytest

from qabyldau.regulation.calendar import SATURDAY
from tests.law.given import KZ

# Days off that fall on Monday to Friday, as collected from the published calendars.
WEEKDAYS_OFF = {
    2020: "01.01 02.01 03.01 07.01 09.03 23.03 24.03 25.03 01.05 07.05 08.05 06.07 31.07 31.08 01.12 "
    "16.12 17.12 18.12",
    2021: "01.01 04.01 07.01 08.03 22.03 23.03 24.03 03.05 07.05 10.05 05.07 06.07 20.07 30.08 01.12 "
    "16.12 17.12",
    2022: "03.01 04.01 07.01 07.03 08.03 21.03 22.03 23.03 02.05 09.05 10.05 06.07 29.08 30.08 24.10 "
    "25.10 16.12",
    2023: "02.01 03.01 08.03 21.03 22.03 23.03 01.05 08.05 09.05 28.06 06.07 07.07 30.08 25.10 18.12",
    2024: "01.01 02.01 08.03 21.03 22.03 25.03 01.05 07.05 08.05 09.05 08.07 30.08 25.10 16.12",
    2025: "01.01 02.01 03.01 07.01 10.03 21.03 24.03 25.03 01.05 07.05 09.05 06.06 07.07 01.09 27.10 16.12",
    2026: "01.01 02.01 07.01 09.03 23.03 24.03 25.03 01.05 07.05 11.05 27.05 06.07 26.10 16.12",
    2027: "01.01 04.01 07.01 08.03 15.03 22.03 23.03 24.03 03.05 07.05 10.05 06.07 25.10 16.12",
    2028: "03.01 04.01 07.01 08.03 15.03 21.03 22.03 23.03 01.05 05.05 08.05 09.05 06.07 25.10 18.12",
}
WORKED_WEEKENDS = {
    2020: "05.01 20.12",
    2021: "03.07",
    2022: "05.03 27.08 22.10",
    2023: "01.07",
    2024: "04.05",
    2025: "05.01",
}


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=one) for one in range((date(year, 12, 31) - first).days + 1)]


def _written(table: dict[int, str], year: int) -> set[date]:
    pairs = (text.split(".") for text in table.get(year, "").split())
    return {date(year, int(month), int(day)) for day, month in pairs}


@pytest.mark.parametrize("year", KZ.years)
def test_the_days_off_are_those_of_the_written_list(year: int) -> None:
    off = {day for day in _days(year) if day.weekday() < SATURDAY and not KZ.is_working(day)}
    worked = {day for day in _days(year) if day.weekday() >= SATURDAY and KZ.is_working(day)}

    assert off == _written(WEEKDAYS_OFF, year)
    assert worked == _written(WORKED_WEEKENDS, year)


def test_the_monday_worked_for_the_eighth_of_may_2020_counts() -> None:
    assert KZ.is_working(date(2020, 5, 11))


@pytest.mark.parametrize("year", KZ.years)
def test_the_package_agrees_on_every_day(year: int) -> None:
    """From 0.109 on it knows that Constitution Day left August in 2026 and comes in March from 2027."""
    package = holidays.country_holidays("KZ", years=[year - 1, year, year + 1])

    differing = {day for day in _days(year) if package.is_working_day(day) != KZ.is_working(day)}

    assert not differing


@pytest.mark.parametrize(
    ("day", "working"), [(date(2026, 8, 31), True), (date(2027, 3, 15), False), (date(2027, 8, 30), True)]
)
def test_constitution_day_moved_from_august_to_march(day: date, working: bool) -> None:
    assert KZ.is_working(day) is working
