"""A day off decreed late: where the people of its receptions go is shown first, then done and told."""

from __future__ import annotations

import pytest

from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry.models import Appeal
from qabyldau.regulation.lifecycle import State
from qabyldau.replanning import actions as replanning
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, RECEPTION
from tests.flow.replanning.conftest import NEXT, Approve, distributed, fresh, hours_of


@pytest.fixture
def people(
    approve: Approve, day: ReceptionDay, next_day: ReceptionDay, department: Actor, clerk: Actor
) -> list[Appeal]:
    appeals = [approve(minute) for minute in range(4)]
    distributed(day, department, clerk)
    Slot.objects.filter(day=next_day, place=4).update(taken_by=10**6)
    return fresh(appeals)


def test_what_moves_is_shown_first(people: list[Appeal], office: Office, day: ReceptionDay) -> None:
    (found,) = replanning.would_fall_out(office.pk, RECEPTION, MONDAY)

    assert [one.appeal.pk for one in found.moved] == [appeal.pk for appeal in people[:3]]
    assert [one.appeal.pk for one in found.left] == [people[3].pk]
    day.refresh_from_db()
    assert day.taken_off_at is None


@pytest.mark.clause("28")
def test_p28_the_people_of_a_day_off_move_in_their_order_and_everybody_is_told(
    people: list[Appeal], office: Office, day: ReceptionDay
) -> None:
    replanning.fall_out(office.pk, RECEPTION, by=Actor.system("calendar", office.pk), at=MONDAY)

    assert hours_of(people) == [(NEXT, "15:00"), (NEXT, "15:15"), (NEXT, "15:30"), None]
    assert people[3].stage is State.WAITING
    told = Message.objects.filter(notice__in=["moved", "hour_cancelled"], channel="email")
    assert {letter.about for letter in told} == {appeal.key for appeal in people}
    day.refresh_from_db()
    assert day.taken_off_at


def test_a_day_off_on_which_nobody_receives_moves_nothing(people: list[Appeal], office: Office) -> None:
    before = hours_of(people)

    assert (
        replanning.fall_out(office.pk, NEXT.replace(day=27), by=Actor.system("x", office.pk), at=MONDAY) == []
    )
    assert hours_of(people) == before
