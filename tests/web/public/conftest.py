"""A citizen before the public site: the office of the flow tests, a browser, a walk through the steps."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django.fixtures import Settings

from qabyldau.people.models import Office
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import moment

Answers = dict[str, dict[str, Any]]
Walk = Callable[..., Any]

# A citizen with a question, as typed into the steps.
CITIZEN: Answers = {
    "applicant": {"kind": "citizen", "behalf": "self"},
    "person": {"iin": "010101300010", "name": "Үлгіова Ақмарал Тестқызы"},
    "matter": {
        "topic": "water",
        "substance": "Ауылда үшінші аптадан бері су жоқ, жөндеуді сұраймын.",
    },
    "reception": {"official": "", "mode": "in_person", "standing": "", "standing_proof": ""},
    "contact": {"language": "kk", "phone": "8 700 000 00 01", "email": "", "address": ""},
}


@pytest.fixture(autouse=True)
def now() -> Iterator[time_machine.Traveller]:
    """Monday, the 2nd of March 2026, noon in the office."""
    with time_machine.travel(moment(3, 2, 12), tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def site(office: Office, client: Client) -> Client:  # noqa: ARG001  the office must be there
    return client


@pytest.fixture
def walk(site: Client) -> Walk:
    """`walk("contact")` answers every step before that one; overrides by step; gives the last answer."""

    def steps(until: str = "check", *, language: str = "kk", **changes: dict[str, Any]) -> Any:  # noqa: ANN401
        site.post(f"/{language}/request/begin/")
        for name, answers in CITIZEN.items():
            if name == until:
                break
            site.post(f"/{language}/request/{name}/", {**answers, **changes.get(name, {})})
        return site.get(f"/{language}/request/{until}/")

    return steps


def words(answer: Any) -> str:  # noqa: ANN401  the test client's response
    return str(answer.content.decode())


def draft_key(site: Client) -> str:
    """The hidden key of the page that sends."""
    page = words(site.get("/kk/request/check/"))
    return page.split('name="key" value="')[1].split('"')[0]
