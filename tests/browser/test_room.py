"""The room in a real browser: what is typed while the office is away is kept sealed, and sent once."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.conf import settings
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from qabyldau.minutes.models import Result
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.reception import desk
from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.browser.conftest import Visit as Open
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import arrive, moment, on_the_day
from tests.web.access.conftest import browser, staffed

ANSWER = "Воду подведут к июню."
FORM = 'form[data-keep^="answer"]'


@pytest.fixture(autouse=True)
def day_of_reception() -> Iterator[None]:
    with time_machine.travel(moment(3, 19, 15, 8)):
        yield


@pytest.fixture
def inside(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> Visit:
    for appeal in hall:
        arrive(appeal, clerk)
    visit = desk.call(day.pk, asked=on_the_day(clerk, 15, 0))
    return desk.start(visit.pk, asked=on_the_day(clerk, 15, 1))


@pytest.fixture
def signed_in(office: Office, live_server: LiveServer, visit: Open) -> Open:
    """A clerk's browser."""
    session = browser(staffed(office)[Role.CLERK]).cookies[settings.SESSION_COOKIE_NAME].value

    def open_page(path: str, *given: str) -> Page:
        page = visit("/ru/help/", *given)
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        page.set_viewport_size({"width": 1024, "height": 768})
        page.goto(f"{live_server.url}{path}")
        return page

    return open_page


@pytest.mark.usefixtures("inside")
def test_what_is_typed_while_the_office_is_away_is_sent_once_when_it_is_back(
    day: ReceptionDay, signed_in: Open, expect_accessible: Callable[[Page], None]
) -> None:
    page = signed_in(f"/ru/staff/room/{day.pk}/", "ru")
    page.wait_for_selector("#room[data-ready]")
    expect_accessible(page)

    page.context.set_offline(True)
    page.fill(f"{FORM} textarea", ANSWER)
    page.click(f"{FORM} button")
    page.wait_for_selector("text=Нет связи")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "room:" in kept
    assert ANSWER not in kept
    assert not Result.objects.exists()

    page.context.set_offline(False)
    page.wait_for_selector("text=Записано в протокол")
    assert [(row.answer, row.version) for row in Result.objects.all()] == [(ANSWER, 1)]
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.usefixtures("office")
def test_the_check_of_devices_is_accessible_and_says_what_a_browser_lacks(
    visit: Open, expect_accessible: Callable[[Page], None]
) -> None:
    page = visit("/kk/video/check/", "kk")
    expect_accessible(page)

    page.click('[data-part="start"]')

    page.wait_for_function("document.querySelector('[data-part=\"said\"]').textContent.length > 20")
