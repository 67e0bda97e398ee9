"""Chapter 3: registration, the note, the list, the answer, the extension."""

from datetime import date

import pytest

from qabyldau.regulation.lifecycle import Action, State, lawful, take
from qabyldau.regulation.norms.control import BindingRequests, Distribution, ReceptionList
from qabyldau.regulation.norms.deadlines import (
    AnswerDeadline,
    ExtensionCap,
    ReferenceNote,
    Registration,
    due,
    due_before,
)
from qabyldau.regulation.norms.extension import Extension, check_extension
from qabyldau.regulation.norms.intake import Talon
from qabyldau.regulation.norms.refusal import Assessment, HeardBefore, refused
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.unlawful import UnlawfulError, UnlawfulMoveError
from tests.law.given import KZ, LAW, LAW_1

REGISTERED = date(2023, 3, 14)
ANSWER_BY = date(2023, 3, 29)
HEAD = Rank.HEAD_OF_OFFICE_AND_DEPUTIES
LONGER = Extension(to=date(2023, 4, 28), reason="запрошены материалы у двух органов", decided_by=HEAD)


@pytest.mark.clause("25")
def test_p25_registration_is_due_the_same_day_and_gives_a_talon() -> None:
    found = due(Registration, REGISTERED, LAW, KZ)

    assert found.on == found.target == REGISTERED
    assert found.citation == LAW.cite(Talon) == LAW.cite_number("25")


@pytest.mark.clause("25")
def test_p25_the_talon_names_what_is_missing_on_it() -> None:
    rule = LAW.get(Talon)

    assert rule.missing(rule.fields) == ()
    assert rule.missing(["number", "date", "time"]) == ("receiver_name", "receiver_position")


@pytest.mark.clause("26")
@pytest.mark.parametrize(
    ("reception", "expected"),
    [
        (date(2023, 3, 30), date(2023, 3, 20)),
        (date(2023, 7, 6), date(2023, 6, 30)),
        (date(2023, 3, 10), date(2023, 3, 2)),
    ],
)
def test_p26_the_note_is_due_five_working_days_before(reception: date, expected: date) -> None:
    found = due_before(ReferenceNote, reception, LAW, KZ)

    assert found.on == expected
    assert [step.number for step in found.steps if step.counted] == [1, 2, 3, 4, 5]


@pytest.mark.clause("26")
def test_p26_the_count_back_over_nauryz_is_shown_day_by_day() -> None:
    steps = due_before(ReferenceNote, date(2023, 3, 30), LAW, KZ).steps

    assert [step.day.day for step in steps if step.counted] == [29, 28, 27, 24, 20]
    assert [step.day.day for step in steps if step.why.name] == [23, 22, 21]


@pytest.mark.clause("27")
def test_p27_nobody_is_on_the_list_without_a_decision() -> None:
    rule = LAW.get(ReceptionList)

    assert rule.admits(decided=[1, 2, 3], listed=[3, 1])
    assert not rule.admits(decided=[1, 2, 3], listed=[1, 4])


@pytest.mark.clause("27")
def test_p27_only_what_was_decided_is_appointed() -> None:
    assert take(Action.APPROVE, State.DECISION, LAW).under is ReceptionList
    with pytest.raises(UnlawfulMoveError) as found:
        take(Action.APPOINT, State.DECISION, LAW)
    assert found.value.code == "act_not_now"


@pytest.mark.clause("28")
def test_p28_a_day_of_twelve_places_takes_the_first_twelve_and_carries_the_rest_in_order() -> None:
    today, carried = LAW.get(Distribution).split(list(range(40)), places=12)

    assert today == list(range(12))
    assert carried == list(range(12, 40))


@pytest.mark.clause("29")
@pytest.mark.parametrize(
    ("registered", "lawful_day", "target"),
    [
        (date(2023, 3, 1), date(2023, 3, 16), date(2023, 3, 16)),
        (date(2023, 3, 14), date(2023, 3, 29), date(2023, 3, 29)),
        (date(2023, 12, 29), date(2024, 1, 15), date(2024, 1, 12)),
        (date(2024, 4, 19), date(2024, 5, 4), date(2024, 5, 4)),
    ],
)
def test_p29_the_answer_is_due_in_fifteen_calendar_days(
    registered: date, lawful_day: date, target: date
) -> None:
    found = due(AnswerDeadline, registered, LAW, KZ)

    assert (found.on, found.target) == (lawful_day, target)
    assert found.citation == LAW.cite_number("29")


@pytest.mark.clause("29")
def test_p29_a_refusal_names_its_ground_and_its_reasons() -> None:
    found = Assessment(within_competence=True, heard_before=True)

    assert refused("heard_before", "Ответ дан 2 февраля 2023 года.", found, LAW) == HeardBefore()
    with pytest.raises(UnlawfulError) as unreasoned:
        refused("heard_before", "  ", found, LAW)
    assert unreasoned.value.code == "refusal_without_motive"
    assert unreasoned.value.citation == LAW.cite_number("29")


@pytest.mark.clause("30")
def test_p30_an_extension_by_the_head_with_reasons_up_to_two_months_is_lawful() -> None:
    limit = due(ExtensionCap, REGISTERED, LAW, KZ).on
    longest = Extension(to=limit, reason=LONGER.reason, decided_by=Rank.AKIM_AND_DEPUTIES)

    check_extension(LONGER, REGISTERED, ANSWER_BY, LAW, KZ)
    check_extension(longest, REGISTERED, ANSWER_BY, LAW, KZ)

    assert limit == date(2023, 5, 15)


@pytest.mark.clause("30")
@pytest.mark.parametrize(
    ("to", "reason", "decided_by", "code"),
    [
        (date(2023, 5, 16), LONGER.reason, HEAD, "extension_too_long"),
        (date(2023, 5, 9), LONGER.reason, HEAD, "extension_to_a_day_off"),
        (LONGER.to, LONGER.reason, Rank.HEADS_OF_DEPARTMENTS, "extension_by_whom"),
        (LONGER.to, " ", HEAD, "extension_without_reason"),
        (ANSWER_BY, LONGER.reason, HEAD, "extension_not_later"),
    ],
)
def test_p30_any_other_extension_is_refused(to: date, reason: str, decided_by: Rank, code: str) -> None:
    with pytest.raises(UnlawfulError) as found:
        check_extension(Extension(to, reason, decided_by), REGISTERED, ANSWER_BY, LAW, KZ)

    assert found.value.code == code
    assert found.value.citation == LAW.cite_number("30")


@pytest.mark.clause("30")
def test_p30_before_2023_the_code_alone_extends() -> None:
    assert LAW_1.cite(ExtensionCap).words.ru == "ст. 76(3) АППК"
    assert Action.EXTEND in {move.action for move in lawful(State.REVIEW, LAW_1)}


@pytest.mark.clause("31")
def test_p31_requests_for_materials_bind_under_their_own_clause() -> None:
    assert LAW.cite(BindingRequests) == LAW.cite_number("31")
