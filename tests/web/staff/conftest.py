"""Staff before the workplace: the situations of the flow tests, and a browser of each role."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client
from pytest_django.fixtures import Settings

from qabyldau.people import actions as people
from qabyldau.people.actor import Actor
from qabyldau.people.models import User
from qabyldau.people.roles import Role
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import moment

SINCE = date(2025, 1, 1)
HIDDEN = re.compile(r'<input type="hidden" name="(version|once|seen)"(?: value="([^"]*)")?')
Enter = Callable[..., Client]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Monday, the 2nd of March 2026, noon in the office."""
    with time_machine.travel(moment(3, 2, 12), tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def enter(staff: Callable[..., Actor]) -> Enter:
    """`enter(Role.CLERK)`: a browser in which somebody with these roles has signed in."""

    def make(*roles: Role, name: str = "") -> Client:
        actor = staff(*roles, name=name)
        user = User.objects.get(username=actor.name)
        for role in roles:
            if not user.grants.filter(role=role).exists():
                people.grant(user, actor.office_id, role, since=SINCE, position_kk="маман", position_ru="")
        return signed_in(user)

    return make


def signed_in(user: AbstractBaseUser) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")  # type: ignore[arg-type]
    return client


def carried(answer: Any) -> dict[str, str]:  # noqa: ANN401  the test client's response
    """The keys that the form on this page carries unseen."""
    return dict(HIDDEN.findall(answer.content.decode()))


def send(client: Client, address: str, **typed: Any) -> Any:  # noqa: ANN401
    """Open the form as a person does, and send it with these answers."""
    return client.post(address, {**carried(client.get(address)), **typed})


def words(answer: Any) -> str:  # noqa: ANN401
    """What a person reads on the page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))
