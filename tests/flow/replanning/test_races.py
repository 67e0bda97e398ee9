"""Sixty-four for one hour, many answers to one offer: exactly one. Each proof can be seen to fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.occupancy import actions as occupancy
from qabyldau.occupancy.models import Claim
from qabyldau.occupancy.times import Wanted
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.replanning.models import Offer
from qabyldau.review import actions as review
from qabyldau.review.kinds import Why
from qabyldau.review.models import Appointment
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, moment
from tests.flow.own_database import own_database
from tests.flow.racing import kinds, race
from tests.flow.replanning.conftest import NEXT, Approve, distributed

CLIENTS, TWINS = 64, 16
TUESDAY = moment(3, 3)


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """Instead of pytest-django's: a database that threads reach by connections of their own."""
    with django_db_blocker.unblock(), own_database(tmp_path):
        yield


@pytest.fixture
def crowd(
    approve: Approve,
    akim: Official,
    day: ReceptionDay,
    plan: Callable[..., ReceptionDay],
    department: Actor,
    clerk: Actor,
) -> list[Appeal]:
    """Sixty-four people have hours on one full day; the next day has a single free hour."""
    full = plan(akim, NEXT.replace(day=20), CLIENTS, 7)
    appeals = [approve(minute, on=full) for minute in range(CLIENTS)]
    distributed(full, department, clerk)
    plan(akim, NEXT, 1)
    assert day.pk
    return appeals


def of(appeal: Appeal) -> Actor:
    return Actor.applicant(appeal.office_id, appeal.pk)


def test_64_who_ask_for_one_hour_at_once_have_exactly_one_winner(crowd: list[Appeal]) -> None:
    last = Slot.objects.get(day__on=NEXT)

    def one(appeal: Appeal) -> Appointment:
        asked = Asked(by=of(appeal), at=TUESDAY)
        return replanning.move_hour(appeal.pk, slot_id=last.pk, why=Why.APPLICANT, asked=asked)

    outcomes = race([partial(one, appeal) for appeal in crowd])

    assert kinds(outcomes) == {"Appointment": 1, "SlotTakenError": CLIENTS - 1}
    last.refresh_from_db()
    (winner,) = [one.appeal_id for one in outcomes if isinstance(one, Appointment)]
    assert last.taken_by == winner
    live = list(Appointment.objects.filter(live=True).values_list("appeal_id", "slot_id"))
    assert len(live) == len({slot for _, slot in live}) == CLIENTS
    assert Message.objects.filter(notice="moved", channel="email").count() == 1


def test_control_an_hour_looked_at_and_then_taken_goes_to_two(day: ReceptionDay) -> None:
    """Without the guarded statement both find it free, and both move there: the proof above notices."""
    hour = Slot.objects.filter(day=day).earliest("place")
    both_have_looked = Barrier(2)

    def naive(appeal_id: int) -> int:
        free = Slot.objects.filter(pk=hour.pk, taken_by=None, held_for=None).exists()
        both_have_looked.wait()
        return Slot.objects.filter(pk=hour.pk).update(taken_by=appeal_id) if free else 0

    assert race([partial(naive, 1), partial(naive, 2)]) == [1, 1]


def test_an_offer_answered_many_times_at_once_is_taken_once(
    approve: Approve, day: ReceptionDay, next_day: ReceptionDay, department: Actor, clerk: Actor
) -> None:
    appeals = [approve(minute) for minute in range(5)]
    distributed(day, department, clerk)
    replanning.offer_carried(day.pk, asked=Asked(by=clerk, at=TUESDAY))
    carried, offer = appeals[4], queries.open_offer(appeals[4])
    assert offer
    slots = [hour.slot_id for hour in offer.hours.all()]

    def take(number: int) -> Appointment:
        asked = Asked(by=of(carried), at=TUESDAY)
        return replanning.take_offered(carried.pk, slot_id=slots[number % len(slots)], asked=asked)

    outcomes = race([partial(take, number) for number in range(TWINS)])

    assert kinds(outcomes) == {"Appointment": 1, "UnlawfulError": TWINS - 1}
    carried.refresh_from_db()
    assert carried.stage is State.APPOINTED
    assert len(schedule.free_slots(next_day.pk)) == next_day.slot_count - 1
    assert not Offer.objects.filter(state="open").exists()


def test_a_freed_hour_is_offered_to_one_though_many_look_at_once(
    approve: Approve, office: Office, day: ReceptionDay, department: Actor, clerk: Actor
) -> None:
    appeals = [approve(minute) for minute in range(6)]
    distributed(day, department, clerk)
    review.retire(appeals[0].pk)
    Appeal.objects.filter(pk=appeals[0].pk).update(state=State.WITHDRAWN)

    outcomes = race([partial(replanning.tick, office, TUESDAY)] * TWINS)

    assert kinds(outcomes) == {"NoneType": TWINS}
    (offer,) = Offer.objects.filter(state="open")
    assert offer.appeal_id == appeals[4].pk
    assert Message.objects.filter(notice="offer", channel="email").count() == 1


def test_one_room_claimed_by_many_at_once_has_one_holder(office: Office) -> None:
    starts, ends = moment(3, 19, 15), moment(3, 19, 15, 30)

    def one(number: int) -> None:
        occupancy.claim(office.pk, [Wanted("room:1", starts, ends, f"day:{number}")])

    outcomes = race([partial(one, number) for number in range(TWINS)])

    assert kinds(outcomes) == {"NoneType": 1, "TwoPlacesError": TWINS - 1}
    assert len(set(Claim.objects.values_list("holder", flat=True))) == 1
    assert starts > MONDAY
