"""e-Otinish down from ten to the next day, over a real line: the register's own server, with fixed clocks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytest_django.fixtures import Settings

from qabyldau.exchange import carrying, queries
from qabyldau.exchange.models import Exchange
from qabyldau.gateways.eotinish.envelope import Sender
from qabyldau.gateways.eotinish.shep import Channel, ShepEOtinish
from qabyldau.gateways.eotinish.simulator import certificates
from qabyldau.gateways.eotinish.simulator.books import Behaviour, Books, Wrong
from qabyldau.gateways.eotinish.simulator.server import Register, server
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.ports.eotinish import GarbageError
from qabyldau.ports.signature import Fault, SignatureRefusedError
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.web.staff import exchange_report
from tests.flow.conftest import moment, statement

TEN, BACK = moment(3, 2, 10), moment(3, 3, 9, 30)
pytestmark = pytest.mark.clause("25")


class Line:
    """The office, a socket, the register; the clock of both is moved by the test."""

    def __init__(self, folder: Path, inbox: Path) -> None:
        self.now = TEN - timedelta(hours=1)
        self.behaviour = Behaviour(is_down=lambda: TEN <= self.now < BACK)
        books = Books(self.behaviour, lambda: self.now)
        self.register = Register(books, certificates.register_keys(folder, TEN))
        self.server = server(self.register, 0)
        Thread(target=self.server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{self.server.server_port}/"
        channel = Channel(url, Sender("EOTINISH", "zko", "secret"), inbox, seconds=5)
        self.eotinish = ShepEOtinish(channel, certificates.office_keys(folder, TEN), lambda: self.now)

    def work(self) -> None:
        """One round of the background loop, and of the register's courier to our door."""
        while carrying.carry_one(self.eotinish, at=self.now):
            pass
        if not self.behaviour.is_down():
            for letter in self.register.answers():
                self._bring(letter)
        carrying.gather(self.eotinish, at=self.now)

    def _bring(self, letter: bytes) -> None:
        try:
            self.eotinish.receive(letter)
        except GarbageError:
            return

    def work_until(self, end: datetime, step: timedelta = timedelta(minutes=30)) -> None:
        while self.now < end:
            self.now = min(self.now + step, end)
            self.work()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("certificates")


@pytest.fixture
def line(folder: Path, tmp_path: Path, settings: Settings) -> Iterator[Line]:
    settings.EOTINISH_IS_AUTOMATIC = True
    made = Line(folder, tmp_path / "inbox")
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def register(office: Office, clerk: Actor, line: Line) -> Callable[..., Any]:
    """An appeal at the counter now; the talon is in hand at once."""

    def make(count: int) -> registry.Talon:
        return registry.register(office, statement(name=f"Үлгі {count}"), by=clerk, at=line.now)

    return make


def owed(office: Office, at: datetime) -> tuple[int, int]:
    """How many numbers are owed, and how many of them alarm."""
    return len(queries.duties(office, at)), len(queries.alarms(office, at))


def test_p25_an_outage_of_a_day(line: Line, register: Callable[..., Any], office: Office) -> None:
    """Talons at once; duties right at each hour; alarm from four; then every number, reconciled."""
    register(0)
    line.work()
    assert not queries.duties(office, line.now)

    talons = []
    for count in range(1, 6):
        line.now = TEN + timedelta(hours=count - 1)
        talons.append(register(count))
        line.work()
        assert len(queries.duties(office, line.now)) == count
    assert [one.appeal.number for one in talons] == [f"ZKO-2026-{number:06}" for number in range(2, 7)]
    assert all(one.secret for one in talons)

    line.work_until(moment(3, 2, 15, 59))
    assert owed(office, line.now) == (5, 0)
    line.work_until(moment(3, 2, 16))
    assert owed(office, line.now) == (5, 5)
    assert [duty.is_late for duty in queries.alarms(office, line.now)] == [False] * 5
    line.work_until(moment(3, 3, 9))
    assert [duty.is_late for duty in queries.alarms(office, line.now)] == [True] * 5

    # Back again, and not quite itself: an answer comes twice, one is lost, one is nonsense.
    line.behaviour.every = {Wrong.TWICE: 2, Wrong.LOST: 3, Wrong.GARBAGE: 5}
    line.work_until(moment(3, 3, 12))

    assert owed(office, line.now) == (0, 0)
    assert queries.reconciliation(office.pk).count == 0
    kept = dict(Appeal.objects.values_list("number", "external_number"))
    there = {row.key.partition(":")[2]: row.number for row in line.register.books.numbers.values()}
    assert kept == there
    assert len(set(kept.values())) == 6
    assert set(Exchange.objects.values_list("status", flat=True)) == {"answered"}
    assert queries.line().fault == ""


def test_p25_the_alarm_follows_the_clock_of_the_office(
    line: Line, register: Callable[..., Any], office: Office
) -> None:
    """Four in the afternoon where the office is, wherever the server stands."""
    line.now = moment(3, 2, 15, 59)
    register(1)
    there = replace_zone(office, "Asia/Tokyo")

    assert owed(office, line.now) == (1, 0)
    assert owed(office, line.now.astimezone(ZoneInfo("America/New_York"))) == (1, 0)
    assert owed(there, line.now) == (1, 1)


def replace_zone(office: Office, zone: str) -> Office:
    found = Office.objects.get(pk=office.pk)
    found.zone = zone
    return found


def test_p25_the_report_names_what_is_owed_and_nothing_when_all_agrees(
    line: Line, register: Callable[..., Any], office: Office
) -> None:
    line.now = TEN
    register(1)
    line.work()
    words = [(duty, "ждёт") for duty in queries.duties(office, line.now)]
    assert [row.number for row in exchange_report.of_duties(words)] == ["ZKO-2026-000001"]  # type: ignore[arg-type]

    line.work_until(BACK + timedelta(hours=2))
    assert not queries.duties(office, line.now)
    assert not list(exchange_report.of_mismatches(queries.mismatches(office.pk), {}))


def test_p25_a_certificate_of_the_register_may_be_revoked(line: Line, register: Callable[..., Any]) -> None:
    """What was pinned is believed no longer once the authority has taken it back."""

    def refuse(_der: bytes, _at: datetime) -> None:
        raise SignatureRefusedError(Fault.REVOKED)

    line.eotinish.keys = replace(line.eotinish.keys, certify=refuse)
    register(1)
    line.work()

    assert Exchange.objects.get().fault == "certificate_revoked"
    assert not Appeal.objects.get().external_number
