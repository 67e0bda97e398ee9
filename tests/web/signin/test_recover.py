"""Accounts are opened and opened anew by the administrator: a code once, a day long, and all of it noted."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from qabyldau.acts import accounts
from qabyldau.journal.models import Entry
from qabyldau.people import accounts as kept
from qabyldau.people.models import Key, Office, User
from qabyldau.people.queries import actor_of
from qabyldau.people.roles import Role
from tests.flow.conftest import MONDAY
from tests.web.signin.conftest import PASSWORD, entered, is_in, set_up, sign_in, words

NEW = "жаңа үш жұмсақ жаңғақ"
RECOVER = "/ru/account/recover/"
IIN = "010101300010"


@pytest.fixture
def desk(keeper: User) -> Client:
    """The browser of the administrator, second step and all."""
    client = entered(keeper.username)
    set_up(client)
    return client


def code_on(page: Any) -> str:  # noqa: ANN401  the test client's response
    found = re.search(r"\b[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}\b", words(page))
    assert found
    return found[0]


def renew(code: str, name: str = "aizhan", password: str = NEW, again: str = NEW) -> Any:  # noqa: ANN401
    form = {"login": name, "code": code, "password1": password, "password2": again}
    return Client().post(RECOVER, form, follow=True)


def test_a_lost_way_in_is_opened_once_and_all_of_it_is_noted(aizhan: User, desk: Client) -> None:
    lost = entered(aizhan.username)
    set_up(lost)
    code = code_on(desk.post(f"/ru/staff/people/{aizhan.pk}/", {"key": "1"}))
    assert not is_in(lost)

    assert "Пароль установлен" in words(renew(code.lower()))

    assert sign_in(Client(), password=PASSWORD).status_code == 200
    assert sign_in(Client(), password=NEW).status_code == 302
    assert is_in_with(NEW)
    assert "не подходят друг к другу" in words(renew(code))
    acts = Entry.objects.filter(object=f"user:{aizhan.pk}").values_list("action", "actor_name")
    assert ("give_key", "Keeper") in acts
    assert Entry.objects.get(action="renew_access").facts == {"second_step_taken_off": True}
    assert code not in str(list(Entry.objects.values())) + str(list(Key.objects.values()))


def is_in_with(password: str) -> bool:
    client = Client()
    sign_in(client, password=password)
    return is_in(client)


def test_a_code_is_good_for_a_day_and_its_owner(
    aizhan: User, desk: Client, employ: Callable[..., User], clock: time_machine.Traveller
) -> None:
    employ("berik", Role.CLERK)
    code = code_on(desk.post(f"/ru/staff/people/{aizhan.pk}/", {"key": "1"}))

    assert "не подходят" in words(renew(code, name="berik"))
    assert "не совпадают" in words(renew(code, again="другой длинный пароль"))
    assert "нужно не меньше 12 знаков" in words(renew(code, password="коротко", again="коротко"))
    clock.shift(timedelta(hours=24, seconds=1))
    assert "старше суток" in words(renew(code))


def test_codes_cannot_be_guessed(aizhan: User) -> None:
    for _ in range(30):
        renew("AAAA-AAAA-AAAA-AAAA", aizhan.username)

    assert Client().get(RECOVER).status_code == 429


def test_a_new_account_begins_with_a_code(desk: Client, office: Office) -> None:
    form = {"full_name": "Сейтова Айман", "username": "a.seitova", "role": "clerk", "since": "2026-03-02"}
    code = code_on(desk.post("/ru/staff/people/new/", form))
    assert not User.objects.get(username="a.seitova").has_usable_password()

    renew(code, name="a.seitova")

    client = Client()
    sign_in(client, "a.seitova", NEW)
    assert is_in(client)
    assert "уже занято" in words(desk.post("/ru/staff/people/new/", form))
    assert Entry.objects.filter(action="open_account", office=office).count() == 1


def test_nobody_lets_themselves_in_or_somebody_of_another_office(
    aizhan: User, keeper: User, desk: Client, employ: Callable[..., User], uralsk: Office
) -> None:
    assert "Себе код выдать нельзя" in words(
        desk.post(f"/ru/staff/people/{keeper.pk}/", {"key": "1"}, follow=True)
    )
    stranger = employ("daulet", Role.CLERK, at=uralsk)
    assert desk.post(f"/ru/staff/people/{stranger.pk}/", {"key": "1"}).status_code == 404
    employ("aizhan", Role.ADMIN, at=uralsk)

    said = words(desk.post(f"/ru/staff/people/{aizhan.pk}/", {"key": "1"}, follow=True))

    assert "работает и в другом учреждении" in said
    assert not Key.objects.exists()


def test_an_iin_is_entered_masked_and_unique(aizhan: User, desk: Client, employ: Callable[..., User]) -> None:
    berik = employ("berik", Role.CLERK)
    page = words(desk.post(f"/ru/staff/people/{aizhan.pk}/", {"iin": f"{IIN[:6]} {IIN[6:]}"}, follow=True))

    assert "••••••••0010" in page
    assert IIN not in page
    assert kept.by_iin(IIN) == aizhan
    assert "уже внесён" in words(desk.post(f"/ru/staff/people/{berik.pk}/", {"iin": IIN}))
    assert "ошибка" in words(desk.post(f"/ru/staff/people/{berik.pk}/", {"iin": "010101300011"}))
    assert Entry.objects.get(action="record_iin").facts == {"entered": True}


def test_only_the_administrator_keeps_accounts(aizhan: User, office: Office) -> None:
    actor = actor_of(aizhan, office.pk, MONDAY.date())
    assert actor

    with pytest.raises(Exception, match="not allowed"):
        accounts.give_key(aizhan.pk, by=actor, at=MONDAY)


def test_every_sign_in_stands_in_the_journal(aizhan: User, office: Office) -> None:
    entered(aizhan.username)

    entry = Entry.objects.get(action="sign_in")
    assert (entry.office_id, entry.object, entry.actor) == (
        office.pk,
        f"user:{aizhan.pk}",
        f"staff:{aizhan.pk}",
    )
    assert entry.facts == {"by": ["password"]}
