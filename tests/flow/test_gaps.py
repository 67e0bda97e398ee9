"""A month without a reception of somebody who must receive in it: warned of ten and three days ahead."""

from datetime import date, timedelta

import pytest

from qabyldau.jobs import tick
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.schedule import gaps
from tests.flow.conftest import MONDAY, moment
from tests.flow.posting import plan, posted


@pytest.fixture
def told(office: Office) -> Office:
    office.email = "bolim@example.org"
    office.save()
    return office


def subjects() -> int:
    return Message.objects.filter(notice="gap").count()


@pytest.mark.clause("6")
def test_p6_the_department_is_warned_ten_and_three_days_ahead(
    told: Office, akim: Official, deputy: Official, clerk: Actor
) -> None:
    posted(told, plan(akim), by=clerk, at=MONDAY)
    tick.tick(moment(3, 20))
    assert subjects() == 0

    tick.tick(moment(3, 21))
    assert subjects() == 1
    tick.tick(moment(3, 21, 12))
    assert subjects() == 1
    letter = Message.objects.get(notice="gap")
    assert deputy.name_ru in letter.text
    assert akim.name_ru not in letter.text
    assert "п. 6" in letter.text

    tick.tick(moment(3, 28))
    assert {one.mark for one in gaps.due(told, moment(3, 28)) if one.ends} == {3}
    assert subjects() > 1


@pytest.mark.usefixtures("told")
def test_a_day_missed_by_the_computer_is_made_up_for(deputy: Official) -> None:
    tick.tick(moment(3, 24))

    assert deputy.name_kk in Message.objects.filter(notice="gap").latest("pk").text


@pytest.mark.usefixtures("told")
def test_nobody_is_warned_before_the_office_opens(deputy: Official) -> None:
    tick.tick(moment(3, 21, 7))

    assert (subjects(), deputy.rank) == (0, 1)


def test_a_full_month_warns_of_nothing(told: Office, akim: Official, clerk: Actor) -> None:
    posted(told, plan(akim), by=clerk, at=MONDAY)
    posted(told, plan(akim, date(2026, 4, 16)), by=clerk, at=MONDAY + timedelta(hours=1))

    assert gaps.due(told, moment(3, 29)) == []
