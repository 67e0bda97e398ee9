"""Who works in several offices says in which one now, and sees nothing of the other."""

from collections.abc import Callable

import pytest
from django.test import Client

from qabyldau.people.models import Office, User
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from tests.web.signin.conftest import HOME, entered, is_in, words


@pytest.fixture
def in_both(uralsk: Office, employ: Callable[..., User]) -> Client:
    employ("aizhan", Role.CLERK)
    employ("aizhan", Role.DEPARTMENT, at=uralsk)
    return entered("aizhan")


def choose(client: Client, office_id: object, onward: str = "") -> str:
    answer = client.post("/ru/account/office/", {"office": str(office_id), "next": onward})
    return str(answer.get("Location", ""))


def test_the_only_office_is_never_asked_for(aizhan: User) -> None:
    assert is_in(entered(aizhan.username))


def test_with_two_offices_the_choice_comes_first(in_both: Client) -> None:
    asked = in_both.get("/ru/staff/days/")

    assert asked["Location"] == "/ru/account/office/?next=%2Fru%2Fstaff%2Fdays%2F"
    page = words(in_both.get(asked["Location"]))
    assert "Аппарат акима Западно-Казахстанской области" in page
    assert "Аппарат акима города Уральска" in page


def test_the_choice_is_kept_and_leads_on(in_both: Client, uralsk: Office) -> None:
    assert choose(in_both, uralsk.pk, "/ru/staff/days/") == "/ru/staff/days/"

    assert is_in(in_both)
    assert choose(in_both, uralsk.pk, "//evil.example/") == HOME


def test_an_office_without_a_role_of_mine_cannot_be_chosen(aizhan: User, uralsk: Office) -> None:
    client = entered(aizhan.username)

    choose(client, uralsk.pk)
    choose(client, "x")

    assert client.get("/ru/account/office/").status_code == 200
    assert "Уральска" not in words(client.get("/ru/account/office/"))


def test_appeals_of_the_other_office_do_not_exist(
    in_both: Client, uralsk: Office, office: Office, registered: Appeal
) -> None:
    choose(in_both, uralsk.pk)
    assert in_both.get(f"/ru/staff/appeals/{registered.pk}/").status_code == 404

    choose(in_both, office.pk)
    assert in_both.get(f"/ru/staff/appeals/{registered.pk}/").status_code == 200
