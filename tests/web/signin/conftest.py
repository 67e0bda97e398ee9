"""People of an office who sign in through the pages, on a Monday whose clock the tests move."""

import base64
import hashlib
import hmac
import re
import struct
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from qabyldau.people import actions as people
from qabyldau.people import founding
from qabyldau.people.models import Office, User
from qabyldau.people.roles import Role
from tests.flow.conftest import *  # noqa: F403  the office of the flow tests
from tests.flow.conftest import moment

PASSWORD = "үш жұмсақ жаңғақ"
SINCE = date(2025, 1, 1)
LOGIN, HOME = "/ru/account/login/", "/ru/staff/"
Enter = Callable[..., Client]


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Monday, the 2nd of March 2026, noon in the office."""
    with time_machine.travel(moment(3, 2, 12), tick=False) as traveller:
        yield traveller


@pytest.fixture
def employ(office: Office, clock: time_machine.Traveller) -> Callable[..., User]:  # noqa: ARG001  dates of grants
    """`employ("aizhan", Role.CLERK)`: somebody with these roles in the office, or in another one."""

    def make(name: str, *roles: Role, at: Office | None = None) -> User:
        user = User.objects.filter(username=name).first() or founding.employ(
            name, full_name=name.title(), password_hash=make_password(PASSWORD)
        )
        for role in roles:
            people.grant(
                user, (at or office).pk, role, since=SINCE, position_kk="маман", position_ru="специалист"
            )
        return user

    return make


@pytest.fixture
def aizhan(employ: Callable[..., User]) -> User:
    return employ("aizhan", Role.CLERK)


@pytest.fixture
def keeper(employ: Callable[..., User]) -> User:
    """The administrator, who must have a second factor."""
    return employ("keeper", Role.ADMIN)


@pytest.fixture
def uralsk(office: Office) -> Office:
    return Office.objects.create(
        code="oral",
        prefix="ORL",
        name_kk="Орал қаласы әкімінің аппараты",
        name_ru="Аппарат акима города Уральска",
        address_kk="Орал",
        address_ru="Уральск",
        phone="+7 700 000 00 01",
        edition_code=office.edition_code,
    )


def sign_in(client: Client, name: str = "aizhan", password: str = PASSWORD, **extra: Any) -> Any:  # noqa: ANN401
    return client.post(extra.pop("path", LOGIN), {"login": name, "password": password}, **extra)


def entered(name: str = "aizhan") -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    assert sign_in(client, name).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return bool(client.get(HOME).status_code == 200)


def words(answer: Any) -> str:  # noqa: ANN401  the test client's response
    """What a person reads on the page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def code(secret: str, ahead: int = 0) -> str:
    """RFC 6238, written apart from the program: six digits of this half minute or the next ones."""
    counter = struct.pack(">Q", int(timezone.now().timestamp()) // 30 + ahead)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def set_up(client: Client) -> tuple[str, list[str]]:
    """Switch the second step on: the secret of the app and the spare codes."""
    page = client.get("/ru/account/second-step/").content.decode()
    secret = re.search(r'signin-key">(\w+)<', page)
    assert secret
    answer = client.post("/ru/account/second-step/", {"code": code(secret[1])}, follow=True)
    return secret[1], re.findall(r"<code>(\d{8})</code>", answer.content.decode())
