"""The second step: a must for the administrator, a choice for everybody else; a code is good once."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client

from qabyldau.people.models import User
from tests.web.signin.conftest import HOME, code, entered, is_in, set_up, sign_in, words

STEP = "/ru/account/login/code/"


def second_step(client: Client, typed: str) -> str:
    return words(client.post(STEP, {"code": typed}, follow=True))


@pytest.mark.parametrize(
    "path",
    ["staff/", "staff/people/", "staff/calendar/", "account/", "account/password/", "account/codes/new/"],
)
def test_an_administrator_without_it_can_do_nothing_else(path: str, keeper: User) -> None:
    client = entered(keeper.username)

    for answer in (client.get(f"/ru/{path}"), client.post(f"/ru/{path}", {})):
        assert (answer.status_code, answer["Location"]) == (302, "/ru/account/second-step/")


def test_an_administrator_sets_it_up_at_the_first_sign_in(keeper: User) -> None:
    client = entered(keeper.username)

    _, spare = set_up(client)

    assert len(spare) == 10
    assert is_in(client)


def test_an_administrator_may_sign_out_instead(keeper: User) -> None:
    client = entered(keeper.username)

    client.post("/ru/account/logout/")

    assert "_auth_user_id" not in client.session


def test_the_code_is_asked_at_sign_in_and_gives_a_new_session(
    keeper: User, clock: time_machine.Traveller
) -> None:
    secret, _ = set_up(entered(keeper.username))
    clock.shift(timedelta(minutes=5))
    client = Client()
    assert sign_in(client, keeper.username)["Location"] == STEP
    assert not is_in(client)
    before = client.session.session_key

    second_step(client, code(secret))

    assert is_in(client)
    assert client.session.session_key != before


def test_a_code_is_good_once(keeper: User, clock: time_machine.Traveller) -> None:
    secret, _ = set_up(entered(keeper.username))
    clock.shift(timedelta(minutes=5))
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, keeper.username)
    typed = code(secret)

    second_step(first, typed)
    said = second_step(second, typed)

    assert "Код неверен или уже использован." in said
    assert (is_in(first), is_in(second)) == (True, False)


def test_a_code_already_used_in_another_process_is_refused(
    keeper: User, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, _ = set_up(entered(keeper.username))
    clock.shift(timedelta(minutes=5))
    # The library remembers used codes in the memory of one process only.
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.TOTP._mark_code_used", lambda *_: True)
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, keeper.username)
        second_step(client, code(secret))

    assert (is_in(first), is_in(second)) == (True, False)


def test_after_five_wrong_codes_even_the_right_one_waits(keeper: User, clock: time_machine.Traveller) -> None:
    secret, _ = set_up(entered(keeper.username))
    clock.shift(timedelta(minutes=5))
    client = Client()
    sign_in(client, keeper.username)
    for _ in range(5):
        second_step(client, "000000")

    said = second_step(client, code(secret))

    assert "Попробуйте через полчаса." in said
    assert not is_in(client)


def test_a_spare_code_lets_in_once(keeper: User) -> None:
    _, spare = set_up(entered(keeper.username))
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, keeper.username)
        second_step(client, spare[0])

    assert (is_in(first), is_in(second)) == (True, False)


def test_the_secret_is_sealed_in_the_database(keeper: User) -> None:
    secret, _ = set_up(entered(keeper.username))

    kept = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in kept
    assert kept.count("1:") == 2


def test_an_administrator_cannot_take_it_off(keeper: User) -> None:
    client = entered(keeper.username)
    set_up(client)

    said = words(client.post("/ru/account/second-step/off/"))

    assert "отключить его нельзя" in said
    assert Authenticator.objects.filter(user=keeper).count() == 2


def test_others_may_switch_it_on_and_off(aizhan: User) -> None:
    client = entered(aizhan.username)
    assert client.get(HOME).status_code == 200
    set_up(client)

    said = words(client.post("/ru/account/second-step/off/", follow=True))

    assert "Второй шаг отключён." in said
    assert not Authenticator.objects.filter(user=aizhan).exists()


def test_weighty_steps_ask_again_who_it_is_under_a_new_session(
    aizhan: User, clock: time_machine.Traveller
) -> None:
    client = entered(aizhan.username)
    is_in(client)
    clock.shift(timedelta(minutes=6))
    asked = client.get("/ru/account/second-step/")
    assert asked["Location"].startswith("/ru/account/again/?next=")
    before = client.session.session_key

    answer = client.post(
        asked["Location"], {"password": "үш жұмсақ жаңғақ", "next": "/ru/account/second-step/"}
    )

    assert answer["Location"] == "/ru/account/second-step/"
    assert client.session.session_key != before
    assert client.get("/ru/account/second-step/").status_code == 200


def test_new_spare_codes_replace_the_old_ones(aizhan: User) -> None:
    client = entered(aizhan.username)
    _, old = set_up(client)

    said = words(client.post("/ru/account/codes/new/", follow=True))

    assert len(re.findall(r"\b\d{8}\b", said)) == 10
    assert not any(one in said for one in old)
