"""The public site in a real browser: the whole path without scripts, no barrier on any page, every width."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from qabyldau.people.models import Official
from qabyldau.schedule.models import ReceptionDay
from tests.browser.conftest import NARROW, WIDE, Visit
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import moment

NewContext = Callable[..., BrowserContext]
Check = Callable[[Page], None]
Look = Callable[[Page, str], None]
SMALLEST = 320
PAGES = {
    "home": "",
    "receivers": "receivers/",
    "schedule": "schedule/",
    "act": "act/?on=2023-03-01",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "help": "help/",
    "start": "request/",
    "find": "track/",
    "missing": "nowhere/",
}
MATTER = {
    "kk": "Ауылымызда үшінші аптадан бері су жоқ. Су құбырын жөндеуді сұраймын.",
    "ru": "Третью неделю в селе нет воды. Прошу починить водопровод.",
}
DONE = {"kk": "Жолданым тіркелді", "ru": "Обращение зарегистрировано"}
TAKEN_BACK = {"kk": "Сіз жолданымды кері қайтарып алдыңыз", "ru": "Вы отозвали обращение"}


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """The office lives on the 2nd of March 2026, while the clock goes on."""
    with time_machine.travel(moment(3, 2, 12)):
        yield


@pytest.fixture(autouse=True)
def receivers(day: ReceptionDay, department_head: Official) -> None:
    """A published day of the akim, and somebody without days."""
    assert day.pk
    assert department_head.pk


@pytest.fixture
def plain(new_context: NewContext) -> Page:
    """A browser in which scripts are switched off."""
    return new_context(java_script_enabled=False).new_page()


def go_on(page: Page) -> None:
    page.locator("main form .actions button[type=submit]").last.click()


def answer_all(page: Page, language: str, at_each: Check) -> None:
    """Fill in the steps as a person does, making a mistake at each; `at_each` sees every page."""
    page.locator("main form button").click()
    go_on(page)
    at_each(page)
    page.check("#id_kind_0")
    go_on(page)
    page.fill("#id_iin", "01010130001")
    go_on(page)
    at_each(page)
    page.fill("#id_iin", "010101300010")
    page.fill("#id_name", "Үлгіова Ақмарал Тестқызы")
    go_on(page)
    go_on(page)
    at_each(page)
    page.check("#id_topic_0")
    page.fill("#id_substance", MATTER[language])
    go_on(page)
    page.check("#id_mode_1")
    go_on(page)
    at_each(page)
    page.check("#id_video_consent")
    go_on(page)
    go_on(page)
    at_each(page)
    page.fill("#id_phone", "8 700 000 00 01")
    go_on(page)
    go_on(page)
    at_each(page)
    page.check("#id_consent")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_whole_path_needs_no_scripts(live_server: LiveServer, plain: Page, language: str) -> None:
    plain.goto(f"{live_server.url}/{language}/request/")
    answer_all(plain, language, lambda _page: None)
    go_on(plain)

    assert DONE[language] in plain.inner_text("h1")
    number, code = plain.inner_text(".talon-number"), plain.inner_text(".secret")
    plain.goto(f"{live_server.url}/{language}/track/")
    plain.fill("#id_number", number)
    plain.fill("#id_code", code.lower())
    go_on(plain)
    plain.click("a[href$='withdraw/']")
    plain.locator("main form button").click()
    assert plain.inner_text("h1") == TAKEN_BACK[language]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_step_has_a_barrier(
    visit: Visit, expect_accessible: Check, look: Look, language: str, width: int
) -> None:
    page = visit(f"/{language}/request/", language, width)
    answer_all(page, language, expect_accessible)
    go_on(page)

    expect_accessible(page)
    look(page, f"public_done_{language}_{width}")
    page.click("main a[href$='track/']")
    expect_accessible(page)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_page_has_a_barrier(
    visit: Visit, expect_accessible: Check, look: Look, language: str, width: int
) -> None:
    for name, address in PAGES.items():
        page = visit(f"/{language}/{address}", language, width)

        expect_accessible(page)
        look(page, f"public_{name}_{language}_{width}")


def test_the_version_for_low_vision_has_no_barrier(visit: Visit, expect_accessible: Check) -> None:
    visit("/kk/view/large/", "kk", WIDE)
    for address in PAGES.values():
        page = visit(f"/kk/{address}")

        assert page.locator("html.view-large").count() == 1
        expect_accessible(page)


def test_no_page_scrolls_sideways_on_the_smallest_phone(visit: Visit) -> None:
    for address in PAGES.values():
        page = visit(f"/kk/{address}", "kk", SMALLEST)

        assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST, address


def test_the_first_stop_of_the_keyboard_leads_to_the_content(visit: Visit) -> None:
    page = visit("/kk/request/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_enter_in_a_field_goes_on_and_takes_nothing_out(visit: Visit) -> None:
    page = visit("/kk/request/")
    page.locator("main form button").click()
    page.check("#id_kind_0")
    page.focus("#id_kind_0")

    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.url.endswith("/kk/request/person/")


def test_the_switch_of_language_in_a_step_keeps_what_is_being_typed(visit: Visit) -> None:
    page = visit("/kk/request/")
    page.locator("main form button").click()
    page.check("#id_kind_0")
    go_on(page)
    page.fill("#id_name", "Үлгіова Ақмарал")

    page.click("button[lang=ru]")

    assert page.url.endswith("/ru/request/person/")
    assert page.input_value("#id_name") == "Үлгіова Ақмарал"
