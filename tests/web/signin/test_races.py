"""Guessing from many processes at once: what limits it counts in the database, not in anybody's memory."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from axes.models import AccessAttempt
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.people.models import User
from qabyldau.web.signin.limits import CODES, spend_code
from tests.flow.own_database import own_database
from tests.flow.racing import kinds, race
from tests.web.signin.conftest import sign_in

GUESSES, TWINS = 12, 8
NOON = datetime(2026, 3, 2, 7, tzinfo=UTC)


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """Instead of pytest-django's: a database that threads reach by connections of their own."""
    with django_db_blocker.unblock(), own_database(tmp_path):
        yield


def guess(name: str, _number: int) -> int:
    return int(sign_in(Client(), name, "не тот").status_code)


def test_guesses_at_once_are_all_counted_and_lock(aizhan: User) -> None:
    outcomes = race([partial(guess, aizhan.username, number) for number in range(GUESSES)])

    assert set(outcomes) <= {200, 429}
    assert AccessAttempt.objects.get().failures_since_start >= 5
    assert sign_in(Client(), aizhan.username).status_code == 429


def test_a_code_that_comes_many_times_at_once_is_good_once(aizhan: User) -> None:
    outcomes = race([partial(spend_code, f"{aizhan.pk}:digest", NOON) for _ in range(TWINS)])

    assert sorted(map(bool, outcomes)) == [False] * (TWINS - 1) + [True]
    assert kinds(outcomes) == {"bool": TWINS}


def test_wrong_codes_at_once_are_all_counted(aizhan: User) -> None:
    who = str(aizhan.pk)
    assert not CODES.is_spent(who, NOON)

    race([partial(CODES.note, who, NOON) for _ in range(CODES.failures)])

    assert CODES.is_spent(who, NOON)
