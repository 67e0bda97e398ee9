"""The way in: a name and a password, tried a few times only, and nobody learns who exists."""

import re
from collections.abc import Callable

import pytest
import time_machine
from axes.models import AccessAttempt, AccessFailureLog
from django.test import Client

from qabyldau.people.models import User
from qabyldau.people.roles import Role
from tests.flow.conftest import moment
from tests.web.signin.conftest import LOGIN, PASSWORD, entered, is_in, sign_in, words


def test_the_right_password_leads_to_work_under_a_new_session(aizhan: User, client: Client) -> None:
    client.session.save()
    before = client.session.session_key

    answer = sign_in(client)

    assert (answer.status_code, answer["Location"]) == (302, "/ru/staff/")
    assert client.session.session_key != before
    assert is_in(client)
    assert str(aizhan.pk) == client.session["_auth_user_id"]


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(aizhan: User) -> None:
    answers = [sign_in(Client(), name, "не тот") for name in (aizhan.username, "nobody")]

    said = [words(answer).replace("nobody", "aizhan") for answer in answers]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert said[0] == said[1]
    assert "Неверное имя пользователя или пароль." in said[0]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (LOGIN, "вход закрыт до 12:30"),
        ("/kk/account/login/", "Қайта ашылатын уақыты: 12:30"),
    ],
)
def test_the_fifth_failure_locks_for_half_an_hour_and_says_until_when(
    path: str, sentence: str, aizhan: User, client: Client, clock: time_machine.Traveller
) -> None:
    for _ in range(4):
        assert sign_in(client, aizhan.username, "не тот", path=path).status_code == 200

    locked = sign_in(client, aizhan.username, "не тот", path=path)
    clock.move_to(moment(3, 2, 12, 10))
    right_but_late = sign_in(client, path=path)

    assert (locked.status_code, locked["Retry-After"]) == (429, "1800")
    assert sentence in words(locked)
    assert (right_but_late.status_code, right_but_late["Retry-After"]) == (429, "1200")
    clock.move_to(moment(3, 2, 12, 31))
    assert sign_in(client, path=path).status_code == 302


def test_the_lock_is_of_one_name_from_one_address_whatever_the_case(
    aizhan: User, employ: Callable[..., User], client: Client
) -> None:
    employ("berik", Role.CLERK)
    for name in ("aizhan", "Aizhan", "AIZHAN ", "aizhan", "aiZhan"):
        sign_in(client, name, "не тот")

    assert sign_in(Client(), aizhan.username).status_code == 429
    assert sign_in(Client(), "berik").status_code == 302
    assert sign_in(Client(), REMOTE_ADDR="10.0.0.9").status_code == 302


def test_thirty_failures_an_hour_close_an_address(
    aizhan: User, client: Client, clock: time_machine.Traveller
) -> None:
    for number in range(30):
        assert sign_in(client, f"name{number}", "не тот").status_code == 200

    answer = sign_in(Client())

    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert sign_in(Client(), REMOTE_ADDR="10.0.0.9").status_code == 302
    clock.move_to(moment(3, 2, 13, 1))
    assert sign_in(Client(), aizhan.username).status_code == 302


def test_a_forged_forwarding_header_is_no_other_address(aizhan: User, client: Client) -> None:
    for number in range(5):
        sign_in(client, aizhan.username, "не тот", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")

    assert sign_in(client, HTTP_X_FORWARDED_FOR="10.0.0.200").status_code == 429


def test_what_was_typed_is_kept_nowhere(aizhan: User) -> None:
    browser = entered(aizhan.username)
    sign_in(Client(), aizhan.username, "тайное слово")
    form = {"oldpassword": "тайное слово", "password1": "новое тайное слово", "password2": "иное тайное"}
    browser.post("/ru/account/password/", form)

    rows = [*AccessAttempt.objects.values(), *AccessFailureLog.objects.values()]
    assert len(rows) == 3
    assert not re.search("тайн|%D1%82%D0%B0%D0%B9", str(rows), re.IGNORECASE)


def test_a_blocked_person_is_told_so_only_with_the_right_password(aizhan: User, client: Client) -> None:
    aizhan.is_active = False
    aizhan.save()

    assert "заблокирована" in words(sign_in(client))
    assert "Неверное имя" in words(sign_in(client, password="не тот"))
    assert not is_in(client)


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "password/reset/", "password/set/", "inactive/", "confirm-email/", "social/"],
)
def test_nothing_else_of_the_sign_in_library_is_open(path: str, office: object, client: Client) -> None:  # noqa: ARG001
    assert client.get(f"/ru/account/{path}").status_code == 404


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/ru/staff/days/", "/ru/staff/days/"),
        ("//evil.example/", "/ru/staff/"),
        ("/\\evil.example/", "/ru/staff/"),
        ("https://evil.example/ru/staff/", "/ru/staff/"),
        ("javascript:alert(1)", "/ru/staff/"),
        ("https://localhost/ru/staff/", "/ru/staff/"),
    ],
)
def test_sign_in_leads_only_within_the_site(wanted: str, led_to: str, aizhan: User, client: Client) -> None:
    answer = client.post(LOGIN, {"login": aizhan.username, "password": PASSWORD, "next": wanted})

    assert answer["Location"] == led_to


def test_a_foreign_host_is_not_served(aizhan: User, client: Client) -> None:
    assert sign_in(client, aizhan.username, HTTP_HOST="evil.example").status_code == 400
    forwarded = client.get("/ru/account/login/", HTTP_X_FORWARDED_HOST="evil.example")
    assert "evil.example" not in forwarded.content.decode()


def test_a_form_without_our_token_is_not_taken(aizhan: User) -> None:
    assert sign_in(Client(enforce_csrf_checks=True), aizhan.username).status_code == 403
