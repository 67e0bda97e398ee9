"""Naming an earlier hand and giving that person the matter at once: the one after the other sees it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Barrier

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.bodies.models import Representative
from qabyldau.control import actions as control
from qabyldau.control import recusal
from qabyldau.control.actions import Known
from qabyldau.control.models import EarlierHand, Executor, Instruction
from qabyldau.journal import actions as writing
from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor
from qabyldau.regulation.norms.control import NotTheSameHand
from tests.flow.control.conftest import lead, on
from tests.flow.own_database import own_database
from tests.flow.racing import kinds, race

pytestmark = pytest.mark.clause("35")


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """Instead of pytest-django's: a database that threads reach by connections of their own."""
    with django_db_blocker.unblock(), own_database(tmp_path):
        yield


def given_after_named(row: Instruction) -> bool:
    """By the journal, that cannot be changed: was the matter given to somebody already named?"""
    acts = [one.action for one in journal.about(row.office_id, row.appeal.key)]
    named, handed = (acts.index(one) if one in acts else None for one in ("note_earlier_hand", "hand_on"))
    return named is not None and handed is not None and named < handed


def noting(row: Instruction, person: Representative, department: Actor) -> EarlierHand:
    known = Known("история e-Otinish", person_id=person.pk)
    return control.note_earlier_hand(row.appeal_id, known=known, asked=on(department, 4, 1))


def test_p35_who_is_named_at_the_same_moment_is_not_given_it(
    given: Instruction, executor: Actor, department: Actor
) -> None:
    person, part = Representative.objects.get(user_id=executor.user_id or 0), lead(given).pk

    outcomes = race(
        [
            lambda: noting(given, person, department),
            lambda: control.hand_on(part, person_id=person.pk, asked=on(department, 4, 1)),
        ]
    )

    assert kinds(outcomes) in (
        {"EarlierHand": 1, "Executor": 1},
        {"EarlierHand": 1, "UnlawfulError": 1},
    )
    assert not given_after_named(given)


def test_p35_control_a_look_before_the_chain_is_held_gives_it_to_somebody_named(
    given: Instruction, executor: Actor, department: Actor
) -> None:
    """What the bar would be without its hold: looked, then named by the other, then given."""
    person, part = Representative.objects.get(user_id=executor.user_id or 0), lead(given)
    has_looked, is_named = Barrier(2), Barrier(2)

    def naive() -> None:
        rule = given.appeal.edition.get(NotTheSameHand)
        free = not recusal.hands(given.appeal).bars_person(person, rule)
        has_looked.wait()
        is_named.wait()
        with transaction.atomic():
            Executor.objects.filter(pk=part.pk, instruction__isnull=not free).update(person=person)
            asked = on(department, 4, 1)
            writing.write("hand_on", about=given.appeal.key, by=asked.by, at=asked.at, facts={})

    def named() -> None:
        has_looked.wait()
        noting(given, person, department)
        is_named.wait()

    race([naive, named])

    assert given_after_named(given)
