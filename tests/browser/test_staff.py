"""The workplace in a real browser: three people carry an appeal from the desk to the letter."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from qabyldau.outbox.models import Message
from qabyldau.people import actions as people
from qabyldau.people import founding
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.browser.conftest import HEIGHT, NARROW, WIDE, speak
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import moment

NewContext = Callable[..., BrowserContext]
Check = Callable[[Page], None]
Look = Callable[[Page, str], None]
Enter = Callable[..., Page]
PASSWORD = "үш жұмсақ жаңғақ"
MATTER = {"kk": "Ауылда үшінші аптадан бері су жоқ.", "ru": "Третью неделю в селе нет воды."}
LETTER = {"kk": "Қабылдау күні мен уақыты", "ru": "День и час приёма"}


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """The office lives on the 2nd of March 2026, while the clock goes on."""
    with time_machine.travel(moment(3, 2, 12)):
        yield


@pytest.fixture
def enter(office: Office, live_server: LiveServer, new_context: NewContext) -> Enter:
    """`enter(Role.CLERK, "kk")`: a browser of their own in which they have signed in."""

    def sign_in(role: Role, language: str = "ru", width: int = WIDE) -> Page:
        name = f"user_{role}"
        if not office.grants.filter(user__username=name).exists():
            user = founding.employ(name, full_name=name, password_hash=make_password(PASSWORD))
            people.grant(
                user, office.pk, role, since=date(2025, 1, 1), position_kk="маман", position_ru="специалист"
            )
        page = new_context().new_page()
        page.set_viewport_size({"width": width, "height": HEIGHT})
        speak(page, live_server.url, language)
        page.goto(f"{live_server.url}/{language}/staff/")
        page.fill("input[name=login]", name)
        page.fill("input[name=password]", PASSWORD)
        page.click("main form button[type=submit]")
        page.wait_for_url(f"**/{language}/staff/")
        return page

    return sign_in


def send(page: Page) -> None:
    page.click("main form .actions button[type=submit] >> nth=0")


def act(page: Page, name: str) -> None:
    """Open an act from the page of the appeal."""
    page.click(f"main a[href$='/{name}/'] >> nth=0")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_three_people_carry_an_appeal_to_the_letter(
    enter: Enter, day: ReceptionDay, expect_accessible: Check, language: str
) -> None:
    clerk = enter(Role.CLERK, language)
    _register(clerk, language, expect_accessible)
    appeal = Appeal.objects.get()
    department = enter(Role.DEPARTMENT, language)
    _prepare(department, appeal, day, expect_accessible)
    _decide(enter(Role.HEAD_OF_OFFICE, language), appeal, expect_accessible)
    _give_hours(department, day, expect_accessible)

    department.goto(department.url.partition("/staff/")[0] + f"/staff/appeals/{appeal.pk}/")
    expect_accessible(department)
    assert LETTER[language] in department.inner_text("main")
    assert Message.objects.filter(notice="appointment", about=appeal.key).exists()


def _register(page: Page, language: str, expect_accessible: Check) -> None:
    """The clerk makes a mistake, mends it, and has a talon."""
    page.click("main .page-head a.button")
    expect_accessible(page)
    page.click("a.way >> nth=0")
    expect_accessible(page)
    send(page)
    expect_accessible(page)
    page.fill("#id_iin", "010101300010")
    page.fill("#id_name", "Үлгіова Ақмарал Тестқызы")
    page.fill("#id_phone", "8 700 000 00 01")
    page.select_option("#id_topic", "water")
    page.fill("#id_substance", MATTER[language])
    page.check(f"input[name=language][value={language}]")
    send(page)
    expect_accessible(page)
    assert page.inner_text(".talon-number").startswith("ZKO-2026-")


def _prepare(page: Page, appeal: Appeal, day: ReceptionDay, expect_accessible: Check) -> None:
    """The department looks at it, takes it up, and writes the note."""
    page.click(f"text={appeal.number}")
    expect_accessible(page)
    act(page, "screen")
    page.check("input[name=states_the_matter][value=yes]")
    page.check("input[name=within_competence][value=yes]")
    page.check("input[name=heard_before][value=no]")
    expect_accessible(page)
    send(page)
    act(page, "take_up")
    send(page)
    act(page, "submit")
    page.fill("#id_facts", "Тексерілді.")
    page.check("input[name=proposal][value=receive]")
    page.select_option("#id_official_id", str(day.official_id))
    page.select_option("#id_day_id", str(day.pk))
    expect_accessible(page)
    send(page)


def _decide(page: Page, appeal: Appeal, expect_accessible: Check) -> None:
    page.click(".duty >> nth=0")
    page.click(f"text={appeal.number}")
    expect_accessible(page)
    act(page, "approve")
    expect_accessible(page)
    send(page)


def _give_hours(page: Page, day: ReceptionDay, expect_accessible: Check) -> None:
    page.goto(page.url.partition("/staff/")[0] + f"/staff/days/{day.pk}/")
    expect_accessible(page)
    page.click("form[action$='/list/'] button")
    page.click("form[action$='/distribute/'] button")
    expect_accessible(page)


PAGES = ["", "?scope=all", "decisions/", "days/", "search/", "days/{day}/", "appeals/{appeal}/"]
DESK = [
    "",
    "register/",
    "register/post/",
    "register/oral/?kind=company",
    "numbers/",
    "letters/",
    "days/plan/",
]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_page_of_the_workplace_has_a_barrier(
    enter: Enter,
    appointed: Appeal,
    day: ReceptionDay,
    expect_accessible: Check,
    look: Look,
    language: str,
    width: int,
) -> None:
    for role, places in ((Role.HEAD_OF_OFFICE, PAGES), (Role.CLERK, DESK)):
        page = enter(role, language, width)
        root = page.url
        for number, place in enumerate(places):
            page.goto(root + place.format(day=day.pk, appeal=appointed.pk))
            expect_accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, place
            look(page, f"staff_{role}_{number}_{language}_{width}")


def test_a_slash_leads_to_the_search(enter: Enter, registered: Appeal, clerk: Actor) -> None:
    page = enter(Role.CLERK)

    page.keyboard.press("/")
    page.keyboard.type("үлгіова")
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff/search/")

    assert registered.number in page.inner_text("main")
    assert clerk
