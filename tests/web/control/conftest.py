"""Browsers of the office and of an executor, with an instruction on control."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, User
from qabyldau.people.roles import Role
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import moment
from tests.flow.control.conftest import *  # noqa: F403
from tests.web.access.conftest import People, browser, staffed


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """A working day after the instruction was to be done."""
    with time_machine.travel(moment(4, 14, 12), tick=False) as traveller:
        yield traveller


@pytest.fixture
def everybody(office: Office) -> People:
    return staffed(office)


@pytest.fixture
def controlling(everybody: People) -> Client:
    return browser(everybody[Role.DEPARTMENT])


@pytest.fixture
def carrying(everybody: People, executor: Actor) -> Client:  # noqa: ARG001  grants the roles
    return browser(User.objects.get(pk=executor.user_id or 0))
