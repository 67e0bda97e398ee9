"""`/healthz` tells whether the installation is well, and nothing about people."""

import shutil
from collections import namedtuple
from datetime import timedelta
from typing import NoReturn

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from qabyldau.outbox import queries as outbox
from qabyldau.outbox.models import Message
from qabyldau.registry.models import Appeal
from tests.api.conftest import Answer, Traveller

Disk = namedtuple("Disk", "total used free")


def health() -> Answer:
    return Client().get("/healthz")


def test_a_well_installation_says_so_without_signing_in(office: None) -> None:  # noqa: ARG001
    answer = health()

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    told = answer.json()
    assert (told["status"], told["database"]["status"]) == ("ok", "ok")
    assert told["outbox"] == {"status": "ok", "oldest_seconds": 0}
    assert told["disk"]["free_bytes"] > 0


def test_messages_that_wait_too_long_are_told(registered: Appeal, now: Traveller) -> None:
    now.shift(timedelta(hours=2))

    answer = health()

    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert answer.json()["outbox"] == {"status": "late", "oldest_seconds": 3 * 3600}
    assert registered.applicant_name not in answer.content.decode()


@pytest.mark.usefixtures("office")
def test_a_disk_that_runs_full_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Disk(10**9, 10**9 - 1, 1))

    assert health().json()["disk"] == {"status": "short", "free_bytes": 1}
    assert health().json()["status"] == "degraded"


def test_without_a_database_it_answers_503(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(_at: object) -> NoReturn:
        raise OperationalError("connection to server at 10.0.0.1 failed for user secret")

    monkeypatch.setattr(outbox, "oldest_waiting", away)

    answer = health()

    assert (answer.status_code, answer.json()["status"]) == (503, "down")
    assert answer.json()["database"] == {"status": "away"}
    assert "secret" not in answer.content.decode()


def test_delivered_and_paper_letters_do_not_count_as_waiting(registered: Appeal, now: Traveller) -> None:
    Message.objects.filter(about=registered.key).update(sent_at=timezone.now(), receipt="r")
    now.shift(timedelta(hours=2))

    assert health().json()["outbox"]["oldest_seconds"] == 0


def test_nothing_but_reading_is_answered() -> None:
    assert Client().post("/healthz").status_code == 405
