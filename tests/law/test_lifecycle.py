"""The table of moves, as a whole."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qabyldau.regulation.edition import Context, Edition, clause
from qabyldau.regulation.lifecycle import FINAL, FOR_GOOD, MOVES, Action, Notice, State, lawful, take
from qabyldau.regulation.norms.deadlines import ExtensionCap
from qabyldau.regulation.unlawful import UnlawfulMoveError
from qabyldau.regulation.words import Words
from tests.law.given import APPK, LAW, LAW_1

STRUCK = Context(Words(kk="алып тасталды", ru="исключён"))
WITHOUT_EXTENSION = replace(
    LAW.amended("x", LAW.since, clause("30", STRUCK)),
    rests_on=APPK.amended("y", APPK.since, clause("76(3)", STRUCK)),
)


@pytest.mark.parametrize("edition", [LAW_1, LAW], ids=lambda edition: edition.code)
def test_every_state_but_the_final_ones_has_a_way_out(edition: Edition) -> None:
    assert {state for state in State if not lawful(state, edition)} == FOR_GOOD


def test_from_the_final_answer_there_is_one_way_only_and_the_applicant_opens_it() -> None:
    assert [(move.action, move.target) for move in lawful(State.CLOSED, LAW)] == [
        (Action.REOPEN, State.CHECKING)
    ]


def test_every_state_can_be_reached_from_registration() -> None:
    reached, before = {State.REGISTERED}, set[State]()
    while reached != before:
        before = set(reached)
        reached |= {move.target for move in MOVES if move.source in reached}

    assert reached == set(State)


def test_every_state_can_still_come_to_an_end() -> None:
    ending, before = set(FINAL), set[State]()
    while ending != before:
        before = set(ending)
        ending |= {move.source for move in MOVES if move.target in ending}

    assert ending == set(State)


def test_no_two_moves_compete() -> None:
    assert len({(move.action, move.source) for move in MOVES}) == len(MOVES)


def test_every_move_into_a_final_state_tells_the_applicant() -> None:
    assert all(move.tells for move in MOVES if move.target in FINAL)


def test_the_day_and_a_new_term_are_told_too() -> None:
    told = {move.action for move in MOVES if move.tells}

    assert {Action.APPOINT, Action.EXTEND} <= told
    assert {move.tells for move in MOVES if move.tells} == set(Notice) - {
        Notice.REGISTERED,
        Notice.OFFER,
        Notice.UNREACHED,
        Notice.CENTRAL_NOTICE,
    }


@pytest.mark.parametrize("edition", [LAW_1, LAW], ids=lambda edition: edition.code)
def test_every_norm_that_permits_a_move_is_in_the_edition_or_beneath_it(edition: Edition) -> None:
    assert {move.under.__name__ for move in MOVES if not edition.has(move.under)} == set()


def test_every_action_has_a_move() -> None:
    assert {move.action for move in MOVES} == set(Action)


def test_a_struck_clause_takes_its_moves_away() -> None:
    assert take(Action.EXTEND, State.REVIEW, LAW).under is ExtensionCap
    with pytest.raises(UnlawfulMoveError) as found:
        take(Action.EXTEND, State.REVIEW, WITHOUT_EXTENSION)
    assert found.value.code == "not_in_this_edition"
    assert found.value.citation is None


@pytest.mark.parametrize(
    ("action", "state", "code", "number"),
    [
        (Action.APPOINT, State.REVIEW, "act_not_now", "29"),
        (Action.REFUSE, State.REGISTERED, "act_not_now", "14"),
        (Action.APPOINT, State.REFUSED, "already_over", "29"),
        (Action.CLOSE, State.CLOSED, "already_over", "33"),
    ],
)
def test_an_unlawful_move_says_why_and_under_which_clause(
    action: Action, state: State, code: str, number: str
) -> None:
    with pytest.raises(UnlawfulMoveError) as found:
        take(action, state, LAW)

    assert found.value.code == code
    assert found.value.citation == LAW.cite_number(number)
    assert found.value.facts == {"action": action, "state": state}
    assert code in str(found.value)


def test_what_is_not_lawful_is_refused_and_what_is_lawful_is_taken() -> None:
    for action, state in product(Action, State):
        open_here = {move.action for move in lawful(state, LAW)}
        if action in open_here:
            assert take(action, state, LAW).source is state
        else:
            with pytest.raises(UnlawfulMoveError):
                take(action, state, LAW)


@given(st.lists(st.sampled_from(list(Action)), max_size=30))
def test_no_walk_leaves_a_state_that_is_final_for_good(actions: list[Action]) -> None:
    state = State.REGISTERED
    for action in actions:
        moves = {move.action: move for move in lawful(state, LAW)}
        assert not (state in FOR_GOOD and moves)
        state = moves[action].target if action in moves else state
