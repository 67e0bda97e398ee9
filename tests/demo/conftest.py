"""A small sample year, played once for every file that looks at it."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.demo import year
from qabyldau.demo.year import Year
from qabyldau.people.models import Office

LAST_DAY = date(2026, 11, 23)
PASSWORD = "a sample password"
HALF_A_YEAR = timedelta(days=180)


def seeded(seed: int) -> Random:
    """The same chances every time."""
    return Random(seed)  # noqa: S311  names of invented people are no secret


def quiet(*_: object) -> None:
    """Nobody watches the progress."""


@pytest.fixture(scope="module")
def played(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Office]:  # noqa: ARG001
    """An office with half a year behind it; taken back when the file is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield year.build(Year(LAST_DAY, appeals=110, length=HALF_A_YEAR), PASSWORD, quiet)
        transaction.set_rollback(True)
