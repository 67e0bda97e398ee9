"""How a sign-in ends: by going away, by time, by a new password, by losing the role."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from qabyldau.people.models import RoleGrant, User
from tests.flow.conftest import moment
from tests.web.signin.conftest import HOME, PASSWORD, entered, is_in, set_up, words

NEW = "жаңа үш жұмсақ жаңғақ"
NOON = moment(3, 2, 12)


def change_password(client: Client, old: str = PASSWORD, new: str = NEW, again: str = NEW) -> str:
    form = {"oldpassword": old, "password1": new, "password2": again}
    return words(client.post("/ru/account/password/", form, follow=True))


def test_a_page_of_the_workplace_asks_to_sign_in_and_leads_back(office: object, client: Client) -> None:  # noqa: ARG001
    answer = client.get("/kk/staff/days/?page=2")

    assert answer["Location"] == "/kk/account/login/?next=/kk/staff/days/%3Fpage%3D2"


def test_after_signing_out_the_old_cookie_is_dead(aizhan: User) -> None:
    client, thief = entered(aizhan.username), Client()
    thief.cookies["qabyldau"] = client.cookies["qabyldau"].value
    assert is_in(thief)

    assert "Вы вышли." in words(client.post("/ru/account/logout/", follow=True))

    assert not is_in(thief)
    assert not is_in(client)


@pytest.mark.parametrize(("name", "minutes"), [("aizhan", 15), ("keeper", 10)])
def test_a_quiet_session_ends(
    name: str, minutes: int, aizhan: User, keeper: User, clock: time_machine.Traveller
) -> None:
    client = entered({user.username: user for user in (aizhan, keeper)}[name].username)
    client.get("/ru/account/second-step/")
    if name == "keeper":
        set_up(client)
    clock.shift(timedelta(minutes=minutes))
    assert is_in(client)
    clock.shift(timedelta(minutes=minutes, seconds=1))

    assert client.get(HOME)["Location"] == "/ru/account/login/?next=/ru/staff/"
    assert "_auth_user_id" not in client.session


def test_a_busy_session_ends_after_eight_hours(aizhan: User, clock: time_machine.Traveller) -> None:
    client = entered(aizhan.username)
    for minutes in range(0, 480, 10):
        clock.move_to(NOON + timedelta(minutes=minutes))
        assert is_in(client)

    clock.move_to(NOON + timedelta(hours=8, seconds=1))

    assert not is_in(client)


def test_a_form_sent_after_the_end_is_not_lost_silently(aizhan: User, clock: time_machine.Traveller) -> None:
    client = entered(aizhan.username)
    is_in(client)
    clock.shift(timedelta(minutes=16))

    answer = client.post("/ru/staff/appeals/1/withdraw/", {"reason": "…"})

    assert answer.status_code == 403
    assert "рабочий сеанс завершён" in words(answer)
    assert "набранное там осталось" in words(answer)


def test_a_new_password_ends_the_other_sessions_and_renews_this_one(aizhan: User) -> None:
    here, elsewhere = entered(aizhan.username), entered(aizhan.username)
    before = here.session.session_key

    said = change_password(here)

    assert "Пароль изменён." in said
    assert here.session.session_key != before
    assert (is_in(here), is_in(elsewhere)) == (True, False)


@pytest.mark.parametrize(
    ("old", "new", "again", "sentence"),
    [
        ("не тот пароль", NEW, NEW, "Неверный пароль."),
        (PASSWORD, "коротко", "коротко", "нужно не меньше 12 знаков"),
        (PASSWORD, "qwerty123456", "qwerty123456", "есть в списках"),
        (PASSWORD, "AizhanAbilova", "AizhanAbilova", "слишком похож на ваше имя"),
        (PASSWORD, NEW, "другой длинный пароль", "Два новых пароля не совпадают."),
        ("", "", "", "Введите новый пароль ещё раз"),
    ],
)
def test_a_new_password_must_be_good_and_the_old_one_known(
    old: str, new: str, again: str, sentence: str, aizhan: User
) -> None:
    User.objects.filter(pk=aizhan.pk).update(full_name="Aizhan Abilova")
    client = entered(aizhan.username)

    assert sentence in change_password(client, old, new, again)

    aizhan.refresh_from_db()
    assert aizhan.check_password(PASSWORD)


def test_guessing_the_password_inside_a_session_is_locked_too(aizhan: User) -> None:
    client = entered(aizhan.username)
    for _ in range(4):
        change_password(client, "не тот пароль")

    assert "Слишком много попыток" in change_password(client, "не тот пароль")


def test_a_blocked_person_is_out_at_the_next_request(aizhan: User) -> None:
    client = entered(aizhan.username)
    assert is_in(client)

    User.objects.filter(pk=aizhan.pk).update(is_active=False)

    assert client.get(HOME)["Location"].startswith("/ru/account/login/")


def test_a_role_that_ended_closes_the_workplace_at_the_next_request(aizhan: User) -> None:
    client = entered(aizhan.username)
    assert is_in(client)

    RoleGrant.objects.filter(user=aizhan).update(until=moment(3, 1).date())

    answer = client.get(HOME)
    assert answer.status_code == 403
    assert "нет роли ни в одном учреждении" in words(answer)


def test_the_cookie_is_closed_to_scripts_and_to_other_sites(aizhan: User) -> None:
    cookie = entered(aizhan.username).cookies["qabyldau"]

    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["path"]) == ("Lax", "/")


def test_a_third_place_ends_the_oldest_and_it_is_told_why(aizhan: User) -> None:
    first, second = entered(aizhan.username), entered(aizhan.username)
    assert is_in(first)
    assert is_in(second)
    third = entered(aizhan.username)

    assert is_in(third)
    assert is_in(second)
    answer = first.get(HOME, follow=True)
    assert answer.request["PATH_INFO"] == "/ru/account/login/"
    assert "вошли ещё в двух местах" in words(answer)
    assert not is_in(first)
    assert is_in(third)
