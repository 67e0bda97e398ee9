"""A day off decreed late: open terms are recounted, the old days stay in the journal."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.regulation.words import Words
from qabyldau.worktime import actions as worktime
from qabyldau.worktime import queries as calendars
from tests.flow.conftest import MONDAY, moment

DUE = date(2026, 3, 17)
HOLIDAY = Words(kk="Демалыс күні", ru="Выходной день")


@pytest.fixture
def admin(staff: Callable[..., Actor]) -> Actor:
    made: Actor = staff(Role.ADMIN)
    return made


def test_a_new_day_off_moves_open_terms_and_says_from_where(
    registered: Appeal, office: Office, admin: Actor
) -> None:
    worktime.order_day(DUE, working=False, name=HOLIDAY, act="№ 1", by=admin, at=MONDAY)
    shown = registry.would_move(office.pk, calendars.calendar())
    moved = registry.recount(office.pk, by=Actor.system("recount", office.pk), at=MONDAY)

    registered.refresh_from_db()
    assert (len(shown), moved, registered.due_on) == (1, 1, date(2026, 3, 18))
    facts = journal.about(office.pk, registered.key).get(action="recount").facts
    assert (facts["old"], facts["new"]) == ("2026-03-17", "2026-03-18")


def test_recounting_twice_moves_nothing_more(registered: Appeal, office: Office, admin: Actor) -> None:
    worktime.order_day(DUE, working=False, name=HOLIDAY, act="№ 1", by=admin, at=MONDAY)
    system = Actor.system("recount", office.pk)
    registry.recount(office.pk, by=system, at=MONDAY)

    assert registered.due_on == DUE
    assert registry.recount(office.pk, by=system, at=MONDAY) == 0


def test_an_order_can_be_taken_back_by_a_later_one(office: Office, admin: Actor) -> None:
    worktime.order_day(DUE, working=False, name=HOLIDAY, act="№ 1", by=admin, at=MONDAY)
    worktime.order_day(DUE, working=True, name=HOLIDAY, act="№ 2", by=admin, at=moment(3, 3))

    assert calendars.calendar().is_working(DUE)
    assert not calendars.calendar_at(1).is_working(DUE)
    assert calendars.current_version() == 2
    assert office.pk == admin.office_id


def test_only_an_administrator_orders_days_and_only_in_known_years(clerk: Actor, admin: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        worktime.order_day(DUE, working=False, name=HOLIDAY, act="№ 1", by=clerk, at=MONDAY)
    with pytest.raises(CalendarUnknownError, match="2031"):
        worktime.order_day(date(2031, 1, 5), working=False, name=HOLIDAY, act="№ 1", by=admin, at=MONDAY)
