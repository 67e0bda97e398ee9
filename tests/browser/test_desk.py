"""The desk and the kiosk in a real browser: a person from the door to the official, by the keyboard alone."""

from collections.abc import Iterator

import pytest
import time_machine
from playwright.sync_api import Page

from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.browser.conftest import NARROW
from tests.browser.conftest import Visit as Open
from tests.browser.test_staff import Check, Enter, Look, enter  # noqa: F401  people who sign in
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import Role, moment

TABLET = 1024


@pytest.fixture(autouse=True)
def the_day() -> Iterator[None]:
    """It is the day of reception, one minute after its first hour, and the clock goes on."""
    with time_machine.travel(moment(3, 19, 15, 1)):
        yield


def stage() -> str:
    return str(Visit.objects.get().stage)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_clerk_leads_a_person_by_keys_alone(
    hall: list[Appeal],
    day: ReceptionDay,
    enter: Enter,  # noqa: F811  a fixture
    expect_accessible: Check,
    look: Look,
    language: str,
) -> None:
    page: Page = enter(Role.CLERK, language, width=TABLET)
    desk = page.url.partition("/staff/")[0] + f"/staff/desk/{day.pk}/"
    page.goto(desk)
    expect_accessible(page)

    page.focus(f"a[href$='/arrive/{hall[0].pk}/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/arrive/**")
    expect_accessible(page)
    page.focus("main form input[name=document] >> nth=1")
    page.keyboard.press("Space")
    page.focus("main form button[type=submit] >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_url(desk)
    look(page, f"desk-{language}")

    for key, came_to in (("n", "called"), ("i", "with_official"), ("f", "done")):
        with page.expect_navigation():
            page.keyboard.press(key)
        assert stage() == came_to
        expect_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_kiosk_is_for_everybody(visit: Open, office: object, expect_accessible: Check) -> None:  # noqa: ARG001
    page = visit("/kiosk/", "kk", width=TABLET)
    expect_accessible(page)
    page.set_viewport_size({"width": NARROW, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
