"""The board in a real browser: what it shows and says, and how it comes back when the line is lost."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from qabyldau import voice
from qabyldau.config.environment import SQLITE_NAME
from qabyldau.people.actor import Actor
from qabyldau.reception import desk, queries
from qabyldau.registry.models import Appeal
from qabyldau.regulation.words import Words
from qabyldau.schedule.models import ReceptionDay
from tests.browser.conftest import NARROW
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import arrive, moment, on_the_day
from tools.stress.hall.clerks import Cut, Desk, Visitor
from tools.stress.hall.installation import Installation
from tools.stress.hall.plan import Clock, Plan
from tools.stress.hall.televisions import Hall

NewContext = Callable[..., BrowserContext]
Check = Callable[[Page], None]
Look = Callable[[Page, str], None]
TELEVISION: ViewportSize = {"width": 1920, "height": 1080}
SMALL: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": NARROW, "height": 900}
ROOM = Words(kk="301-кабинет", ru="кабинет 301")
ONLINE, STALE = "Байланыс бар", "Байланыс жоқ"
SAID_TWICE = re.compile(r"^\S+ \S+$")
# What every clip did, and how many were heard at once at most.
LISTEN = """
window.played = []; window.now = 0; window.most = 0;
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  window.now += 1; window.most = Math.max(window.most, window.now);
  const over = (how) => () => { window.now -= 1; window.played.push([this.src, how, this.duration]); };
  // Before the board's own listener, which begins the next clip.
  this.addEventListener("ended", over("ended"), { capture: true });
  this.addEventListener("error", over("error"), { capture: true });
  return play.call(this);
};
"""


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
    # Between two questions of the board, so that the tables are emptied while nobody reads them.
    page.wait_for_event("response", lambda answer: answer.url.endswith("/board/state/"))
    page.close()


@pytest.mark.usefixtures("called")
def test_without_a_program_the_page_comes_again_by_itself(
    live_server: LiveServer, new_context: NewContext
) -> None:
    page = new_context(java_script_enabled=False).new_page()

    page.goto(f"{live_server.url}/ru/board/")

    expect(page.locator(".calls .new .ticket")).to_have_text("3")
    assert page.locator("noscript meta[http-equiv=refresh]").get_attribute("content") == "15"


@pytest.fixture
def place(tmp_path: Path, empty_tables: Path) -> Iterator[Installation]:
    """The product at work on the morning of a day, one official and three people with hours."""
    shutil.copy(empty_tables, tmp_path / SQLITE_NAME)
    found = Installation(tmp_path, Clock(tmp_path / "clock", speed=1.0))
    found.days = found.prepare(Plan(officials=1, people=3))
    voice.Shelf(tmp_path / "voice").make(clip for ticket in (1, 2, 3) for clip in voice.call(ticket, ROOM))
    found.start()
    found.clock.begin()
    yield found
    found.kill()


@pytest.fixture
def clerk_at_work(place: Installation) -> Iterator[Desk]:
    """Signed in over HTTP; everybody was checked in."""
    day = place.days[0]
    found = Desk(place.address, day, [], place.clock, Hall(place.address, 0), Cut())
    found.sign_in()
    for appeal, hour in day.people:
        assert found.check_in(Visitor(appeal, hour))
    yield found
    found.line.close()


def said(page: Page) -> list[str]:
    return str(page.evaluate("document.getElementById('board').dataset.said || ''")).split()


@pytest.mark.django_db
def test_a_call_is_shown_and_said_and_the_board_outlives_its_server(
    place: Installation, clerk_at_work: Desk, page: Page
) -> None:
    page.add_init_script(LISTEN)
    page.goto(f"{place.address}/kk/board/")
    expect(page.locator(".link")).to_contain_text(ONLINE)
    page.click("[data-part=sound]", timeout=5000)

    clerk_at_work.call()
    first = str(clerk_at_work.ticket())
    expect(page.locator(".calls .new .ticket")).to_have_text(first, timeout=1000)
    clerk_at_work.press("call_again")
    expect(page.locator("#board")).to_have_attribute("data-said", SAID_TWICE, timeout=60_000)
    _heard(page)

    place.kill()
    expect(page.locator("#board.stale .link")).to_contain_text(STALE, timeout=15_000)
    place.start()
    expect(page.locator("#board:not(.stale) .link")).to_contain_text(ONLINE, timeout=2000)
    clerk_at_work.press("start")
    clerk_at_work.call()
    second = str(clerk_at_work.ticket())
    expect(page.locator(".calls .ticket")).to_have_text([second, first], timeout=1000)
    assert len(said(page)) == len(set(said(page)))


def _heard(page: Page) -> None:
    """Every clip to its end, one at a time; Kazakh and then Russian, and the whole call once more."""
    played = page.evaluate("window.played")
    trial, *clips = [(address.split("/")[-2], how) for address, how, _ in played]
    half = len(clips) // 2
    languages = [language for language, _ in clips]

    assert page.evaluate("window.most") == 1
    assert {how for _, how in (trial, *clips)} == {"ended"}
    assert all(seconds > 0 for *_, seconds in played)
    assert languages[:half] == sorted(languages[:half]) == languages[half:]
    assert set(languages) == {"kk", "ru"}
