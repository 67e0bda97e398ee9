"""Chapter 1: the basis, who receives, the reception on the day of the request."""

from datetime import date

import pytest

from qabyldau.regulation.edition import Context
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import Rank, Receivers, SameDayReception
from qabyldau.regulation.texts import act_of
from tests.law.given import LAW, receiver

RECEPTION_DAY = date(2023, 3, 30)


@pytest.mark.clause("1")
@pytest.mark.parametrize(
    ("on", "label", "code"),
    [
        (date(2022, 6, 1), "1", "zko-289@2020"),
        (date(2023, 3, 1), "2", "zko-289@2023"),
        (date(2024, 1, 1), "repealed", "zko-289@2023"),
    ],
)
def test_p1_each_day_has_its_edition_or_the_repeal(on: date, label: str, code: str) -> None:
    found = governing("zko", on)

    assert (found.label, found.edition.code) == (label, code)
    assert found.in_force == (label != "repealed")
    assert (found.repealed_by is None) == found.in_force


@pytest.mark.clause("1")
def test_p1_the_basis_obliges_to_show_the_act_and_nothing_else() -> None:
    (basis,) = LAW.clause("1").norms

    assert isinstance(basis, Context)
    assert "административным процедурно-процессуальным кодексом" in act_of(LAW).paragraph("1").lines[0]


@pytest.mark.clause("2")
@pytest.mark.parametrize("rank", Rank)
def test_p2_all_four_groups_receive_while_they_have_authority(rank: Rank) -> None:
    rule = LAW.get(Receivers)

    assert rule.may_receive(receiver(rank), RECEPTION_DAY)
    assert rule.may_receive(receiver(rank, until=RECEPTION_DAY), RECEPTION_DAY)


@pytest.mark.clause("2")
def test_p2_authority_that_ended_yesterday_or_has_not_begun_is_none() -> None:
    rule = LAW.get(Receivers)
    ended = receiver(Rank.AUTHORISED_EMPLOYEES, until=date(2023, 3, 29))

    assert not rule.may_receive(ended, RECEPTION_DAY)
    assert rule.may_receive(ended, date(2023, 3, 29))
    assert not rule.may_receive(ended, date(2022, 12, 31))


@pytest.mark.clause("2")
def test_p2_an_office_may_name_fewer_groups() -> None:
    rule = Receivers(ranks=frozenset({Rank.AKIM_AND_DEPUTIES}))

    assert not rule.may_receive(receiver(Rank.HEADS_OF_DEPARTMENTS), RECEPTION_DAY)


@pytest.mark.clause("3")
@pytest.mark.parametrize(
    ("rank", "agreed", "objection"),
    [
        (Rank.HEADS_OF_DEPARTMENTS, True, None),
        (Rank.AUTHORISED_EMPLOYEES, True, None),
        (Rank.HEADS_OF_DEPARTMENTS, False, "same_day_without_consent"),
        (Rank.AKIM_AND_DEPUTIES, True, "same_day_by_whom"),
    ],
)
def test_p3_the_same_day_is_for_heads_of_units_and_staff_who_agree(
    rank: Rank, agreed: bool, objection: str | None
) -> None:
    assert LAW.get(SameDayReception).objection(rank, agreed=agreed) == objection
