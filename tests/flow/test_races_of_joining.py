"""Two joinings at once: one stands. The proof is shown to be able to fail."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.screening import actions as screening
from tests.flow.conftest import MONDAY, statement
from tests.flow.own_database import own_database
from tests.flow.racing import kinds, race


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """Instead of pytest-django's: a database that threads reach by connections of their own."""
    with django_db_blocker.unblock(), own_database(tmp_path):
        yield


@pytest.fixture
def three(office: Office, clerk: Actor) -> list[Appeal]:
    return [registry.register(office, statement(), by=clerk, at=MONDAY).appeal for _ in range(3)]


def test_two_joinings_of_one_appeal_at_once_have_one_winner(three: list[Appeal], clerk: Actor) -> None:
    first, second, last = three

    def join(earlier: Appeal) -> object:
        asked = Asked(by=clerk, at=MONDAY, version=last.version)
        return screening.merge(last.pk, earlier_id=earlier.pk, asked=asked)

    outcomes = race([partial(join, first), partial(join, second)])

    assert kinds(outcomes) == {"Appeal": 1, "StaleError": 1}
    last.refresh_from_db()
    winner = first if not isinstance(outcomes[0], Exception) else second
    assert (last.stage, last.merged_into) == (State.MERGED, winner)
    assert Message.objects.filter(notice="merger", channel="email").count() == 1


def test_a_chain_of_joinings_is_never_made(three: list[Appeal], clerk: Actor) -> None:
    """The third into the second and the second into the first: whoever comes later is refused."""
    first, second, last = three

    def join(later: Appeal, earlier: Appeal) -> object:
        return screening.merge(later.pk, earlier_id=earlier.pk, asked=Asked(by=clerk, at=MONDAY))

    outcomes = race([partial(join, last, second), partial(join, second, first)])

    assert kinds(outcomes) == {"Appeal": 1, "UnlawfulError": 1}
    assert Appeal.objects.filter(state=State.MERGED).count() == 1


def test_control_a_state_read_and_then_written_is_joined_twice(three: list[Appeal]) -> None:
    """Without the lock both find it free to join, and the last one overwrites."""
    first, second, last = three
    both_have_read = Barrier(2)

    def naive(earlier: Appeal) -> str:
        found = Appeal.objects.get(pk=last.pk)
        both_have_read.wait()
        assert found.stage is State.REGISTERED
        Appeal.objects.filter(pk=last.pk).update(state=State.MERGED, merged_into=earlier)
        return "joined"

    assert kinds(race([partial(naive, first), partial(naive, second)])) == {"str": 2}
