"""The page of the exchange: alarms, differences and their decisions, a report that is never a formula."""

import csv
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from django.test import Client
from pytest_django.fixtures import Settings

from qabyldau.exchange import actions as exchange
from qabyldau.exchange import answers
from qabyldau.exchange.kinds import Decision
from qabyldau.exchange.models import Exchange, Mismatch
from qabyldau.people import actions as people
from qabyldau.people import founding
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, User
from qabyldau.people.queries import actor_of
from qabyldau.people.roles import Role
from qabyldau.ports.eotinish import Registered
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.web.staff.exchange_report import FORMULA
from tests.flow.conftest import MONDAY, moment, statement

PAGE = "/ru/staff/exchange/"
EVENING = moment(3, 2, 16, 30)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def clerk(office: Office) -> Actor:
    user = founding.employ("kense", full_name="kense", password_hash=make_password(""))
    people.grant(
        user, office.pk, Role.CLERK, since=date(2025, 1, 1), position_kk="маман", position_ru="специалист"
    )
    found = actor_of(user, office.pk, MONDAY.date())
    assert found
    return found


@pytest.fixture
def page(clerk: Actor, client: Client, settings: Settings) -> Iterator[Client]:
    """A clerk's browser at half past four, where the line to the register is on."""
    settings.EOTINISH_IS_AUTOMATIC = True
    with time_machine.travel(EVENING, tick=False):
        client.force_login(User.objects.get(username=clerk.name), backend=BACKEND)
        yield client


@pytest.fixture
def pair(settings: Settings, office: Office, clerk: Actor) -> tuple[Appeal, Appeal]:
    """Two appeals; the register has given the number of the first to the second too."""
    settings.EOTINISH_IS_AUTOMATIC = True
    first, second = (
        registry.register(office, statement(f"Үлгі {name}"), by=clerk, at=MONDAY).appeal for name in "12"
    )
    for one in (first, second):
        key = Exchange.objects.get(appeal=one).key
        answers.record(Registered(key, "ЖТ-2026-00000001", MONDAY), at=MONDAY)
    return first, second


def test_the_page_shows_alarm_difference_and_last_answer(page: Client, pair: tuple[Appeal, Appeal]) -> None:
    text = page.get(PAGE).content.decode()

    assert "1 обращение должно получить номер сегодня" in text
    assert "Этот номер уже стоит у другого обращения" in text
    assert "Реестр в последний раз ответил" in text
    assert all(one.number in text for one in pair)


def test_before_four_nothing_alarms(page: Client, pair: tuple[Appeal, Appeal]) -> None:
    with time_machine.travel(moment(3, 2, 15, 59), tick=False):
        text = page.get(PAGE).content.decode()

    assert pair[1].number in text
    assert "должно получить номер сегодня" not in text


def test_the_page_speaks_kazakh(page: Client, pair: tuple[Appeal, Appeal]) -> None:
    text = page.get("/kk/staff/exchange/").content.decode()

    assert "Бұл нөмір басқа жолданымда тұр" in text
    assert pair[0].number in text


@pytest.mark.parametrize(("decision", "kept"), [("ours", ""), ("theirs", "ЖТ-2026-00000001")])
def test_a_clerk_decides_once(page: Client, pair: tuple[Appeal, Appeal], decision: str, kept: str) -> None:
    address = f"{PAGE}{Mismatch.objects.get().pk}/decide/"
    assert page.post(address, {"decision": decision}).status_code == 302
    again = page.post(address, {"decision": "theirs"}, follow=True).content.decode()

    assert "Это уже решил кто-то до вас" in again
    pair[1].refresh_from_db()
    assert pair[1].external_number == kept


def test_a_decision_that_is_none_is_not_found(page: Client, pair: tuple[Appeal, Appeal]) -> None:
    assert pair
    answers.record(Registered("zko:nobody", "ЖТ-2026-2", MONDAY), at=MONDAY)
    known, nobodys = Mismatch.objects.order_by("pk")

    assert page.post(f"{PAGE}{known.pk}/decide/", {"decision": "x"}).status_code == 404
    assert page.post(f"{PAGE}{nobodys.pk}/decide/", {"decision": "theirs"}).status_code == 404
    assert page.get(f"{PAGE}{known.pk}/decide/").status_code == 405


def test_what_was_given_up_is_sent_again(page: Client, office: Office, clerk: Actor) -> None:
    appeal = registry.register(office, statement(), by=clerk, at=MONDAY).appeal
    Exchange.objects.update(status="given_up", fault="soap_client")
    assert "soap_client" in page.get(PAGE).content.decode()

    address = f"{PAGE}appeals/{appeal.pk}/send/"
    assert "Обращение поставлено в очередь" in page.post(address, follow=True).content.decode()
    assert "уже отправляется" in page.post(address, follow=True).content.decode()
    assert Exchange.objects.get().status == "waiting"


def test_the_report_holds_every_row_and_no_formula(
    page: Client, pair: tuple[Appeal, Appeal], clerk: Actor
) -> None:
    for one in pair:
        registry.note_external_number(one.pk, number='=HYPERLINK("x")', asked=Asked(by=clerk, at=MONDAY))
    exchange.decide(Mismatch.objects.get().pk, decision=Decision.OURS, by=clerk, at=MONDAY)
    answer = page.get(f"{PAGE}report.csv")
    head, *rows = csv.reader(answer.content.decode("utf-8-sig").splitlines())

    assert head[0] == "Что"
    assert [row[1] for row in rows] == [pair[1].number, pair[0].number, pair[1].number]
    assert "Оставлен наш" in rows[0]
    assert not [cell for row in rows for cell in row if cell[:1] in FORMULA and cell]
    assert rows[1][2].startswith("'=")


def test_without_a_line_the_page_says_so(page: Client, settings: Settings) -> None:
    settings.EOTINISH_IS_AUTOMATIC = False

    assert "Связь не подключена" in page.get(PAGE).content.decode()
