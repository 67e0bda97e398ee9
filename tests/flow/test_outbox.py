"""What leaves the building: once, later when the other side is down, to a person when it never goes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as messages
from qabyldau.outbox.actions import Carriers, Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.outbox.models import Message
from qabyldau.people.models import Office
from qabyldau.ports.delivery import Receipt, RefusedError, TemporaryFailureError
from tests.flow.conftest import MONDAY

LETTER = Owed(
    key="k", about="appeal:1", notice="left", channel=Channel.EMAIL, language="kk",
    address="ulgi@example.org", subject="Жауап", text="Мәтін",
)  # fmt: skip


class Side:
    """The other side: fails as told, then takes everything, and remembers what it took."""

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.taken: list[str] = []

    def send(self, _address: str, *_texts: str, key: str) -> Receipt:
        if self.faults:
            raise self.faults.pop(0)
        self.taken.append(key)
        return Receipt(f"id-{key}")


def carriers(side: Side) -> Carriers:
    return Carriers(mailer=side, sms=side)


@pytest.fixture
def waiting(office: Office) -> Message:
    with transaction.atomic():
        return outbox.put(office.pk, [LETTER], at=MONDAY)[0]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_put_outside_a_transaction(office: Office) -> None:
    with pytest.raises(RuntimeError, match="never happened"):
        outbox.put(office.pk, [LETTER], at=MONDAY)


def test_a_message_is_carried_once(waiting: Message) -> None:
    side = Side()

    assert outbox.carry_one(carriers(side), at=MONDAY)
    assert not outbox.carry_one(carriers(side), at=MONDAY + timedelta(days=1))
    waiting.refresh_from_db()
    assert (side.taken, waiting.receipt) == (["k"], "id-k")


def test_a_failed_message_waits_and_is_tried_again(waiting: Message) -> None:
    side = Side(TemporaryFailureError())

    assert outbox.carry_one(carriers(side), at=MONDAY)
    assert not outbox.carry_one(carriers(side), at=MONDAY)
    assert outbox.carry_one(carriers(side), at=MONDAY + timedelta(minutes=1))
    assert side.taken == [waiting.key]


def test_a_refused_message_becomes_a_persons_task(waiting: Message, office: Office) -> None:
    outbox.carry_one(carriers(Side(RefusedError())), at=MONDAY)

    assert list(messages.for_a_person(office.pk)) == [waiting]
    outbox.hand_over(waiting.pk, receipt="жеке тапсырылды", at=MONDAY)
    assert not messages.for_a_person(office.pk).exists()


def test_after_three_days_of_failures_a_person_takes_over(waiting: Message, office: Office) -> None:
    outbox.carry_one(carriers(Side(TemporaryFailureError())), at=MONDAY + timedelta(hours=72))

    assert list(messages.for_a_person(office.pk)) == [waiting]


def test_the_pause_is_a_lease_so_a_carrier_that_dies_loses_nothing(waiting: Message) -> None:
    """A fault that the port does not know stands for kill -9 between claiming and noting."""
    with pytest.raises(ZeroDivisionError):
        outbox.carry_one(carriers(Side(ZeroDivisionError())), at=MONDAY)
    side = Side()

    assert outbox.carry_one(carriers(side), at=MONDAY + timedelta(minutes=1))
    assert side.taken == [waiting.key]


def test_the_same_key_is_not_put_twice(waiting: Message, office: Office) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        outbox.put(office.pk, [LETTER], at=MONDAY)
    assert Message.objects.get() == waiting
