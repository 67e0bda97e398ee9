"""A multitude by rows: lawful numbers, a chain that holds, the same people for the same seed."""

from datetime import date

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Model, QuerySet

from qabyldau.demo.generate import Multitude, NotEmptyError, generate
from qabyldau.journal import queries as journal
from qabyldau.people.models import Office
from qabyldau.registry.models import Appeal, Counter
from tests.demo.conftest import PASSWORD, quiet

LAST_DAY = date(2026, 11, 20)
WANTED = Multitude(150, LAST_DAY)
SAID = ("number", "applicant_name", "state", "substance", "registered_on", "due_on")


def rows(label: str) -> QuerySet[Model]:
    found: QuerySet[Model] = apps.get_model(label).objects.all()
    return found


def said() -> list[tuple[object, ...]]:
    return list(Appeal.objects.order_by("pk").values_list(*SAID))


@pytest.fixture
def office(db: None) -> Office:  # noqa: ARG001  the database must be there
    return generate(WANTED, PASSWORD, quiet)


def test_a_multitude_is_numbered_without_gaps_and_its_chain_holds(office: Office) -> None:
    appeals = list(Appeal.objects.order_by("pk"))
    counted = dict(Counter.objects.filter(series="appeal").values_list("year", "value"))

    assert len(appeals) == WANTED.appeals
    for year, last in counted.items():
        assert [one.counter for one in appeals if one.year == year] == list(range(1, last + 1))
    assert journal.verified(office.pk).sound
    assert journal.length(office.pk) > WANTED.appeals * 3


def test_who_was_received_has_a_day_an_hour_and_often_an_instruction(office: Office) -> None:
    hours, orders = rows("review.Appointment").count(), rows("control.Instruction").count()

    assert WANTED.appeals * 0.5 < hours < WANTED.appeals * 0.8
    assert WANTED.appeals * 0.2 < orders < WANTED.appeals * 0.4
    assert rows("schedule.Slot").filter(taken_by__isnull=False).count() == hours
    assert office.pk


def test_an_installation_with_an_office_is_not_filled(office: Office) -> None:
    with pytest.raises(NotEmptyError):
        generate(WANTED, PASSWORD, quiet)
    assert office.pk


@pytest.mark.usefixtures("db")
def test_the_same_seed_brings_the_same_people() -> None:
    seen = []
    for seed in (2026, 2026, 7):
        with transaction.atomic():
            generate(Multitude(40, LAST_DAY, seed), PASSWORD, quiet)
            seen.append(said())
            transaction.set_rollback(True)

    assert seen[0] == seen[1] != seen[2]
