"""The tables as a whole: dates, order, golden copies, citations, and where an edition is silent."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from qabyldau.regulation.canonical import digest, golden
from qabyldau.regulation.edition import Citation, Context, Edition, NoNormError, clause, numbers
from qabyldau.regulation.editions import (
    OFFICES,
    NoLawError,
    UnknownOfficeError,
    by_code,
    editions_of,
    every_edition,
    governing,
)
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Counting, ExtensionCap
from qabyldau.regulation.norms.queue import Precedence
from qabyldau.regulation.words import Words
from tests.law.given import APPK, LAW, LAW_1

GOLDEN = Path(__file__).parent / "golden"
ALL = every_edition()


@pytest.mark.parametrize("edition", ALL, ids=lambda edition: edition.code)
def test_an_edition_is_what_it_was(edition: Edition) -> None:
    """On a reviewed correction, write the file anew: docs/how-to/add-an-edition.md says how."""
    assert (GOLDEN / f"{edition.code}.txt").read_text(encoding="utf-8") == golden(edition)


def test_the_fingerprint_sees_a_changed_number() -> None:
    longer = LAW.amended(LAW.code, LAW.since, clause("29", Context(Words(kk="к", ru="п"))))

    assert digest(longer) != digest(LAW)


@pytest.mark.parametrize("office", OFFICES)
def test_the_dates_of_editions_neither_overlap_nor_leave_a_gap(office: str) -> None:
    editions = editions_of(office)

    assert all(earlier.until == later.since for earlier, later in pairwise(editions))
    assert all(edition.until is None or edition.since < edition.until for edition in editions)
    assert (editions[-1].until is None) == (editions[-1].repealed_by is None)


@pytest.mark.parametrize("edition", [LAW_1, LAW], ids=lambda edition: edition.code)
def test_the_rows_stand_in_the_order_of_the_law(edition: Edition) -> None:
    found = [int(number) for number in numbers(edition)]

    assert found == sorted(set(found))


def test_no_number_of_the_code_stands_twice() -> None:
    found = list(numbers(APPK))

    assert len(found) == len(set(found))


def test_each_day_belongs_to_one_edition_and_the_change_falls_on_its_day() -> None:
    change = LAW.since

    assert governing("zko", change - timedelta(days=1)).label == "1"
    assert governing("zko", change).label == "2"
    assert LAW.until is not None
    assert governing("zko", LAW.until - timedelta(days=1)).label == "2"
    assert governing("zko", LAW.until).label == "repealed"
    assert governing("zko", LAW.until).number == 2


def test_before_the_first_edition_there_is_no_law() -> None:
    with pytest.raises(NoLawError, match="2020-12-10"):
        governing("zko", date(2020, 12, 9))


def test_an_unknown_office_or_edition_is_an_error() -> None:
    with pytest.raises(UnknownOfficeError, match="zko"):
        governing("alm", date(2023, 3, 1))
    with pytest.raises(NoLawError, match="zko-289@1999"):
        by_code("zko-289@1999")


@pytest.mark.parametrize("edition", ALL, ids=lambda edition: edition.code)
def test_an_edition_is_found_by_its_code(edition: Edition) -> None:
    assert by_code(edition.code) is edition


def test_the_code_answers_where_the_regulation_is_silent() -> None:
    assert LAW.cite(Counting).words.ru == "ст. 76(2) АППК"
    assert LAW.cite(AnswerDeadline).edition == "zko-289@2023"
    assert LAW_1.get(ExtensionCap) == APPK.get(ExtensionCap)


def test_a_citation_reads_in_both_languages_and_survives_storage() -> None:
    found = LAW.cite(AnswerDeadline)

    assert found.words == Words(
        kk="жеке қабылдау регламентінің 29-тармағы", ru="п. 29 регламента личного приёма"
    )
    assert found.short == Words(kk="29-тармақ", ru="п. 29")
    assert Citation.from_row(found.as_row()) == found
    assert APPK.cite_number("76(2)").anchor == "p76-2"
    assert APPK.cite_number("76(2)").short.kk == "76(2)-бап"


def test_what_is_nowhere_is_an_error_and_never_a_guess() -> None:
    with pytest.raises(NoNormError, match="Precedence"):
        LAW_1.get(Precedence)
    with pytest.raises(NoNormError, match="39"):
        LAW.cite_number("39")


def test_an_amendment_replaces_its_rows_and_adds_new_ones_at_the_end() -> None:
    gone = Context(Words(kk="к", ru="п"))

    found = LAW.amended("x", date(2025, 1, 1), clause("30", gone), clause("39", gone))

    assert found.clause("30").norms == found.clause("39").norms == (gone,)
    assert found.clause("29") == LAW.clause("29")
    assert (found.since, found.until) == (date(2025, 1, 1), None)
