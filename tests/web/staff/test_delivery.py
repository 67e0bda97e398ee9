"""Delivery before people: the overview, one message's history, correcting, channels, the provider's door."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from qabyldau.config import wiring
from qabyldau.gateways.smsc import Account, SmscGateway
from qabyldau.journal import queries as journal
from qabyldau.outbox import actions as outbox
from qabyldau.outbox import reports
from qabyldau.outbox.kinds import Channel, Stand
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.ports.delivery import Fault, Outcome, RefusedError, Report, TemporaryFailureError
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.web.signin import factors
from tests.flow.conftest import MONDAY, moment
from tests.flow.postman import Side, carriers
from tests.web.staff.conftest import Enter, words
from tools.stress.provider import SECRET, report

DOOR = "/delivery/sms/"


@pytest.fixture
def told(registered: Appeal, clerk: Actor) -> Appeal:
    """Withdrawn, and told so by e-mail and SMS: both were taken, the SMS did not arrive."""
    registry.withdraw(registered.pk, asked=Asked(by=clerk, at=MONDAY))
    while outbox.carry_one(carriers(Side(reports=True)), at=MONDAY):
        continue
    sms = wrong(registered)
    failed = Report(str(sms.reference), Outcome.FAILED, Fault.NO_SUCH_ADDRESS)
    reports.of_sms(failed, at=moment(3, 2, 11, 5))
    return registered


def wrong(appeal: Appeal) -> Message:
    return Message.objects.get(about=appeal.key, notice="withdrawal", channel=Channel.SMS)


def test_the_appeal_shows_what_became_of_each_letter(told: Appeal, enter: Enter) -> None:
    page = words(enter(Role.CLERK).get(f"/ru/staff/appeals/{told.pk}/"))

    assert "не доставлено" in page
    assert "такого номера или адреса нет" in page


def test_the_overview_leads_to_what_failed(told: Appeal, enter: Enter) -> None:
    desk = enter(Role.DEPARTMENT)
    page, failed = (
        words(desk.get("/ru/staff/delivery/")),
        words(desk.get("/ru/staff/delivery/?stand=bounced")),
    )

    assert "Доставка" in page
    assert told.number in failed
    assert "такого номера или адреса нет" in failed
    assert "Подтверждение отзыва" in failed
    assert words(desk.get("/kk/staff/delivery/?stand=bounced")).count("мұндай нөмір немесе мекенжай жоқ") == 1
    assert desk.get("/ru/staff/delivery/?stand=nonsense").status_code == 200


def test_the_history_of_a_message_is_told_in_words(told: Appeal, enter: Enter) -> None:
    page = words(enter(Role.CLERK).get(f"/ru/staff/delivery/{wrong(told).pk}/"))

    for said in (
        "Отправлено",
        "Не доставлено",
        "2 марта 2026 г., 11:05",
        "Исправить адрес или вручить",
        "2 SMS",
    ):
        assert said in page


def test_the_talons_message_keeps_its_code(registered: Appeal, enter: Enter) -> None:
    talon = Message.objects.get(about=registered.key, notice="registered", channel=Channel.SMS)
    code = talon.text.split()[-1]

    assert code not in words(enter(Role.CLERK).get(f"/ru/staff/delivery/{talon.pk}/"))


def test_a_wrong_phone_is_corrected_and_the_message_goes_again(told: Appeal, enter: Enter) -> None:
    desk, bad = enter(Role.CLERK), wrong(told)
    place = f"/ru/staff/letters/{bad.pk}/"
    assert "такого номера или адреса нет" in words(desk.get("/ru/staff/letters/")).lower()
    refused = desk.post(place, {"again": "True", "address": "123", "keep": "on"})
    assert refused.status_code == 422
    assert "+7 701 000 00 00" in words(refused)

    desk.post(place, {"again": "True", "address": "8 700 000 00 02", "keep": "on"})

    told.refresh_from_db()
    bad.refresh_from_db()
    again = bad.replaced_by.get()
    assert (again.address, again.text, again.stand) == ("+77000000002", bad.text, Stand.WAITING)
    assert (bad.stand, told.phone, told.email) == (Stand.SETTLED, "+77000000002", "ulgi@example.org")
    steps = [one.action for one in journal.about(told.office_id, told.key)][-2:]
    assert steps == ["resend", "change_contact"]
    assert "Сообщение отправлено заново" in words(desk.get(f"/ru/staff/appeals/{told.pk}/"))
    assert "Отправлено заново" in words(desk.get(f"/ru/staff/delivery/{bad.pk}/"))


def test_only_this_message_goes_there_if_so_wished(told: Appeal, enter: Enter) -> None:
    place = f"/ru/staff/letters/{wrong(told).pk}/"
    enter(Role.CLERK).post(place, {"again": "True", "address": "+77000000002"})

    told.refresh_from_db()
    assert told.phone == "+77000000001"


def test_told_by_phone_is_told(told: Appeal, enter: Enter) -> None:
    desk, bad = enter(Role.CLERK), wrong(told)
    desk.post(f"/ru/staff/letters/{bad.pk}/", {"receipt": "по домашнему телефону"})

    bad.refresh_from_db()
    assert (bad.stand, bad.settled_how) == (Stand.SETTLED, "по домашнему телефону")
    assert desk.get(f"/ru/staff/letters/{bad.pk}/").status_code == 404


def test_whoever_comes_second_is_told_so(told: Appeal, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    def settled(*_: object, **__: object) -> None:
        raise outbox.SettledError

    monkeypatch.setattr(outbox, "resend", settled)
    place = f"/ru/staff/letters/{wrong(told).pk}/"
    answer = enter(Role.CLERK).post(place, {"again": "True", "address": "+77000000002"}, follow=True)

    assert "занялись до вас" in words(answer)


def test_the_contacts_are_corrected_by_an_act(registered: Appeal, enter: Enter) -> None:
    desk, place = enter(Role.OPERATOR), f"/ru/staff/appeals/{registered.pk}/change_contact/"
    form: dict[str, Any] = {
        "version": registered.version,
        "once": "k1",
        "phone": "8 700 000 00 09",
        "email": "",
        "address": "",
        "language": "kk",
    }
    assert "Для писем по электронной почте нужен её адрес" in words(
        desk.post(place, {**form, "preferred": "email"})
    )

    desk.post(place, {**form, "preferred": "sms"})

    registered.refresh_from_db()
    found = (registered.phone, registered.email, registered.preferred, registered.language)
    assert found == ("+77000000009", "", "sms", "kk")
    entry = journal.about(registered.office_id, registered.key).last()
    assert entry is not None
    assert entry.facts == {"changed": ["email", "language", "phone", "preferred"]}


@pytest.fixture
def keeper(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(factors, "is_owed", lambda *_: False)
    return enter(Role.ADMIN)


def test_the_administrator_sees_the_channels_and_no_secret(office: Office, keeper: Client) -> None:
    page = words(keeper.get("/ru/staff/delivery/channels/"))

    assert office.code
    assert "письма пишутся в файлы" in page
    assert "Тихие часы" in page


def test_the_administrator_sets_the_quiet_hours(office: Office, keeper: Client) -> None:
    bad = keeper.post("/ru/staff/delivery/channels/", {"since": "late", "until": ""})
    keeper.post("/ru/staff/delivery/channels/", {"since": "20:00", "until": "09:00"})

    assert bad.status_code == 422
    assert 'value="20:00"' in keeper.get("/ru/staff/delivery/channels/").content.decode()
    assert journal.about(office.pk, f"office:{office.pk}").filter(action="quiet_hours").exists()


def test_a_test_message_goes_the_way_of_all_others(office: Office, keeper: Client) -> None:
    place = "/ru/staff/delivery/channels/test/"
    wrongly = keeper.post(place, {"channel": "sms", "address": "me@example.org"})
    keeper.post(place, {"channel": "email", "address": "me@example.org"})

    assert wrongly.status_code == 422
    message = Message.objects.get(office=office, notice="test")
    assert (message.address, message.urgent) == ("me@example.org", True)
    busy = Side(TemporaryFailureError(Fault.SIGN_IN))
    outbox.carry_one(carriers(busy), at=message.created_at)
    page = words(keeper.get("/ru/staff/delivery/channels/"))
    assert "провайдер не пускает: логин или пароль" in page
    assert "me@example.org" not in page


def test_a_failed_message_about_no_appeal_can_be_settled(
    office: Office, keeper: Client, enter: Enter
) -> None:
    keeper.post("/ru/staff/delivery/channels/test/", {"channel": "email", "address": "me@example.org"})
    message = Message.objects.get(office=office, notice="test")
    outbox.carry_one(carriers(Side(RefusedError(Fault.NO_SUCH_ADDRESS))), at=message.created_at)
    desk, place = enter(Role.CLERK), f"/ru/staff/letters/{message.pk}/"

    assert desk.get(place).status_code == 200
    assert desk.get(f"{place}paper/").status_code == 404
    desk.post(place, {"again": "True", "address": "us@example.org"})
    message.refresh_from_db()
    assert message.stand is Stand.SETTLED


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> None:
    gateway = SmscGateway(Account(api_key="k", secret=SECRET))
    monkeypatch.setattr(wiring, "report_reader", lambda: gateway)


Deliver = Callable[[dict[str, str]], int]


@pytest.fixture(params=["GET", "POST"])
def bring(request: pytest.FixtureRequest) -> Deliver:
    client = Client(enforce_csrf_checks=True)
    send = client.get if request.param == "GET" else client.post
    return lambda said: send(DOOR, said).status_code


@pytest.mark.usefixtures("provider")
def test_a_proved_report_is_recorded_once_and_for_all(told: Appeal, bring: Deliver) -> None:
    talon = Message.objects.get(about=told.key, notice="registered", channel=Channel.SMS)
    arrived = report(str(talon.reference), 1)
    late = report(str(talon.reference), 20)

    assert [bring(arrived), bring(arrived), bring(late)] == [200, 200, 200]
    talon.refresh_from_db()
    assert talon.stand is Stand.DELIVERED


@pytest.mark.usefixtures("provider")
def test_a_report_on_an_unknown_message_is_no_error(told: Appeal, bring: Deliver) -> None:
    assert told
    assert bring(report("12345", 1)) == 200


@pytest.mark.usefixtures("provider")
def test_an_unproved_report_is_turned_away_and_journaled(told: Appeal, bring: Deliver) -> None:
    talon = Message.objects.get(about=told.key, notice="registered", channel=Channel.SMS)
    forged = report(str(talon.reference), 20, secret="guessed")

    assert {bring(forged), bring({}), bring({"id": "\x00", "status": "x" * 5000})} == {401}
    talon.refresh_from_db()
    assert talon.stand is Stand.SENT
    entries = journal.about(told.office_id, f"office:{told.office_id}").filter(action="report_turned_away")
    assert entries.count() == 3


@pytest.mark.usefixtures("provider", "told")
def test_who_knocks_without_end_fills_no_journal(office: Office) -> None:
    for _ in range(15):
        assert Client().post(DOOR, {}).status_code == 401

    entries = journal.about(office.pk, f"office:{office.pk}").filter(action="report_turned_away")
    assert entries.count() == 10


def test_without_a_provider_the_door_is_closed(db: None) -> None:  # noqa: ARG001
    assert Client().post(DOOR, report("1", 1)).status_code == 401
