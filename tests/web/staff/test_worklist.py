"""The first page of each role: what waits, what is late, in few queries."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.kinds import Topic
from qabyldau.registry.models import Appeal
from qabyldau.regulation.norms.intake import Channel
from tests.flow.conftest import MONDAY, moment, statement
from tests.web.staff.conftest import Enter, words

QUERIES = 37


@pytest.fixture
def many(office: Office, clerk: Actor) -> list[Appeal]:
    """Thirty appeals, one a working hour."""
    return [
        registry.register(
            office,
            statement(f"Адам {number}", number="", topic=Topic.ROADS if number % 2 else Topic.WATER),
            by=clerk,
            at=moment(3, 2, 9, number),
        ).appeal
        for number in range(30)
    ]


def asked_by(browser: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(page).status_code == 200
    return len(asked)


def test_a_worklist_asks_as_much_for_thirty_as_for_one(many: list[Appeal], enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)
    browser.get("/ru/staff/")

    every = asked_by(browser, "/ru/staff/")

    assert every == asked_by(browser, "/ru/staff/?page=2")
    assert every <= QUERIES
    assert "1–25" in words(browser.get("/ru/staff/"))
    assert many


def test_tiles_count_and_filter(many: list[Appeal], enter: Enter, clock: time_machine.Traveller) -> None:
    clock.move_to(moment(3, 18, 10))
    browser = enter(Role.DEPARTMENT)

    page = words(browser.get("/ru/staff/"))

    assert "30 срок прошёл" in page
    assert words(browser.get("/ru/staff/?due=late")).count("ZKO-2026-") == 25
    assert "Здесь пусто" in words(browser.get("/ru/staff/?due=fine"))
    assert many


def test_filters_stand_in_the_address(many: list[Appeal], enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)

    assert words(browser.get("/ru/staff/?topic=roads")).count("ZKO-2026-") == 15
    assert "Здесь пусто" in words(browser.get("/ru/staff/?channel=post"))
    assert words(browser.get("/ru/staff/?stage=nonsense&topic='")).count("ZKO-2026-") == 25
    assert many


def test_the_nearest_deadline_stands_first(office: Office, clerk: Actor, enter: Enter) -> None:
    said = statement("Ерте Адам", number="", channel=Channel.POST, received_at=moment(2, 20, 10))
    registry.register(office, statement("Кеш Адам", number=""), by=clerk, at=MONDAY)
    registry.register(office, said, by=clerk, at=MONDAY)

    page = words(enter(Role.DEPARTMENT).get("/ru/staff/"))

    assert page.index("Ерте А.") < page.index("Кеш А.")


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.CLERK, "Зарегистрировать обращение"),
        (Role.HEAD_OF_OFFICE, "На моём решении"),
        (Role.AUDITOR, "Журнал"),
        (Role.PRESS, "Пресса"),
        (Role.EXECUTOR, "Запросы к нам"),
        (Role.AKIM, "Дни приёма"),
    ],
)
def test_each_role_has_a_first_page(role: Role, sees: str, enter: Enter, registered: Appeal) -> None:
    answer = enter(role).get("/ru/staff/")

    assert answer.status_code == 200
    assert sees in words(answer)
    assert registered


def test_the_head_is_told_what_waits(on_decision: Appeal, enter: Enter) -> None:
    page = words(enter(Role.HEAD_OF_OFFICE).get("/kk/staff/"))

    assert "1 жолданым сіздің шешіміңізді күтуде" in page
    assert on_decision.number in words(enter(Role.HEAD_OF_OFFICE).get("/ru/staff/decisions/"))


def test_numbers_still_owed_are_listed(registered: Appeal, enter: Enter) -> None:
    assert registered.number in words(enter(Role.CLERK).get("/ru/staff/numbers/"))


def test_an_official_sees_their_own_receptions_alone(
    appointed: Appeal, office: Office, clerk: Actor, staff: Callable[..., Actor], enter: Enter
) -> None:
    other = registry.register(office, statement("Басқа Адам", number=""), by=clerk, at=MONDAY).appeal
    official = appointed.official
    assert official
    browser = enter(Role.OFFICIAL)
    official.user_id = staff(Role.OFFICIAL).user_id
    official.save()

    assert browser.get(f"/ru/staff/appeals/{appointed.pk}/").status_code == 200
    assert browser.get(f"/ru/staff/appeals/{other.pk}/").status_code == 404
    assert other.number not in words(browser.get("/ru/staff/?scope=all"))


# --- search ---------------------------------------------------------------------------------------


def seek(browser: Any, said: str) -> str:  # noqa: ANN401  the test client
    answer = browser.post("/ru/staff/search/", {"q": said})
    assert answer.headers["Location"] == "/ru/staff/search/"
    return words(browser.get("/ru/staff/search/"))


@pytest.mark.parametrize(
    "said", ["000001", "үлгіова", "010101300010", "8 700 000 00 01", "водопровод", "ZKO-2026-000001"]
)
def test_search_finds_by_everything_and_puts_nothing_into_the_address(
    said: str, registered: Appeal, enter: Enter
) -> None:
    assert registered.number in seek(enter(Role.CLERK), said)


def test_search_says_when_nothing_fits(registered: Appeal, enter: Enter) -> None:
    browser = enter(Role.CLERK)

    assert "Ничего не найдено" in seek(browser, "жоқ нәрсе")
    assert "Введите хотя бы два знака" in seek(browser, "x")
    assert registered


def test_what_is_sought_is_sealed_in_the_session(registered: Appeal, enter: Enter) -> None:
    browser = enter(Role.CLERK)
    seek(browser, "010101300010")

    assert "010101300010" not in str(dict(browser.session))
    assert registered
