"""Callers of the API: the situations of the flow tests, and people with a token."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django.fixtures import Settings

from qabyldau.people.actions import grant, new_token
from qabyldau.people.models import Office, User
from qabyldau.people.roles import Role
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import MONDAY, moment

SINCE = date(2025, 1, 1)
Answer = Any  # the test client's response, with `json()`
Ask = Callable[..., Answer]
Traveller = time_machine.Traveller


@pytest.fixture(autouse=True)
def now() -> Iterator[Traveller]:
    """It is Monday, the 2nd of March 2026, noon in the office: one hour after the situations were built."""
    with time_machine.travel(moment(3, 2, 12), tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    """Files that come with appeals go into a folder of the test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def token(office: Office) -> Callable[..., str]:
    """A bearer token of somebody with these roles; the same person as the situations' `staff`."""

    def make(*roles: Role, at: Office | None = None, name: str = "") -> str:
        username = name or roles[0].value
        user, _ = User.objects.get_or_create(username=username, defaults={"full_name": username})
        for role in roles:
            grant(user, (at or office).pk, role, since=SINCE, position_kk="маман", position_ru="специалист")
        return new_token(username, at=MONDAY)

    return make


@pytest.fixture
def ask(token: Callable[..., str]) -> Callable[..., Ask]:
    """`ask(Role.CLERK)` gives a caller: `call("post", "/appeals", {...}, key="k-1")`."""

    def as_role(*roles: Role, **given: object) -> Ask:
        return calls(token(*roles, **given))

    return as_role


def calls(bearer: str) -> Ask:
    client = Client()

    def call(
        method: str, path: str, body: object = None, *, key: str = "", language: str = "ru", **headers: str
    ) -> Answer:
        sent = {"Authorization": f"Bearer {bearer}", "Accept-Language": language, **headers}
        if key:
            sent["Idempotency-Key"] = key
        # No body at all is an empty one, not the test client's empty form.
        extra = {"data": "" if body is None else body, "content_type": "application/json"}
        return getattr(client, method)(f"/api/v1{path}", headers=sent, **(extra if method == "post" else {}))

    return call


@pytest.fixture
def clerks_call(ask: Callable[..., Ask]) -> Ask:
    return ask(Role.CLERK)
