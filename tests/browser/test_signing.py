"""Signing in a real browser: NCALayer asked by the page, its moods in words, and the way without scripts."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from qabyldau.people import accounts
from qabyldau.people.models import User
from qabyldau.people.roles import Role
from qabyldau.ports.signature import Usage
from qabyldau.registry.models import Appeal
from qabyldau.signatures.models import Signature
from tests.browser.conftest import HEIGHT, NARROW, WIDE
from tests.flow.conftest import *  # noqa: F403  the office of the flow tests
from tests.signatures import authority as authorities
from tests.signatures.authority import IIN, Authority
from tests.signatures.conftest import connected  # noqa: F401  the verifier
from tests.signatures.ncalayer import NcaLayer, running
from tests.web.public.conftest import CITIZEN
from tests.web.signin.conftest import employ  # noqa: F401  people

Shot = Callable[[Page, str], None]
HERE = pytest.mark.parametrize(("language", "width"), [("kk", WIDE), ("ru", NARROW)])


@pytest.fixture
def clock() -> None:
    """The real one: a browser would not believe a cookie of another day."""


@pytest.fixture
def authority(monkeypatch: pytest.MonkeyPatch) -> Authority:
    now = timezone.now()
    monkeypatch.setattr(authorities, "FROM", now - timedelta(days=1))
    monkeypatch.setattr(authorities, "UNTIL", now + timedelta(days=1))
    return Authority(seed="browser")


@pytest.fixture
def layer(authority: Authority, tmp_path: Path) -> Iterator[NcaLayer]:
    now = timezone.now()
    since, until = now - timedelta(hours=1), now + timedelta(hours=1)
    mine = NcaLayer(
        signer=authority.person(IIN, since=since, until=until),
        entrance=authority.person(IIN, Usage.AUTH, since=since, until=until),
    )
    with running(mine, authority, tmp_path) as found:
        yield found


@pytest.fixture
def worker(employ: Callable[..., User]) -> User:  # noqa: F811  a fixture
    user = employ("aizhan", Role.CLERK)
    accounts.set_iin(user, IIN)
    return user


@pytest.fixture
def page(context: BrowserContext, width: int) -> Page:
    opened = context.new_page()
    opened.set_viewport_size({"width": width, "height": HEIGHT})
    return opened


@HERE
@pytest.mark.usefixtures("connected")
def test_signing_in_with_a_key(
    page: Page, live_server: LiveServer, layer: NcaLayer, worker: User, language: str, look: Shot,
    expect_accessible: Callable[[Page], None], width: int,
) -> None:  # fmt: skip
    page.goto(f"{live_server.url}/{language}/account/login/")
    look(page, f"signing-login-{language}-{width}")
    expect_accessible(page)
    page.locator("a[href*='login/key']").click()
    look(page, f"signing-key-{language}-{width}")
    expect_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    layer.mood = "cancels"
    page.locator("[data-signing-button]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-signing-status].note--bad")).to_be_visible()
    look(page, f"signing-cancelled-{language}-{width}")
    layer.mood = "signs"
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff/**")

    assert layer.asked[0]["module"] == "kz.gov.pki.knca.basics"
    assert worker.pk


@pytest.mark.parametrize(("language", "width"), [("ru", WIDE)])
@pytest.mark.usefixtures("connected")
def test_without_ncalayer_the_page_says_what_to_do(
    page: Page, live_server: LiveServer, worker: User, language: str
) -> None:
    page.goto(f"{live_server.url}/{language}/account/login/key/")
    page.locator("[data-signing-button]").click()

    expect(page.locator("[data-signing-status]")).to_contain_text("NCALayer не отвечает")
    expect(page.locator("[data-signing-button]")).to_be_enabled()
    assert worker.pk


@HERE
@pytest.mark.usefixtures("connected")
def test_an_applicant_fills_in_and_signs(
    page: Page, live_server: LiveServer, layer: NcaLayer, language: str, look: Shot, width: int,
    office: object, expect_accessible: Callable[[Page], None],
) -> None:  # fmt: skip
    page.goto(f"{live_server.url}/{language}/request/")
    page.locator("form[action*='begin'] button").first.click()
    page.locator("a[href*='fill-in']").click()
    look(page, f"signing-fill-in-{language}-{width}")
    page.locator("[data-signing-button]").click()
    page.wait_for_url("**/request/person/")
    assert page.input_value("[name=iin]") == IIN
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/request/matter/")
    page.check(f"[name=topic][value={CITIZEN['matter']['topic']}]") if page.locator(
        "input[name=topic]"
    ).count() else page.select_option("[name=topic]", CITIZEN["matter"]["topic"])
    page.fill("[name=substance]", CITIZEN["matter"]["substance"])
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/request/reception/")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/request/contact/")
    page.check(f"[name=language][value={language}]")
    page.fill("[name=phone]", "+7 700 000 00 01")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/request/check/")
    page.check("[name=consent]")
    look(page, f"signing-check-{language}-{width}")
    page.locator("button[name=sign]").click()
    look(page, f"signing-request-{language}-{width}")
    expect_accessible(page)
    page.locator("[data-signing-button]").click()
    page.wait_for_url("**/request/done/")
    look(page, f"signing-done-{language}-{width}")

    assert Signature.objects.get().about == Appeal.objects.get().key
    assert layer.asked
    assert office


@pytest.mark.parametrize(("language", "width"), [("kk", NARROW)])
def test_a_browser_does_the_work_against_programs_unseen(
    page: Page, live_server: LiveServer, settings: Any, language: str, office: object,  # noqa: ANN401
    look: Shot, expect_accessible: Callable[[Page], None],
) -> None:  # fmt: skip
    settings.BOT_CHECK = True
    page.goto(f"{live_server.url}/{language}/request/")
    page.locator("form[action*='begin'] button").first.click()
    for name in CITIZEN:
        token = page.input_value("main form [name=csrfmiddlewaretoken]")
        form = {**CITIZEN[name], "csrfmiddlewaretoken": token}
        address = f"{live_server.url}/{language}/request/{name}/"
        page.request.post(address, form=form, headers={"Referer": address})
    page.goto(f"{live_server.url}/{language}/request/check/")
    page.check("[name=consent]")
    expect(page.locator("[data-robots-question]")).to_be_hidden()
    expect_accessible(page)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/request/done/")
    look(page, "robots-done")

    assert Appeal.objects.count() == 1
    assert office


def enter(context: BrowserContext, live_server: LiveServer, user: User) -> None:
    """Signed in without the pages of sign-in, which have their own tests."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    cookie = client.cookies["qabyldau"].value
    context.add_cookies([{"name": "qabyldau", "value": cookie, "url": live_server.url}])


