"""Five clerks press "next" at once: each number is called once. The proof is shown to be able to fail."""

from collections.abc import Iterator, Sequence
from datetime import time
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.reception import desk, queries
from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.regulation.desk import DeskAct
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import arrive, on_the_day
from tests.flow.own_database import own_database
from tests.flow.racing import kinds, race

CLERKS = 5


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """Instead of pytest-django's: a database that threads reach by connections of their own."""
    with django_db_blocker.unblock(), own_database(tmp_path):
        yield


def called(day: ReceptionDay) -> list[int]:
    entries = journal.about(day.office_id, queries.queue_key(day.pk))
    return [entry.facts["ticket"] for entry in entries if entry.action == DeskAct.CALL]


def tickets(outcomes: Sequence[Visit | Exception]) -> list[int]:
    return [one.ticket for one in outcomes if isinstance(one, Visit)]


@pytest.mark.clause("11")
def test_p11_five_clerks_press_next_at_once_and_one_number_is_called(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    for appeal in hall:
        arrive(appeal, clerk)
    served = []
    for minute in range(30, 33):
        outcomes = race([partial(desk.call, day.pk, asked=on_the_day(clerk, 15, minute))] * CLERKS)
        assert kinds(outcomes) == {"UnlawfulError": CLERKS - 1, "Visit": 1}
        visit = next(one for one in outcomes if isinstance(one, Visit))
        desk.start(visit.pk, asked=on_the_day(clerk, 15, minute))
        desk.finish(visit.pk, asked=on_the_day(clerk, 15, minute))
        served += tickets(outcomes)

    assert served == called(day) == [3, 1, 2]
    assert all(one.in_order for one in queries.replayed(day))


def test_control_two_desks_that_look_before_either_writes_call_the_same_number(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    """Without the lock of the day both find the same first in line, and both call it."""
    for appeal in hall:
        arrive(appeal, clerk)
    at, both_have_looked = on_the_day(clerk, 15, 30).at, Barrier(2)

    def naive() -> int:
        first = queries.line(day, at)[0].visit
        both_have_looked.wait()
        Visit.objects.filter(pk=first.pk, stage__in=["arrived", "called"]).update(stage="called")
        return first.ticket

    assert race([naive, naive]) == [3, 3]


@pytest.mark.clause("11")
def test_p11_nobody_is_called_into_two_rooms_at_once(
    hall: list[Appeal], day: ReceptionDay, deputy: Official, clerk: Actor, office: Office
) -> None:
    visits = [arrive(appeal, clerk) for appeal in hall[:2]]
    other = ReceptionDay.objects.create(
        office=office,
        official=deputy,
        on=day.on,
        opens=time(15),
        slot_minutes=15,
        slot_count=1,
        place_kk="зал",
        place_ru="зал",
    )
    Visit.objects.filter(pk=visits[1].pk).update(day=other)
    Appeal.objects.filter(pk=hall[1].pk).update(applicant=hall[0].applicant_id)

    outcomes = race([partial(desk.call, one, asked=on_the_day(clerk, 15, 30)) for one in (day.pk, other.pk)])

    assert kinds(outcomes) == {"UnlawfulError": 1, "Visit": 1}
    assert next(one.code for one in outcomes if isinstance(one, UnlawfulError)) == "called_elsewhere"
