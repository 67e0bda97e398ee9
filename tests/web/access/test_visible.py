"""`visible_to`, the only door to appeals, against thirty lines that were written apart from it."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qabyldau.people.actor import Actor, Kind
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry import queries
from qabyldau.registry.models import Appeal
from tests.flow.conftest import MONDAY, statement
from tests.web.access import oracle

OFFICES, OFFICIALS, APPEALS = 2, 3, 8
READERS = oracle.roles(oracle.READERS)


@dataclass(frozen=True, slots=True)
class Row:
    """An appeal as the oracle sees it."""

    pk: int
    office: int
    official: int | None


def oracle_sees(actor: Actor, row: Row) -> bool:
    if row.office != actor.office_id:
        return False
    if actor.kind is Kind.SYSTEM:
        return True
    if actor.kind is Kind.APPLICANT:
        return row.pk == actor.appeal_id
    if actor.roles & READERS:
        return True
    receives = Role.OFFICIAL in actor.roles and actor.official_id is not None
    return receives and row.official == actor.official_id


@pytest.fixture
def rows(office: Office, elsewhere: Office, akim: Official, department_head: Official) -> list[Row]:
    """Appeals of both offices, some with an official; the second office's are made in the first and moved."""
    clerk = Actor(kind=Kind.STAFF, office_id=office.pk, name="c", user_id=1, roles=frozenset({Role.CLERK}))
    found = []
    for number in range(APPEALS):
        registry.register(office, statement(f"Тестов {number}", number=""), by=clerk, at=MONDAY)
    for place, appeal in enumerate(Appeal.objects.order_by("pk")):
        appeal.office = elsewhere if place % 2 else office
        appeal.official = (None, akim, department_head)[place % 3]
        appeal.save()
        found.append(Row(appeal.pk, appeal.office_id, appeal.official_id))
    return found


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_shows_what_the_oracle_sees(rows: list[Row], data: st.DataObject) -> None:
    offices = sorted({row.office for row in rows})
    actor = Actor(
        kind=data.draw(st.sampled_from(Kind)),
        office_id=data.draw(st.sampled_from(offices)),
        name="somebody",
        user_id=1,
        roles=data.draw(st.frozensets(st.sampled_from(Role), max_size=3)),
        official_id=data.draw(st.sampled_from([None, *{row.official for row in rows}])),
        appeal_id=data.draw(st.sampled_from([None, *[row.pk for row in rows]])),
    )

    shown = set(queries.visible_to(actor).values_list("pk", flat=True))

    assert shown == {row.pk for row in rows if oracle_sees(actor, row)}


@pytest.mark.parametrize("words", ["", "Тестов", "вод", "ZKO", "7000000001"])
def test_a_search_finds_nothing_that_is_not_visible(rows: list[Row], words: str, office: Office) -> None:
    for role in Role:
        actor = Actor(kind=Kind.STAFF, office_id=office.pk, name="s", user_id=1, roles=frozenset({role}))

        found = set(queries.search(actor, words).values_list("pk", flat=True))

        assert found <= {row.pk for row in rows if oracle_sees(actor, row)}
