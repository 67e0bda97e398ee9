"""The laboratory counts past cases under another edition; open data hides what is small; packs, watches."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from qabyldau.people.models import Office
from qabyldau.registry.models import Appeal
from qabyldau.regulation import editions
from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.edition import Context, clause
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.terms import CalendarDays, WorkingDays
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.reporting import lab
from qabyldau.reporting.open_data import FEWEST, hidden
from qabyldau.worktime.spans import Span, span
from tests.law.successor_214.law import EDITION as NORTH

LAW = by_code("zko-289@2023")


@pytest.fixture
def quarter(office: Office) -> Span:
    return span(office, date(2026, 1, 1), date(2026, 4, 1))


def test_under_its_own_edition_nothing_differs(hall: list[Appeal], quarter: Span) -> None:
    found = lab.attempt(quarter, LAW, KZ)

    assert (found.looked_at, found.moved, found.newly_late, found.rows) == (len(hall), 0, 0, ())


def test_another_number_of_days_moves_the_last_day_of_each(hall: list[Appeal], quarter: Span) -> None:
    shorter = lab.amended(LAW, CalendarDays(3))

    found = lab.attempt(quarter, shorter, KZ)

    assert found.moved == len(hall)
    assert {one.other_due for one in found.rows} == {date(2026, 3, 5)}
    assert LAW.cite(type(LAW.clause("29").norms[0])).number == "29"


def test_the_regulation_of_another_office_is_tried_whole(hall: list[Appeal], quarter: Span) -> None:
    found = lab.attempt(quarter, NORTH, KZ)

    assert found.looked_at == len(hall)
    assert found.not_out_of_turn == 1  # a veteran, whom that act does not know


def test_an_edition_without_its_own_term_cannot_be_given_another(
    quarter: Span, monkeypatch: pytest.MonkeyPatch
) -> None:
    gap = LAW.amended("zko-289@gap", date(2030, 1, 1), clause("29", Context(Words(kk="к", ru="п"))))
    monkeypatch.setitem(editions.OFFICES, "gap", (gap,))

    with pytest.raises(UnlawfulError) as refused:
        lab.amended(gap, WorkingDays(5))

    assert quarter.since
    assert (refused.value.code, refused.value.facts) == ("edition_without_norm", {"edition": "zko-289@gap"})


@given(counts=some.dictionaries(some.text("abc", min_size=1, max_size=3), some.integers(0, 30), max_size=6))
def test_a_small_count_cannot_be_found_from_the_sum(counts: dict[str, int]) -> None:
    left_out = hidden(counts)
    shown = {key: count for key, count in counts.items() if key not in left_out}

    assert all(count == 0 or count >= FEWEST for count in shown.values())
    if left_out and any(count >= FEWEST for count in shown.values()):
        assert len(left_out) > 1
        assert sum(counts[key] for key in left_out) >= FEWEST
