"""Chapter 4: control, closing, not the same hand, surveys, reports."""

from datetime import date

import pytest

from qabyldau.regulation.edition import Excluded, Feature, Unknown
from qabyldau.regulation.lifecycle import Action, Notice, State, take
from qabyldau.regulation.norms.control import (
    AnswerKind,
    FinalAnswer,
    InstructionControl,
    NotTheSameHand,
    QuarterlyReport,
    Survey,
)
from qabyldau.regulation.norms.support import UninterruptedCalls
from qabyldau.regulation.texts import act_of
from tests.law.given import LAW, LAW_1


@pytest.mark.clause("32")
def test_p32_instructions_are_controlled_under_their_own_clause() -> None:
    assert LAW.cite(InstructionControl) == LAW.cite_number("32")


@pytest.mark.clause("33")
@pytest.mark.parametrize(
    ("kind", "reasoning", "closes"),
    [
        (AnswerKind.FINAL, "Водопровод отремонтирован 12 апреля.", True),
        (AnswerKind.FINAL, "  ", False),
        (AnswerKind.INTERIM, "Ремонт начат.", False),
    ],
)
def test_p33_only_a_final_reasoned_answer_closes(kind: AnswerKind, reasoning: str, closes: bool) -> None:
    assert LAW.get(FinalAnswer).closes(kind, reasoning) is closes


@pytest.mark.clause("33")
def test_p33_closing_owes_the_applicant_the_final_answer() -> None:
    move = take(Action.CLOSE, State.HELD, LAW)

    assert (move.under, move.tells) == (FinalAnswer, Notice.FINAL_ANSWER)


@pytest.mark.clause("34")
def test_p34_is_struck_out_in_the_second_edition_and_unknown_in_the_first() -> None:
    (struck,) = LAW.clause("34").norms
    (unknown,) = LAW_1.clause("34").norms

    assert isinstance(struck, Excluded)
    assert "№ 10" in struck.by.ru
    assert isinstance(unknown, Unknown)
    assert act_of(LAW).paragraph("34").lines[0].startswith("Исключен")
    assert act_of(LAW_1).paragraph("34").lines == ()


@pytest.mark.clause("35")
def test_p35_nobody_handles_what_they_resolved_before() -> None:
    rule = LAW.get(NotTheSameHand)

    assert rule.allows(7, frozenset({8}))
    assert not rule.allows(7, frozenset({7, 8}))


@pytest.mark.clause("36")
def test_p36_surveys_have_their_own_clause() -> None:
    assert LAW.cite(Survey) == LAW.cite_number("36")


@pytest.mark.clause("37")
def test_p37_calls_are_taken_without_interruption_under_their_own_clause() -> None:
    assert LAW.cite(UninterruptedCalls) == LAW.cite_number("37")
    assert not any(isinstance(one, Feature) for one in LAW.clause("37").norms)


@pytest.mark.clause("38")
@pytest.mark.parametrize(
    ("day", "first", "next_first"),
    [
        (date(2023, 1, 1), date(2023, 1, 1), date(2023, 4, 1)),
        (date(2023, 3, 31), date(2023, 1, 1), date(2023, 4, 1)),
        (date(2023, 5, 15), date(2023, 4, 1), date(2023, 7, 1)),
        (date(2023, 12, 31), date(2023, 10, 1), date(2024, 1, 1)),
    ],
)
def test_p38_every_quarter_has_its_report(day: date, first: date, next_first: date) -> None:
    assert LAW.get(QuarterlyReport).period(day) == (first, next_first)
