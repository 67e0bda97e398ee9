"""The long proof of `tools/stress` in short: hundreds of messages, our own clock, every way to misbehave."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

import pytest
from django.db import transaction

from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries, reports
from qabyldau.outbox.actions import Carriers
from qabyldau.outbox.models import Message
from qabyldau.people.models import Office
from qabyldau.ports.delivery import (
    Fault,
    Mail,
    Outcome,
    Receipt,
    RefusedError,
    Report,
    TemporaryFailureError,
)
from tests.flow.conftest import MONDAY
from tests.flow.postman import SMS

MESSAGES, DEATHS = 200, 20
TEN_MINUTES = timedelta(minutes=10)
STEP = timedelta(seconds=1)
REPEATS = 0.001


class KilledError(BaseException):
    """kill -9: nothing after it is done, not even noting the failure."""


@dataclass
class Provider:
    """Until its ten minutes are over it fails, hangs, lies and forgets; what reached a phone is counted."""

    chance: Random
    until: datetime
    now: datetime = MONDAY
    asks_back: bool = True
    deaths: int = DEATHS
    handed: Counter[str] = field(default_factory=Counter)

    def send(self, *said: Mail | str, key: str = "") -> Receipt:
        assert said
        wrong = self._wrong(("down", "busy", "taken, then silent", "taken, then garbage", "lies", "refuses"))
        if wrong in {"down", "busy"}:
            raise TemporaryFailureError(Fault.NO_CONNECTION if wrong == "down" else Fault.BUSY)
        if wrong == "refuses":
            raise RefusedError(Fault.REJECTED)
        if wrong != "lies":
            self.handed[key] += 1
        self._die()
        if wrong.startswith("taken"):
            raise TemporaryFailureError(Fault.NO_ANSWER if wrong.endswith("silent") else Fault.NONSENSE)
        return Receipt(key, reports=True)

    def find(self, _phone: str, *, key: str) -> Report | None:
        if self._wrong(("down",)):
            raise TemporaryFailureError(Fault.NO_ANSWER)
        self._die()
        return Report(key, Outcome.DELIVERED) if self.asks_back and self.handed[key] else None

    def _wrong(self, kinds: tuple[str, ...]) -> str:
        broken = self.now < self.until and self.chance.random() < 0.7
        return self.chance.choice(kinds) if broken else ""

    def _die(self) -> None:
        if self.deaths and self.now < self.until and self.chance.random() < 0.1:
            self.deaths -= 1
            raise KilledError


def put_many(office: Office) -> None:
    owed = [replace(SMS, key=f"many-{count}:sms", address=f"+7700{count:07}") for count in range(MESSAGES)]
    with transaction.atomic():
        outbox.put(office.pk, owed, at=MONDAY)


def live_through(provider: Provider, length: timedelta) -> None:
    """A courier that is started again whenever it is killed, and asks what became of what it sent."""
    carriers = Carriers(mailer=provider, sms=provider)
    while provider.now < MONDAY + length:
        try:
            while outbox.carry_one(carriers, at=provider.now):
                continue
            while reports.ask_one(provider, at=provider.now):
                continue
        except KilledError:
            continue
        provider.now += STEP if queries.due(provider.now + STEP) else timedelta(minutes=1)


@pytest.fixture
def provider() -> Provider:
    return Provider(Random(289), MONDAY + TEN_MINUTES)  # noqa: S311  the same chances every time


def test_nothing_is_lost_and_nothing_comes_twice(office: Office, provider: Provider) -> None:
    put_many(office)
    live_through(provider, timedelta(minutes=40))

    messages = list(Message.objects.all())
    arrived = [one for one in messages if one.delivered_at]
    for_people = set(queries.for_a_person(office.pk))
    assert provider.deaths == 0
    assert {provider.handed[str(one.reference)] for one in arrived} == {1}
    assert not [one for one in messages if not one.delivered_at and one not in for_people]
    assert len(arrived) + len(for_people) == MESSAGES
    repeats = sum(count - 1 for count in provider.handed.values())
    assert repeats / MESSAGES <= REPEATS


def test_who_was_not_reached_is_told_apart_from_who_was(office: Office, provider: Provider) -> None:
    """What the provider refused or swallowed stands before a person, with the reason."""
    put_many(office)
    live_through(provider, timedelta(minutes=40))

    reasons = {one.fault for one in queries.for_a_person(office.pk)}
    assert reasons == {Fault.REJECTED, Fault.LOST}


def test_control_a_provider_that_cannot_be_asked_gets_messages_twice(
    office: Office, provider: Provider
) -> None:
    provider.asks_back = False
    put_many(office)
    live_through(provider, timedelta(minutes=12))

    assert sum(count - 1 for count in provider.handed.values()) / MESSAGES > REPEATS


def test_control_marking_as_sent_before_sending_loses_messages(office: Office, provider: Provider) -> None:
    """What a carrier would be that notes first and calls afterwards: whoever it dies on is never told."""
    put_many(office)
    for message in Message.objects.all():
        message.sent_at, message.receipt = MONDAY, "noted first"
        message.save()
        try:
            provider.send(message.address, message.text, key=str(message.pk))
        except (KilledError, TemporaryFailureError, RefusedError):
            continue

    unsent = [one for one in Message.objects.all() if not provider.handed[str(one.pk)]]
    assert unsent
    assert not queries.for_a_person(office.pk).exists()
