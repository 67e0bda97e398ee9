"""A successor regulation as a second office's profile: one folder and one row, and no code is touched."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qabyldau.regulation import editions
from qabyldau.regulation.edition import numbers
from qabyldau.regulation.editions import NoLawError, by_code, governing
from qabyldau.regulation.lifecycle import Action, State, lawful
from qabyldau.regulation.norms.control import QuarterlyReport
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Counting, due
from qabyldau.regulation.norms.queue import Precedence
from qabyldau.regulation.texts import parse
from tests.law.given import KZ
from tests.law.successor_214.law import EDITION

MONDAY = date(2026, 3, 16)
TEXT = Path(__file__).parent / "successor_214" / "text.ru.md"


@pytest.fixture(autouse=True)
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    """The row in `OFFICES`: all that is added to what we ship."""
    monkeypatch.setitem(editions.OFFICES, "north", (EDITION,))


def test_the_second_office_counts_by_its_own_numbers() -> None:
    law = governing("north", MONDAY).edition

    found = due(AnswerDeadline, MONDAY, law, KZ)

    assert found.on == date(2026, 4, 2)
    assert found.citation.words.ru == "п. 4 Правил"
    assert due(AnswerDeadline, MONDAY, governing("zko", MONDAY).edition, KZ).on == date(2026, 3, 31)
    assert law.cite(Counting).edition == "appk-350@2021"


def test_every_paragraph_of_its_text_is_answered_for() -> None:
    text = parse(TEXT.read_text(encoding="utf-8"))
    paragraphs = [one.number for chapter in text.chapters for one in chapter.paragraphs]

    assert paragraphs == list(numbers(EDITION))


def test_its_moves_are_those_whose_norms_it_has() -> None:
    assert by_code(EDITION.code) is EDITION
    actions = {move.action for move in lawful(State.REVIEW, EDITION)}
    assert {Action.SUBMIT, Action.EXTEND} <= actions
    assert Action.RECEIVE_TODAY not in actions
    assert len(EDITION.get(Precedence).ahead) == 1


def test_it_reports_twice_a_year() -> None:
    assert EDITION.get(QuarterlyReport).period(date(2026, 8, 3)) == (date(2026, 7, 1), date(2027, 1, 1))


def test_a_gap_between_editions_is_named_and_never_bridged(monkeypatch: pytest.MonkeyPatch) -> None:
    first = replace(EDITION, until=date(2026, 1, 1))
    second = EDITION.amended("successor-214@2026", date(2026, 2, 1))
    monkeypatch.setitem(editions.OFFICES, "north", (first, second))

    assert governing("north", date(2025, 12, 31)).edition is first
    with pytest.raises(NoLawError, match="successor-214@2025 ends on 2026-01-01"):
        governing("north", date(2026, 1, 15))
    assert governing("north", date(2026, 2, 1)).edition is second
