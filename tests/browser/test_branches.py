"""Each branch that an appeal can take, in a real browser: people with forms, up to the applicant's letter."""

import pytest
from playwright.sync_api import Page

from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.moves import Asked
from qabyldau.schedule.models import ReceptionDay
from tests.branches import BRANCHES, LANGUAGES, Given, Place, ministry
from tests.browser.test_staff import Enter, enter, monday, send  # noqa: F401  people who sign in, on that day
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import MONDAY, statement


def said(value: object) -> str:
    """As a person gives it on a form."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def fill(page: Page, given: Given) -> None:
    for name, value in given.items():
        field = page.locator(f"main form [name={name}]")
        if field.first.get_attribute("type") == "radio":
            page.check(f"main form [name={name}][value='{said(value)}']")
        elif field.first.evaluate("one => one.tagName") == "SELECT":
            field.select_option(said(value))
        else:
            field.fill(said(value))


@pytest.mark.parametrize("name", BRANCHES)
def test_a_branch_ends_with_its_letter(
    name: str,
    office: Office,
    day: ReceptionDay,
    clerk: Actor,
    department: Actor,
    enter: Enter,  # noqa: F811
) -> None:
    branch, language = BRANCHES[name], LANGUAGES[name]
    appeal = registry.register(office, statement(language=language), by=clerk, at=MONDAY).appeal
    place = Place(day, ministry(department), Asked(by=department, at=MONDAY))
    pages: dict[Role, Page] = {}

    for step in branch.steps:
        given = place.given(step)
        page = pages.setdefault(step.role, pages.get(step.role) or enter(step.role, language))
        page.goto(page.url.partition("/staff/")[0] + f"/staff/appeals/{appeal.pk}/{step.act}/")
        fill(page, given)
        send(page)
        page.wait_for_url(f"**/staff/appeals/{appeal.pk}/")

    appeal.refresh_from_db()
    letter = Message.objects.get(about=appeal.key, notice=branch.notice, channel="email")
    assert appeal.state == branch.state
    assert letter.language == language
    assert branch.words[language] in letter.text
