"""A press officer's browser on the day of reception."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import moment
from tests.web.staff.conftest import enter, files

__all__ = ["enter", "files"]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """The Thursday of the reception, half past three."""
    with time_machine.travel(moment(3, 19, 15, 30), tick=False) as traveller:
        yield traveller
