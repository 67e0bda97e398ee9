"""The units of time, and how a count is made, carried and explained."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qabyldau.regulation.calendar import CalendarChange
from qabyldau.regulation.edition import Edition, clause
from qabyldau.regulation.norms.deadlines import (
    Ahead,
    AnswerDeadline,
    Counting,
    ExtensionCap,
    LastDayOff,
    ReferenceNote,
    Roll,
    Start,
    StepKind,
    Within,
    due,
    due_before,
)
from qabyldau.regulation.terms import CalendarDays, Months, WorkingDays
from qabyldau.regulation.words import Words
from tests.law.given import APPK, KZ, LAW

DAYS = st.dates(date(2020, 2, 1), date(2028, 8, 31))
TERMS = st.one_of(
    st.builds(CalendarDays, st.integers(1, 60)),
    st.builds(WorkingDays, st.integers(1, 40)),
    st.builds(Months, st.integers(1, 3)),
)
FORWARD = st.sampled_from([AnswerDeadline, ExtensionCap])
FROM_THE_DAY_ITSELF = replace(
    LAW, rests_on=APPK.amended("same-day", APPK.since, clause("76(2)", Counting(start=Start.SAME_DAY)))
)


@given(TERMS, DAYS, DAYS)
def test_a_later_event_never_ends_earlier(term: CalendarDays, one: date, other: date) -> None:
    early, late = sorted((one, other))

    assert term.after(early, KZ) <= term.after(late, KZ)


@given(st.integers(1, 40), DAYS)
def test_working_days_before_undo_working_days_after(count: int, day: date) -> None:
    term, home = WorkingDays(count), KZ.on_or_after(day)

    assert term.before(term.after(home, KZ), KZ) == home


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2023, 12, 29), 2, date(2024, 2, 29)),
        (date(2022, 12, 31), 2, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
        (date(2023, 8, 31), 1, date(2023, 9, 30)),
    ],
)
def test_months_end_on_the_same_number_or_on_the_last_day(day: date, count: int, expected: date) -> None:
    assert Months(count).after(day, KZ) == expected


@given(DAYS, st.integers(1, 3))
def test_months_keep_the_number_or_end_the_month(day: date, count: int) -> None:
    found = Months(count).after(day, KZ)

    assert found.day == day.day or (found + timedelta(days=1)).day == 1
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == count


@given(FORWARD, DAYS)
def test_the_last_lawful_day_is_never_a_day_off_nor_before_the_raw_one(
    kind: type[Within], event: date
) -> None:
    found = due(kind, event, LAW, KZ)

    assert KZ.is_working(found.on)
    assert KZ.is_working(found.target)
    assert found.target <= found.raw <= found.on
    assert (found.on == found.raw) == (found.rolled_under is None)


@given(FORWARD, DAYS, DAYS)
def test_a_later_registration_is_never_due_earlier(kind: type[Within], one: date, other: date) -> None:
    early, late = sorted((one, other))

    assert due(kind, early, LAW, KZ).on <= due(kind, late, LAW, KZ).on


@given(DAYS)
def test_fifteen_calendar_days_never_outrun_the_fifteen_working_days_of_the_code(event: date) -> None:
    assert due(AnswerDeadline, event, LAW, KZ).on <= due(AnswerDeadline, event, APPK, KZ).on


@given(FORWARD, DAYS)
def test_the_steps_are_the_count(kind: type[Within], event: date) -> None:
    found = due(kind, event, LAW, KZ)
    numbers = [step.number for step in found.steps if step.counted]

    assert numbers == list(range(1, found.term.count + 1))
    assert found.steps[0].day == event
    assert found.steps[-1].day == found.on
    assert [step.day for step in found.steps] == sorted({step.day for step in found.steps})


@given(DAYS, st.sampled_from([ReferenceNote]))
def test_the_steps_back_count_working_days_only(day: date, kind: type[Ahead]) -> None:
    found = due_before(kind, day, LAW, KZ)

    assert [step.day for step in found.steps if step.counted][-1] == found.on
    assert all(step.why.working == step.counted for step in found.steps[1:])
    assert found.on < day


def test_the_day_of_the_event_counts_where_the_edition_says_so() -> None:
    event = date(2023, 3, 14)

    assert due(AnswerDeadline, event, LAW, KZ).on == date(2023, 3, 29)
    assert due(AnswerDeadline, event, FROM_THE_DAY_ITSELF, KZ).on == date(2023, 3, 28)
    assert due(AnswerDeadline, event, FROM_THE_DAY_ITSELF, KZ).steps[0].counted


def test_a_last_day_off_stays_where_the_edition_says_so() -> None:
    stays = APPK.amended("stays", APPK.since, clause("76(5)", LastDayOff(roll=Roll.NONE)))

    found = due(AnswerDeadline, date(2023, 12, 29), replace(LAW, rests_on=stays), KZ)

    assert found.on == date(2024, 1, 13)
    assert found.rolled_under is None


# Received and so registered (rolled to a working day): 15 calendar days raw, lawful and target;
# the Code's 15 working days from the next day and from the day itself; two months raw and carried.
VECTORS = """
2020-12-10 2020-12-25 2020-12-25 2020-12-25 2021-01-06 2021-01-05 2021-02-10 2021-02-10
2022-03-09 2022-03-24 2022-03-24 2022-03-24 2022-04-04 2022-04-01 2022-05-09 2022-05-11
2023-06-19 2023-07-04 2023-07-04 2023-07-04 2023-07-12 2023-07-11 2023-08-19 2023-08-21
2023-12-29 2024-01-13 2024-01-15 2024-01-12 2024-01-23 2024-01-22 2024-02-29 2024-02-29
2024-04-19 2024-05-04 2024-05-04 2024-05-04 2024-05-15 2024-05-14 2024-06-19 2024-06-19
2026-03-10 2026-03-25 2026-03-26 2026-03-20 2026-04-03 2026-04-02 2026-05-10 2026-05-12
2026-11-23 2026-12-08 2026-12-08 2026-12-08 2026-12-14 2026-12-11 2027-01-23 2027-01-25
2026-12-31 2027-01-15 2027-01-15 2027-01-15 2027-01-26 2027-01-25 2027-02-28 2027-03-01
"""


@pytest.mark.parametrize("row", VECTORS.strip().splitlines())
def test_the_terms_of_the_worked_table(row: str) -> None:
    event, raw, lawful, target, code, code_same_day, months, months_carried = map(
        date.fromisoformat, row.split()
    )
    answer, cap = due(AnswerDeadline, event, LAW, KZ), due(ExtensionCap, event, LAW, KZ)
    same_day = FROM_THE_DAY_ITSELF.rests_on

    assert (answer.raw, answer.on, answer.target) == (raw, lawful, target)
    assert due(AnswerDeadline, event, APPK, KZ).on == code
    assert isinstance(same_day, Edition)
    assert due(AnswerDeadline, event, same_day, KZ).on == code_same_day
    assert (cap.raw, cap.on) == (months, months_carried)


def test_a_count_remembers_the_calendar_it_was_made_with() -> None:
    off = CalendarChange(date(2023, 3, 29), working=False, name=Words(kk="к", ru="п"), act="№ 5")

    found = due(AnswerDeadline, date(2023, 3, 14), LAW, KZ.changed([off], version=7))

    assert (found.on, found.target) == (date(2023, 3, 30), date(2023, 3, 28))
    assert found.calendar_version == 7
    assert found.steps[-1].kind is StepKind.LAST


def test_a_count_cites_the_clause_the_start_and_the_roll() -> None:
    found = due(AnswerDeadline, date(2023, 12, 29), LAW, KZ)

    assert found.citation.words.ru == "п. 29 регламента личного приёма"
    assert found.counting.words.ru == "ст. 76(2) АППК"
    assert found.rolled_under is not None
    assert found.rolled_under.words.kk == "ӘРПК 76(5)-бабы"