@HERE
@pytest.mark.usefixtures("connected")
def test_a_head_signs_a_decision(
    page: Page, context: BrowserContext, live_server: LiveServer, layer: NcaLayer, language: str, width: int,
    employ: Callable[..., User], on_decision: Appeal, look: Shot,  # noqa: F811  a fixture
    expect_accessible: Callable[[Page], None],
) -> None:  # fmt: skip
    head = employ("head_of_office", Role.HEAD_OF_OFFICE)
    accounts.set_iin(head, IIN)
    enter(context, live_server, head)

    page.goto(f"{live_server.url}/{language}/staff/appeals/{on_decision.pk}/send_back/")
    page.fill("[name=motive]", "Не хватает сметы на водопровод.")
    page.locator("button[name=sign]").click()
    look(page, f"signing-decision-{language}-{width}")
    expect_accessible(page)
    page.locator("[data-signing-button]").click()
    page.wait_for_url(f"**/staff/appeals/{on_decision.pk}/")
    look(page, f"signing-panel-{language}-{width}")

    assert Signature.objects.get().about == on_decision.key
    assert layer.asked


@HERE
def test_an_administrator_keeps_accounts(
    page: Page, context: BrowserContext, live_server: LiveServer, language: str, width: int,
    employ: Callable[..., User], look: Shot, expect_accessible: Callable[[Page], None],  # noqa: F811  a fixture
) -> None:  # fmt: skip
    keeper, clerk = employ("keeper", Role.ADMIN), employ("aizhan", Role.CLERK)
    TOTP.activate(keeper, "JBSWY3DPEHPK3PXP")
    enter(context, live_server, keeper)

    for name, path in (("people", ""), ("account-open", "new/"), ("account", f"{clerk.pk}/")):
        page.goto(f"{live_server.url}/{language}/staff/people/{path}")
        look(page, f"signing-{name}-{language}-{width}")
        expect_accessible(page)
    page.locator("button[name=key]").click()
    look(page, f"signing-code-{language}-{width}")
    code = page.inner_text(".revealed")
    context.clear_cookies()
    page.goto(f"{live_server.url}/{language}/account/recover/")
    page.fill("[name=login]", "aizhan")
    page.fill("[name=code]", code)
    for field in ("password1", "password2"):
        page.fill(f"[name={field}]", "жаңа үш жұмсақ жаңғақ")
    look(page, f"signing-recover-{language}-{width}")
    expect_accessible(page)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/account/login/")
