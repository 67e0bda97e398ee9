"""The call-centre with the network cut: fifty requests, a flaky line, fifty appeals in order (п. 37.4)."""

from collections.abc import Callable
from random import Random

import pytest
from playwright.sync_api import Page, Route

from qabyldau.calls.models import Taken
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_staff import Check, Enter, Look, enter, monday  # noqa: F401  fixtures
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts

CALLS, RESETS, PATIENCE = 50, 0.3, 40_000
PHRASE = "сегіз ақ қайың"
TAKE = """([name, phone]) => {
  const form = document.getElementById("call");
  form.elements.name.value = name;
  form.elements.phone.value = phone;
  form.elements.topic.value = "water";
  form.elements.substance.value = "Ауылда су жоқ.";
  form.requestSubmit();
}"""
GIVEN = "number => document.querySelector('[data-part=given]').textContent === number"
NONE_WAITS = "() => !document.querySelector('[data-state=waiting]')"
# Everything that lies on the device, as text; closed boxes are bytes.
LYING = """() => new Promise((done) => {
  const opening = indexedDB.open("qabyldau-calls", 1);
  opening.onsuccess = () => {
    const reading = opening.result.transaction("requests").objectStore("requests").getAll();
    reading.onsuccess = () => done(JSON.stringify(reading.result.map((row) =>
      ({ ...row, box: row.box ? new TextDecoder().decode(row.box) : null }))));
  };
})"""


class Flaky:
    """Every third sending is reset: before the server has it, or after."""

    def __init__(self) -> None:
        self.chance = Random(37)  # noqa: S311  the same line every time
        self.resets = 0

    def __call__(self, route: Route) -> None:
        if self.chance.random() >= RESETS:
            route.continue_()
            return
        self.resets += 1
        if self.resets % 2:
            route.fetch()
        route.abort("connectionreset")


def name(place: int) -> str:
    return f"Үлгіова Қоңырау {place:03d}"


@pytest.fixture
def ready(enter: Callable[..., Page]) -> Page:  # noqa: F811
    """The operator's page, made ready while there was a network."""
    page = enter(Role.OPERATOR, "ru")
    page.goto(page.url + "calls/")
    page.fill("#new-phrase", PHRASE)
    page.click("[data-part=phrase] button")
    page.wait_for_selector("#call", state="visible")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


@pytest.mark.clause("37")
def test_p37_fifty_calls_without_a_network_become_fifty_appeals_in_order(ready: Page) -> None:
    ready.context.set_offline(True)
    ready.reload()
    ready.fill("#phrase", "басқа сөз")
    ready.click("[data-part=locked] button")
    ready.wait_for_selector("[data-part=wrong]", state="visible")
    ready.fill("#phrase", PHRASE)
    ready.click("[data-part=locked] button")
    ready.wait_for_selector("#call", state="visible")
    for place in range(1, CALLS + 1):
        ready.evaluate(TAKE, [name(place), f"8 700 000 00 {place:02d}"])
        ready.wait_for_function(GIVEN, arg=f"T-{place:05d}")

    lying = ready.evaluate(LYING)
    assert not Appeal.objects.exists()
    assert lying.count('"state":"waiting"') == CALLS
    assert "Қоңырау" not in lying

    flaky = Flaky()
    ready.context.route("**/calls/send/", flaky)
    ready.context.set_offline(False)
    ready.wait_for_function(NONE_WAITS, timeout=PATIENCE)
    assert flaky.resets > CALLS * RESETS / 2
    assert list(Appeal.objects.order_by("counter").values_list("applicant_name", flat=True)) == [
        name(place) for place in range(1, CALLS + 1)
    ]
    assert list(Taken.objects.order_by("appeal__counter").values_list("number", flat=True)) == [
        *range(1, CALLS + 1)
    ]
    assert ready.evaluate(LYING).count('"box":null') == CALLS


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_pages_of_the_call_centre_have_no_barrier(
    enter: Enter,  # noqa: F811
    expect_accessible: Check,
    look: Look,
    language: str,
) -> None:
    page = enter(Role.DEPARTMENT, language)
    root = page.url
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        for number, place in enumerate(
            ["calls/", "calls/taken/", "calls/forms/", "calls/forms/enter/", "emergency/"]
        ):
            page.goto(root + place)
            page.wait_for_load_state("networkidle")
            expect_accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, place
            look(page, f"calls_{number}_{language}_{width}")
