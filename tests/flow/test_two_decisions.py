"""Two heads decide at once: one decision stands, the other person is told. Shown to be able to fail."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.acts import perform
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Role
from qabyldau.registry.errors import StaleError
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review.models import Decision
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY
from tests.flow.own_database import own_database
from tests.flow.racing import kinds, race

ROUNDS = 8
Staff = Callable[..., Actor]


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """Instead of pytest-django's: a database that threads reach by connections of their own."""
    with django_db_blocker.unblock(), own_database(tmp_path):
        yield


def test_of_two_decisions_at_once_one_stands(on_decision: Appeal, day: ReceptionDay, staff: Staff) -> None:
    heads = [staff(Role.HEAD_OF_OFFICE, name=f"head{number}") for number in range(ROUNDS)]
    version = on_decision.version

    def approve(head: Actor) -> object:
        asked = Asked(by=head, at=MONDAY, version=version)
        return perform("approve", on_decision, {"day_id": day.pk}, asked)

    def send_back(head: Actor) -> object:
        return perform(
            "send_back", on_decision, {"motive": "Мало."}, Asked(by=head, at=MONDAY, version=version)
        )

    acts = [partial(act, head) for head in heads for act in (approve, send_back)]
    outcomes = race(acts)

    assert kinds(outcomes) == {"Decision": 1, "StaleError": 2 * ROUNDS - 1}
    assert Decision.objects.count() == 1


def test_without_a_version_the_law_itself_tells_the_second(
    on_decision: Appeal, day: ReceptionDay, staff: Staff
) -> None:
    heads = [staff(Role.HEAD_OF_OFFICE, name=f"head{number}") for number in range(2)]

    def approve(head: Actor) -> object:
        return perform("approve", on_decision, {"day_id": day.pk}, Asked(by=head, at=MONDAY))

    outcomes = race([partial(approve, head) for head in heads])

    assert kinds(outcomes) == {"Decision": 1, "UnlawfulMoveError": 1}


def test_control_read_and_then_written_both_decisions_stand(on_decision: Appeal, head: Actor) -> None:
    """Without the lock both see an appeal that waits, and both decide: the proof would notice."""
    both_have_read = Barrier(2)

    def naive() -> Decision:
        seen = Appeal.objects.get(pk=on_decision.pk)
        assert seen.stage is State.DECISION
        both_have_read.wait()
        Appeal.objects.filter(pk=seen.pk).update(state=State.REVIEW)
        return Decision.objects.create(appeal=seen, outcome="return", by_user_id=head.user_id, at=MONDAY)

    outcomes = race([naive, naive])

    assert kinds(outcomes) == {"Decision": 2}
    assert Decision.objects.count() == 2


def test_a_decision_on_a_stale_page_is_none(on_decision: Appeal, day: ReceptionDay, head: Actor) -> None:
    stale = Asked(by=head, at=MONDAY, version=on_decision.version - 1)

    with pytest.raises((StaleError, UnlawfulError)) as told:
        perform("approve", on_decision, {"day_id": day.pk}, stale)

    assert isinstance(told.value, StaleError)
    assert not Decision.objects.exists()
