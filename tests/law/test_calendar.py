"""Which days count, why, and how one day lies so many working days from another."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qabyldau.regulation.calendar import CalendarChange, CalendarUnknownError, DayKind, WorkingCalendar
from qabyldau.regulation.words import Words
from tests.law.given import KZ

DAYS = st.dates(date(2020, 2, 1), date(2028, 11, 30))
SHIFTS = st.integers(-15, 15)
ORDERED = Words(kk="қосымша демалыс", ru="дополнительный день отдыха")


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2023, 3, 14), DayKind.WORKING),
        (date(2023, 3, 18), DayKind.WEEKEND),
        (date(2023, 3, 22), DayKind.HOLIDAY),
        (date(2023, 1, 3), DayKind.MOVED),
        (date(2023, 7, 1), DayKind.WORKING_WEEKEND),
        (date(2024, 1, 7), DayKind.HOLIDAY),
    ],
)
def test_every_day_says_what_it_is(day: date, kind: DayKind) -> None:
    assert KZ.why(day).kind is kind
    assert KZ.is_working(day) == (kind in {DayKind.WORKING, DayKind.WORKING_WEEKEND})


def test_a_holiday_and_a_moved_day_off_have_their_names() -> None:
    holiday, moved = KZ.why(date(2023, 3, 22)).name, KZ.why(date(2023, 1, 3)).name

    assert holiday is not None
    assert holiday.ru == "Наурыз мейрамы"
    assert moved is not None
    assert moved.kk == "Жаңа жыл"


@given(DAYS, st.integers(1, 15))
def test_a_shift_forward_and_back_comes_home(day: date, count: int) -> None:
    home = KZ.on_or_before(day)

    assert KZ.shift(KZ.shift(day, count), -count) == home


@given(DAYS, DAYS, SHIFTS)
def test_a_later_day_never_shifts_to_an_earlier_one(one: date, other: date, count: int) -> None:
    early, late = sorted((one, other))

    assert KZ.shift(early, count) <= KZ.shift(late, count) or count == 0


@given(DAYS, SHIFTS.filter(bool))
def test_a_shift_is_the_count_of_working_days_between(day: date, count: int) -> None:
    found = KZ.shift(day, count)
    pace = timedelta(days=1 if count > 0 else -1)
    passed = [day + pace * step for step in range(1, abs((found - day).days) + 1)]

    assert KZ.is_working(found)
    assert sum(KZ.is_working(one) for one in passed) == abs(count)


@given(DAYS)
def test_the_nearest_working_days_have_only_days_off_between(day: date) -> None:
    after, before = KZ.on_or_after(day), KZ.on_or_before(day)

    assert before <= day <= after
    assert KZ.is_working(after)
    assert KZ.is_working(before)
    assert (before == day == after) == KZ.is_working(day)


@given(DAYS)
def test_no_shift_at_all_stays(day: date) -> None:
    assert KZ.shift(day, 0) == day


@pytest.mark.parametrize(
    ("day", "shift", "year"),
    [
        (date(2031, 1, 1), 1, 2031),
        (date(2019, 12, 31), 0, 2019),
        (date(2019, 12, 31), 3, 2019),
        (date(2029, 1, 1), -1, 2029),
        (date(2028, 12, 29), 1, 2029),
        (date(2020, 1, 6), -9, 2019),
    ],
)
def test_an_unknown_year_is_an_error_that_says_what_to_do(day: date, shift: int, year: int) -> None:
    with pytest.raises(CalendarUnknownError, match=rf"{year}.*calendars/kz\.py") as found:
        KZ.shift(day, shift)
    assert found.value.year == year


def test_a_day_of_an_unknown_year_is_not_a_working_day_by_guess() -> None:
    with pytest.raises(CalendarUnknownError):
        KZ.is_working(date(2031, 1, 2))


def test_a_day_off_ordered_late_changes_a_new_calendar_and_not_the_old_one() -> None:
    day = date(2026, 11, 24)

    changed = KZ.changed([CalendarChange(day, working=False, name=ORDERED, act="№ 1")], version=1)

    assert KZ.is_working(day)
    assert not changed.is_working(day)
    assert changed.why(day).name == ORDERED
    assert (KZ.version, changed.version) == (0, 1)
    assert changed.shift(date(2026, 11, 23), 1) == date(2026, 11, 25)


def test_kurban_ait_of_2024_moved_late_gives_its_monday_back() -> None:
    """The calendar first had Monday 17 June; ten days before, the holy day was named for Sunday the 16th."""
    first = KZ.changed([CalendarChange(date(2024, 6, 17), working=False, name=ORDERED, act="")], version=1)
    then = first.changed([CalendarChange(date(2024, 6, 17), working=True, name=ORDERED, act="")], version=2)

    assert not first.is_working(date(2024, 6, 17))
    assert then.is_working(date(2024, 6, 17))


def test_a_weekend_ordered_to_be_worked_counts() -> None:
    saturday = date(2026, 11, 28)

    changed = KZ.changed([CalendarChange(saturday, working=True, name=ORDERED, act="")], version=1)

    assert changed.why(saturday).kind is DayKind.WORKING_WEEKEND
    assert changed.shift(date(2026, 11, 27), 1) == saturday


def test_a_year_can_be_opened_by_hand() -> None:
    new_year = CalendarChange(date(2029, 1, 1), working=False, name=ORDERED, act="")

    opened = KZ.changed([new_year], version=1, years=range(2020, 2030))

    assert opened.shift(date(2028, 12, 29), 1) == date(2029, 1, 2)


def test_a_calendar_of_one_year_knows_its_edges() -> None:
    plain = WorkingCalendar(range(2023, 2024), days_off={}, working_weekends=frozenset())

    assert plain.shift(date(2023, 1, 1), 1) == date(2023, 1, 2)
    assert plain.shift(date(2023, 12, 31), -1) == date(2023, 12, 29)
