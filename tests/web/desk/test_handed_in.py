"""A request handed in during a reception: registered from the desk at once, and tied to the visit."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from qabyldau.journal.models import Entry
from qabyldau.people.actor import Actor
from qabyldau.reception import desk as acts
from qabyldau.reception.models import HandedIn, Visit
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import arrive, moment, on_the_day
from tests.web.staff.conftest import carried
from tests.web.staff.test_registration import CITIZEN

PAGE = "/ru/staff/register/hand_delivered/?visit={}"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(moment(3, 19, 15, 31), tick=False) as traveller:
        yield traveller


@pytest.fixture
def visit(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> Visit:
    """Somebody who is with the official right now."""
    arrive(hall[0], clerk)
    called = acts.call(day.pk, asked=on_the_day(clerk, minute=30))
    return acts.start(called.pk, asked=on_the_day(clerk, minute=31))


@pytest.mark.clause("25")
def test_p25_a_request_handed_in_is_registered_the_same_day_and_tied_to_the_reception(
    visit: Visit, desk: Client, clock: time_machine.Traveller
) -> None:
    page = PAGE.format(visit.pk)
    typed = {**CITIZEN, **carried(desk.get(page))}
    typed.update(carried(desk.post(page, typed)))  # the person's other open appeal was looked at
    first, again = (desk.post(page, typed) for _ in range(2))

    assert first.status_code == again.status_code == 302
    row = HandedIn.objects.select_related("appeal").get()
    assert (row.visit_id, str(row.appeal.registered_on)) == (visit.pk, "2026-03-19")
    told = Entry.objects.filter(action__in=["hand_in", "handed_in"]).order_by("seq")
    assert [(one.action, one.object) for one in told] == [
        ("hand_in", visit.appeal.key),
        ("handed_in", row.appeal.key),
    ]
    shown = desk.get(f"/ru/staff/desk/{visit.day_id}/").content.decode()
    assert row.appeal.number in shown

    clock.move_to(moment(3, 20, 10))
    late = desk.post(page, {**typed, **carried(desk.get(page))})
    assert late.status_code == 422
    assert "приходил в другой день" in late.content.decode()
    assert HandedIn.objects.count() == 1


def test_a_visit_that_is_nobodys_has_no_page(visit: Visit, desk: Client) -> None:
    assert desk.get(PAGE.format(visit.pk + 1)).status_code == 404
    assert desk.get(PAGE.format("abc")).status_code == 404
