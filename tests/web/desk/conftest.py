"""The clerk's browser on the day of reception."""

import pytest
from django.test import Client

from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.web.access.conftest import People, browser, staffed


@pytest.fixture
def everybody(office: Office) -> People:
    return staffed(office)


@pytest.fixture
def desk(everybody: People) -> Client:
    return browser(everybody[Role.CLERK])
