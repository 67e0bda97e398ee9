"""The situations and browsers of the workplace, after a quarter that is over."""

from datetime import date

import pytest
import time_machine

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry.models import Appeal
from qabyldau.reporting import actions
from qabyldau.reporting.models import Report
from tests.flow.conftest import moment
from tests.web.staff.conftest import *  # noqa: F403

FIRST = date(2026, 1, 1)


@pytest.fixture
def april(clock: time_machine.Traveller) -> None:
    """The first quarter of 2026 is over."""
    clock.move_to(moment(4, 6, 12))


@pytest.fixture
def frozen(hall: list[Appeal], office: Office, department: Actor, april: None) -> Report:  # noqa: ARG001
    return actions.freeze(office, FIRST, by=department, at=moment(4, 6, 12))
