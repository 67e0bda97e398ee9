"""The box of letters on the tracking page: read with number and code, and by which way the next come."""

import pytest
from django.test import Client

from qabyldau.outbox import queries as outbox
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.intake import Talon
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact
from tests.flow.conftest import MONDAY, statement
from tests.web.public.conftest import words


@pytest.fixture
def boxed(office: Office, clerk: Actor, site: Client) -> Talon:
    """Somebody with neither phone nor e-mail, who has opened the page by number and code."""
    talon = registry.register(office, statement(contact=Contact(address="Орал")), by=clerk, at=MONDAY)
    registry.withdraw(talon.appeal.pk, asked=Asked(by=clerk, at=MONDAY))
    site.post("/ru/track/", {"number": talon.appeal.number, "code": talon.secret})
    return talon


def letter(talon: Talon) -> Message:
    return Message.objects.get(about=talon.appeal.key, channel="portal")


def test_a_letter_is_new_once_and_its_reading_is_kept(boxed: Talon, site: Client) -> None:
    assert letter(boxed).read_at is None
    first, second = (words(site.get("/ru/track/appeal/")) for _ in range(2))

    assert "Новое письмо" in first
    assert "Новое письмо" not in second
    assert "Впервые прочитано на этой странице" in second
    assert letter(boxed).read_at is not None


def test_the_paper_still_has_to_be_handed_over(boxed: Talon, site: Client) -> None:
    site.get("/ru/track/appeal/")

    waiting = outbox.for_a_person(boxed.appeal.office_id)
    assert {one.channel for one in waiting} == {"paper"}


def test_without_the_code_nothing_is_read(boxed: Talon) -> None:
    stranger = Client()

    assert stranger.get("/ru/track/appeal/").headers["Location"] == "/ru/track/"
    assert stranger.get("/ru/track/appeal/letters/").headers["Location"] == "/ru/track/"
    assert letter(boxed).read_at is None


def test_the_way_and_the_language_are_chosen_here(boxed: Talon, site: Client) -> None:
    appeal = boxed.appeal
    page = words(site.get("/ru/track/appeal/letters/"))
    assert "Только на этом сайте" in page
    assert "Только по электронной почте" not in page
    appeal.refresh_from_db()
    form = {"version": appeal.version, "preferred": "portal", "language": "kk"}

    answer = site.post("/ru/track/appeal/letters/", form, follow=True)

    appeal.refresh_from_db()
    assert (appeal.preferred, appeal.language) == ("portal", "kk")
    assert "Все следующие письма придут этим способом" in words(answer)


def test_a_way_that_was_never_left_cannot_be_chosen(boxed: Talon, site: Client) -> None:
    form = {"version": boxed.appeal.version, "preferred": "email", "language": "kk"}

    assert site.post("/ru/track/appeal/letters/", form).status_code == 422


def test_a_stale_page_changes_nothing(boxed: Talon, site: Client) -> None:
    form = {"version": 0, "preferred": "portal", "language": "kk"}
    answer = site.post("/ru/track/appeal/letters/", form, follow=True)

    boxed.appeal.refresh_from_db()
    assert boxed.appeal.preferred == ""
    assert "обращение изменилось" in words(answer)
