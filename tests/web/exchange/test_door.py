"""The door of e-Otinish: opened by a signature, and by nothing else."""

from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from qabyldau.config import wiring
from qabyldau.config.environment import Line
from qabyldau.exchange import queries
from qabyldau.gateways.eotinish import envelope
from qabyldau.gateways.eotinish.names import parsed
from qabyldau.gateways.eotinish.signature import verified_body
from qabyldau.gateways.eotinish.simulator import certificates
from qabyldau.gateways.eotinish.simulator.books import Behaviour, Books, Wrong
from qabyldau.gateways.eotinish.simulator.server import Register

DOOR = "/exchange/eotinish/"
KEY = "zko:ZKO-2026-000001"


@pytest.fixture
def register(settings: Settings, tmp_path: Path) -> Register:
    """A register whose certificates this installation believes."""
    settings.EOTINISH, settings.VAR = Line.SIMULATOR, tmp_path
    keys = certificates.register_keys(wiring.simulator_folder(), timezone.now())
    register = Register(Books(Behaviour()), keys)
    register.books.take(KEY)
    return register


def test_a_signed_answer_is_receipted_and_kept(client: Client, register: Register) -> None:
    response = client.post(DOOR, register.answers()[0], content_type="text/xml")

    assert response.status_code == 200
    body = verified_body(response.content, register.keys, at=timezone.now())
    assert envelope.receipt_of(body) == (f"{KEY}:answer", KEY)
    assert [one.key for one in wiring.eotinish().collect()] == [KEY]


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [Wrong.UNSIGNED, Wrong.FORGED, Wrong.GARBAGE])
def test_anything_else_is_turned_away_and_recorded(client: Client, register: Register, wrong: Wrong) -> None:
    register.books.behaviour.every[wrong] = 1
    register.books.take(KEY)
    response = client.post(DOOR, register.answers()[1], content_type="text/xml")

    assert response.status_code == 401
    assert envelope.fault_in(parsed(response.content)) == "Client"
    assert queries.line().fault
    assert not list(wiring.eotinish().collect())


def test_there_is_no_door_where_people_carry_by_hand(client: Client) -> None:
    assert client.post(DOOR, b"<a/>", content_type="text/xml").status_code == 401
