"""Sign-in in a real browser: the whole way in and out, in both languages, wide and narrow."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from qabyldau.people.models import Office, User
from qabyldau.people.roles import Role
from tests.browser.conftest import HEIGHT, NARROW, WIDE
from tests.flow.conftest import *  # noqa: F403  the office of the flow tests
from tests.web.signin.conftest import PASSWORD, code, employ, uralsk  # noqa: F401  its people, an office beside

Shot = Callable[[str], None]
HERE = pytest.mark.parametrize(
    ("language", "width"), [("kk", WIDE), ("kk", NARROW), ("ru", WIDE), ("ru", NARROW)]
)
TRIES = 5


@pytest.fixture
def clock() -> None:
    """The real one: a browser would not believe a cookie of another day."""


class Door:
    """A browser before the sign-in pages; each page it stops at is looked at and searched for barriers."""

    def __init__(self, page: Page, address: str, shot: Shot) -> None:
        self.page, self.address, self.shot = page, address, shot

    def at(self, path: str, name: str = "") -> None:
        self.page.goto(f"{self.address}/{path}")
        if name:
            self.shot(name)

    def send(self, name: str = "", **typed: str) -> None:
        for field, value in typed.items():
            self.page.fill(f"[name={field}]", value)
        self.page.click("main button[type=submit] >> nth=0")
        if name:
            self.shot(name)


@pytest.fixture
def door(
    live_server: LiveServer,
    context: BrowserContext,
    look: Callable[[Page, str], None],
    expect_accessible: Callable[[Page], None],
    language: str,
    width: int,
) -> Door:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": HEIGHT})

    def shot(name: str) -> None:
        look(page, f"signin-{name}-{language}-{width}")
        expect_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    return Door(page, f"{live_server.url}/{language}/account", shot)


@HERE
def test_a_worker_of_two_offices(
    door: Door,
    employ: Callable[..., User],  # noqa: F811  a fixture
    uralsk: Office,  # noqa: F811  a fixture
) -> None:
    employ("aizhan", Role.CLERK)
    employ("aizhan", Role.CLERK, at=uralsk)

    door.at("login/", "login")
    door.send("wrong", login="aizhan", password="не тот")
    door.send("office", login="aizhan", password=PASSWORD)
    door.send()

    assert door.page.url.endswith("/staff/")
    door.at("", "mine")
    door.at("password/")
    door.send("password")
    door.at("logout/", "logout")
    door.send("out")
    assert "/account/login/" in door.page.url


@HERE
def test_an_administrator_sets_up_the_second_step(
    door: Door,
    employ: Callable[..., User],  # noqa: F811  a fixture
) -> None:
    employ("keeper", Role.ADMIN)

    door.at("login/")
    door.send("totp", login="keeper", password=PASSWORD)
    secret = door.page.inner_text(".signin-key")
    door.send("codes", code=code(secret))
    spare = door.page.locator(".signin-codes code").first.inner_text()
    door.at("", "mine-with-step")
    door.at("codes/new/", "codes-new")
    door.at("second-step/off/", "off")
    door.at("logout/")
    door.send()
    door.send("code", login="keeper", password=PASSWORD)
    door.send("code-wrong", code="000000")
    door.send(code=spare)

    assert door.page.url.endswith("/staff/")


@HERE
def test_after_too_many_tries_the_page_says_when(
    door: Door,
    employ: Callable[..., User],  # noqa: F811  a fixture
) -> None:
    employ("aizhan", Role.CLERK)
    door.at("login/")

    for _ in range(TRIES):
        door.send(login="aizhan", password="не тот")

    door.shot("locked")
    assert door.page.locator("main form").count() == 0
