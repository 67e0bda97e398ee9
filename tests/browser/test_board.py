"""The board in a real browser: what it shows without a stream, and without a program."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from qabyldau.people.actor import Actor
from qabyldau.reception import desk, queries
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.browser.conftest import NARROW
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import arrive, moment, on_the_day

NewContext = Callable[..., BrowserContext]
Check = Callable[[Page], None]
Look = Callable[[Page, str], None]
TELEVISION: ViewportSize = {"width": 1920, "height": 1080}
SMALL: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": NARROW, "height": 900}
ONLINE = "Байланыс бар"


@pytest.fixture
def called(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> Iterator[list[Appeal]]:
    """Three people are here, and the veteran was called."""
    with time_machine.travel(moment(3, 19, 15, 31)):
        for appeal in hall:
            arrive(appeal, clerk)
        desk.call(day.pk, asked=on_the_day(clerk, 15, 30))
        yield hall


@pytest.mark.usefixtures("called")
def test_without_a_stream_the_board_asks_by_itself(
    live_server: LiveServer,
    page: Page,
    day: ReceptionDay,
    clerk: Actor,
    expect_accessible: Check,
    look: Look,
) -> None:
    page.set_viewport_size(TELEVISION)
    page.goto(f"{live_server.url}/kk/board/")
    expect(page.locator(".calls .new .ticket")).to_have_text("3")
    expect(page.locator(".link")).to_contain_text(ONLINE)
    expect_accessible(page)
    look(page, "board-1920")
    visit = queries.called(day)
    assert visit is not None

    desk.start(visit.pk, asked=on_the_day(clerk, 15, 31))
    desk.call(day.pk, asked=on_the_day(clerk, 15, 31))

    expect(page.locator(".calls .new .ticket")).to_have_text("1", timeout=4000)
    expect(page.locator(".calls .ticket")).to_have_text(["1", "3"])
    for name, size in (("1280", SMALL), ("390", PHONE)):
        page.set_viewport_size(size)
        look(page, f"board-{name}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect_accessible(page)


@pytest.mark.usefixtures("called")
def test_without_a_program_the_page_comes_again_by_itself(
    live_server: LiveServer, new_context: NewContext
) -> None:
    page = new_context(java_script_enabled=False).new_page()

    page.goto(f"{live_server.url}/ru/board/")

    expect(page.locator(".calls .new .ticket")).to_have_text("3")
    assert page.locator("noscript meta[http-equiv=refresh]").get_attribute("content") == "15"
