"""Pages in Debian's Chromium: one browser for all tests, a page that notices every breach, a look, an axe."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response
from pytest_django.live_server_helper import LiveServer

from tools import system
from tools.places import VAR

# Playwright keeps an event loop in this thread; Django would then forbid us its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

LOOKS = VAR / "looks"
WIDE, NARROW = 1280, 390
HEIGHT = 900
BAD_REQUEST = 400
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--ignore-certificate-errors",  # the simulator of NCALayer has its own; no other machine is reached
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": system.browser(), "args": FLAGS, "headless": True}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"viewport": {"width": WIDE, "height": HEIGHT}, "timezone_id": "Asia/Oral", "locale": "kk-KZ"}


@pytest.fixture(autouse=True)
def breaches(context: BrowserContext) -> Iterator[None]:
    """What went wrong in the browser by itself; a test must end with none."""
    found: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            found.append(message.text)

    def on_response(response: Response) -> None:
        if "/static/" in response.url and response.status >= BAD_REQUEST:
            found.append(f"{response.status} {response.url}")

    context.on("console", on_console)
    context.on("response", on_response)
    context.on("weberror", lambda error: found.append(str(error.error)))
    yield
    assert not found


@pytest.fixture
def visit(live_server: LiveServer, context: BrowserContext) -> Visit:
    """`visit("/talons/", "ru", width=NARROW)` opens a page of the product in that language."""
    page = context.new_page()

    def open_page(path: str, language: str = "kk", width: int = WIDE) -> Page:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        speak(page, live_server.url, language)
        page.goto(f"{live_server.url}{path}")
        return page

    return open_page


def speak(page: Page, url: str, language: str) -> None:
    """Choose the language as the switch on the page does: by cookie."""
    page.context.add_cookies([{"name": "language", "value": language, "url": url}])


@pytest.fixture(scope="session")
def look() -> Callable[[Page, str], None]:
    """Keep a picture of the whole page in var/looks, for people to judge."""

    def take(page: Page, name: str) -> None:
        page.screenshot(path=LOOKS / f"{name}.png", full_page=True)

    return take


@pytest.fixture(scope="session")
def expect_accessible() -> Callable[[Page], None]:
    """No accessibility violation on the page as it stands."""
    axe = Axe()

    def check(page: Page) -> None:
        found = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        assert found.violations_count == 0, found.generate_report()

    return check
