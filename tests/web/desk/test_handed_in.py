"""A request handed in during a reception: registered from the desk at once, and tied to the visit."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from qabyldau.journal.models import Entry
from qabyldau.people.actor import Actor
from qabyldau.reception import desk as acts
from qabyldau.reception.handing import hand_in
from qabyldau.reception.models import HandedIn, Visit
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import arrive, moment, on_the_day, statement
from tests.web.staff.conftest import carried
from tests.web.staff.test_registration import CITIZEN

PAGE = "/ru/staff/register/hand_delivered/?visit={}"


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(moment(3, 19, 15, 31), tick=False):
        yield


@pytest.fixture
def visit(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> Visit:
    """Somebody who is with the official right now."""
    arrive(hall[0], clerk)
    called = acts.call(day.pk, asked=on_the_day(clerk, minute=30))
    return acts.start(called.pk, asked=on_the_day(clerk, minute=31))


@pytest.mark.clause("25")
def test_p25_a_request_handed_in_is_registered_the_same_day_and_tied_to_the_reception(
    visit: Visit, desk: Client, clerk: Actor
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

    tomorrow = Asked(by=clerk, at=moment(3, 20, 10), once="another")
    with pytest.raises(UnlawfulError, match="visit_of_another_day"):
        hand_in(visit.pk, statement(), asked=tomorrow)
    assert HandedIn.objects.count() == 1


def test_a_visit_that_is_nobodys_has_no_page(visit: Visit, desk: Client) -> None:
    assert desk.get(PAGE.format(visit.pk + 1)).status_code == 404
    assert desk.get(PAGE.format("abc")).status_code == 404
