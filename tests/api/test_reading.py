"""List and read appeals through the API: pages, filters, and who sees what."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Token
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from tests.api.conftest import Ask, Traveller
from tests.flow.conftest import moment, statement


@pytest.fixture
def five(office: Office, clerk: Actor) -> list[Appeal]:
    """Five appeals, a day apart."""
    days = [moment(3, day) for day in (2, 3, 4, 5, 6)]
    return [registry.register(office, statement(), by=clerk, at=at).appeal for at in days]


def numbers(answer: HttpResponse) -> list[str]:
    return [item["number"][-1] for item in json.loads(answer.content)["items"]]


@pytest.mark.usefixtures("five")
def test_pages_follow_one_another_while_appeals_come_in(
    office: Office, clerk: Actor, clerks_call: Ask
) -> None:
    first = clerks_call("get", "/appeals?limit=2")
    registry.register(office, statement(), by=clerk, at=moment(3, 9))
    second = clerks_call("get", f"/appeals?limit=2&cursor={first.json()['next']}")
    third = clerks_call("get", f"/appeals?limit=2&cursor={second.json()['next']}")

    assert [numbers(one) for one in (first, second, third)] == [["5", "4"], ["3", "2"], ["1"]]
    assert third.json()["next"] is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("state=registered", ["5", "4", "3", "2", "1"]),
        ("state=review&state=closed", []),
        ("due_after=2026-03-20", ["5", "4"]),
        ("due_before=2026-03-17", ["1"]),
        ("channel=post", []),
        ("channel=hand_delivered&topic=other&limit=1", ["5"]),
        ("topic=water", []),
        ("updated_since=2026-03-05T00:00:00%2B05:00", ["5", "4"]),
    ],
)
@pytest.mark.usefixtures("five")
def test_filters(clerks_call: Ask, asked: str, found: list[str]) -> None:
    assert numbers(clerks_call("get", f"/appeals?{asked}")) == found


def test_an_act_makes_an_old_appeal_appear_among_the_changed(
    five: list[Appeal], clerk: Actor, clerks_call: Ask
) -> None:
    registry.note_external_number(five[0].pk, number="ЗТ-1", asked=Asked(by=clerk, at=moment(3, 6, 15)))

    answer = clerks_call("get", "/appeals?updated_since=2026-03-06T12:00:00%2B05:00")

    assert numbers(answer) == ["1"]


@pytest.mark.parametrize(
    "asked",
    ["limit=101", "limit=0", "state=lost", "cursor=bm90aGluZw", "cursor=%00", "updated_since=2026-03"],
)
def test_what_cannot_be_filtered_by_is_named(clerks_call: Ask, asked: str) -> None:
    answer = clerks_call("get", f"/appeals?{asked}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"].startswith("/" + asked.partition("=")[0])


@pytest.mark.clause("29")
def test_p29_a_term_comes_with_its_paragraph_and_its_arithmetic(registered: Appeal, clerks_call: Ask) -> None:
    card = clerks_call("get", f"/appeals/{registered.number}").json()

    answer_term = next(term for term in card["terms"] if term["kind"] == "answer")
    assert (answer_term["due_on"], answer_term["target_on"]) == ("2026-03-17", "2026-03-17")
    assert answer_term["citation"]["clause"] == "29"
    assert answer_term["citation"]["edition"] == "zko-289@2023"
    assert answer_term["arithmetic"]["ru"].startswith("зарегистрировано 2 марта 2026 г. + 15")
    assert "15 күнтізбелік күн" in answer_term["arithmetic"]["kk"]


def test_the_identification_number_is_masked(registered: Appeal, clerks_call: Ask) -> None:
    answer = clerks_call("get", f"/appeals/{registered.number}")

    assert answer.json()["applicant"]["number"] == "••••••••0010"
    assert "010101300010" not in answer.content.decode()


def test_the_card_says_its_version(registered: Appeal, clerks_call: Ask) -> None:
    assert clerks_call("get", f"/appeals/{registered.number.lower()}")["ETag"] == '"1"'


@pytest.mark.parametrize("number", ["ZKO-2026-000999", "%00", "ZKO%0A", "х" * 60])
def test_an_unknown_number_is_not_there(clerks_call: Ask, number: str) -> None:
    answer = clerks_call("get", f"/appeals/{number}")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_another_office_sees_nothing_of_ours(registered: Appeal, ask: Callable[..., Ask]) -> None:
    other = Office.objects.create(code="other", prefix="OTH", name_kk="Өзге", name_ru="Другой")
    stranger = ask(Role.CLERK, at=other, name="stranger")

    assert stranger("get", f"/appeals/{registered.number}").status_code == 404
    assert stranger("get", f"/appeals/{registered.number}/acts").status_code == 404
    assert stranger("post", f"/appeals/{registered.number}/acts/withdraw", {}).status_code == 404
    assert stranger("get", "/appeals").json()["items"] == []


def test_a_role_that_reads_no_appeals_gets_an_empty_list(registered: Appeal, ask: Callable[..., Ask]) -> None:
    press = ask(Role.PRESS)

    assert press("get", "/appeals").json()["items"] == []
    assert press("get", f"/appeals/{registered.number}").status_code == 404


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer unknown", "Basic YTpi", "Bearer \xff"])
def test_without_a_valid_token_nothing_opens(registered: Appeal, header: str) -> None:
    answer = Client().get(f"/api/v1/appeals/{registered.number}", headers={"Authorization": header})

    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_session_opens_nothing_in_the_api(registered: Appeal, token: Callable[..., str]) -> None:
    token(Role.CLERK)
    browser = Client()
    browser.force_login(Token.objects.get().user)

    assert browser.get(f"/api/v1/appeals/{registered.number}").status_code == 401


def test_a_token_ends_with_its_term_its_owner_and_their_role(clerks_call: Ask, now: Traveller) -> None:
    token = Token.objects.get()
    assert clerks_call("get", "/appeals").status_code == 200

    token.user.grants.update(until=date(2026, 3, 1))
    assert clerks_call("get", "/appeals").status_code == 401

    token.user.grants.update(until=None)
    token.user.is_active = False
    token.user.save()
    assert clerks_call("get", "/appeals").status_code == 401

    token.user.is_active = True
    token.user.save()
    now.shift(timedelta(days=91))
    assert clerks_call("get", "/appeals").status_code == 401


def test_other_addresses_answer_with_a_problem_too(clerks_call: Ask) -> None:
    answer = clerks_call("get", "/nothing")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
