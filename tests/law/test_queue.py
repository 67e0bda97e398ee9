"""Paragraph 11: who goes out of turn, and that nobody else gains or loses a place."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from qabyldau.regulation.norms.queue import IN_ORDER, Precedence, Standing, Waiting
from tests.law.given import LAW, LAW_1

MORNING = datetime(2023, 3, 14, 9, tzinfo=UTC)
RULE = LAW.get(Precedence)


def _queue(seed: int) -> list[Waiting]:
    """Up to forty people, some registered in the same minute, a third of them with a standing."""
    random = Random(seed)  # noqa: S311
    people = [
        Waiting(
            number,
            MORNING + timedelta(minutes=random.randrange(60)),
            frozenset(random.sample(list(Standing), k=random.choice([0, 0, 1, 2]))),
        )
        for number in range(1, random.randrange(2, 41))
    ]
    random.shuffle(people)
    return people


@pytest.mark.clause("11")
@pytest.mark.parametrize("seed", range(200))
def test_p11_nobody_with_a_standing_waits_behind_one_without(seed: int) -> None:
    people = _queue(seed)

    ordered = RULE.order(people)
    ahead = [RULE.out_of_turn(one) for one in ordered]

    assert sorted(one.number for one in ordered) == sorted(one.number for one in people)
    assert ahead == sorted(ahead, reverse=True)
    for group in (True, False):
        same = [(one.registered_at, one.number) for one in ordered if RULE.out_of_turn(one) is group]
        assert same == sorted(same)


@pytest.mark.clause("11")
@pytest.mark.parametrize("standing", Standing)
def test_p11_each_standing_goes_ahead_with_its_reason_and_its_proof(standing: Standing) -> None:
    early = Waiting(1, MORNING)
    late = Waiting(2, MORNING + timedelta(hours=1), frozenset({standing}))

    assert RULE.order([early, late]) == [late, early]
    assert (RULE.reason(late), RULE.reason(early)) == (standing.value, IN_ORDER)
    assert all((standing.words.kk, standing.words.ru, standing.proof.kk, standing.proof.ru))


@pytest.mark.clause("11")
def test_p11_a_standing_that_an_office_does_not_name_gives_no_precedence() -> None:
    rule = Precedence(ahead=frozenset({Standing.PREGNANT}))
    early = Waiting(1, MORNING)
    veteran = Waiting(2, MORNING + timedelta(hours=1), frozenset({Standing.WAR_VETERAN}))

    assert rule.order([veteran, early]) == [early, veteran]
    assert rule.reason(veteran) == IN_ORDER


@pytest.mark.clause("11")
def test_p11_the_standings_before_2023_are_not_guessed() -> None:
    assert not LAW_1.has(Precedence)
