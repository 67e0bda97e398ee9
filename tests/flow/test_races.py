"""Many at once: dense numbers, one winner, one appeal a key. Each proof is shown to be able to fail."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.acts import perform
from qabyldau.journal import queries as journal
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.actions import Talon
from qabyldau.registry.errors import StaleError
from qabyldau.registry.models import Appeal
from qabyldau.registry.models import Counter as Numbers
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulMoveError
from qabyldau.review import actions as review
from qabyldau.review.models import Appointment
from qabyldau.schedule.actions import SlotTakenError, take_slot
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, look, statement
from tests.flow.own_database import own_database
from tests.flow.racing import kinds, race

REGISTRATIONS, THREADS = 200, 16
APPLICANTS = 50
TWINS = 20
Staff = Callable[..., Actor]


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """Instead of pytest-django's: a database that threads reach by connections of their own."""
    with django_db_blocker.unblock(), own_database(tmp_path):
        yield


def numbers_of(outcomes: Sequence[Talon | Exception]) -> list[int]:
    return sorted(one.appeal.counter for one in outcomes if isinstance(one, Talon))


def dense(numbers: Sequence[int], count: int) -> bool:
    """1, 2, 3 … without a gap and without a double."""
    return list(numbers) == list(range(1, count + 1))


@pytest.mark.clause("25")
def test_200_registrations_at_once_have_dense_numbers(office: Office, clerk: Actor) -> None:
    def one(number: int) -> Talon:
        return registry.register(office, statement(f"Өтініш Беруші {number}"), by=clerk, at=MONDAY)

    outcomes = race([partial(one, number) for number in range(REGISTRATIONS)], threads=THREADS)

    assert kinds(outcomes) == {"Talon": REGISTRATIONS}
    assert dense(numbers_of(outcomes), REGISTRATIONS)
    assert dense(sorted(Appeal.objects.values_list("counter", flat=True)), REGISTRATIONS)
    assert Message.objects.filter(notice="registered", channel="email").count() == REGISTRATIONS
    found = journal.verified(office.pk)
    assert (found.sound, found.links) == (True, REGISTRATIONS)


def test_control_a_counter_read_and_then_written_gives_a_number_twice(office: Office) -> None:
    """What the number would be without its lock: both read before either writes, and the proof notices."""
    Numbers.objects.create(office=office, series="appeal", year=2026, value=0)
    both_have_read = Barrier(2)

    def naive() -> int:
        last = Numbers.objects.get(office=office).value
        both_have_read.wait()
        Numbers.objects.filter(office=office).update(value=last + 1)
        return last + 1

    numbers = race([naive, naive])

    assert numbers == [1, 1]
    assert not dense(numbers, 2)  # type: ignore[arg-type]  # no exception among them


def test_the_same_key_sent_20_times_at_once_is_one_appeal(office: Office, clerk: Actor) -> None:
    def one() -> Talon:
        return registry.register(office, statement(), by=clerk, at=MONDAY, once="form-1")

    outcomes = race([one] * TWINS)

    assert kinds(outcomes) == {"Talon": TWINS}
    talons = [one for one in outcomes if isinstance(one, Talon)]
    assert len({(talon.appeal.number, talon.secret) for talon in talons}) == 1
    assert Counter(talon.new for talon in talons) == {True: 1, False: TWINS - 1}
    assert Appeal.objects.count() == 1
    assert journal.verified(office.pk).links == 1


def test_control_without_a_key_each_of_them_is_an_appeal(office: Office, clerk: Actor) -> None:
    def one() -> Talon:
        return registry.register(office, statement(), by=clerk, at=MONDAY)

    race([one] * TWINS)

    assert Appeal.objects.count() == TWINS


def test_the_same_act_sent_20_times_at_once_is_done_once(registered: Appeal, staff: Staff) -> None:
    asked = Asked(by=staff(Role.DEPARTMENT), at=MONDAY, once="screen-1", digest="same")

    def one() -> object:
        return perform("screen", registered, {"states_the_matter": True}, asked)

    outcomes = race([one] * TWINS)

    assert kinds(outcomes) == {"NoneType": TWINS - 1, "Screening": 1}
    actions = [entry.action for entry in journal.about(registered.office_id, registered.key)]
    assert actions == ["register", "screen"]


@pytest.fixture
def listed(
    office: Office, day: ReceptionDay, akim: Official, clerk: Actor, department: Actor, head: Actor
) -> list[Appeal]:
    """Fifty people approved for one day of which one hour is left."""
    appeals = [
        registry.register(office, statement(f"Өтініш Беруші {number}"), by=clerk, at=MONDAY).appeal
        for number in range(APPLICANTS)
    ]
    asked = Asked(by=department, at=MONDAY)
    for appeal in appeals:
        look(appeal, department)
        review.take_up(appeal.pk, asked=asked)
        review.submit(appeal.pk, proposed=review.Proposed("Есть.", "receive", akim.pk, day.pk), asked=asked)
        review.approve(appeal.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=Asked(by=head, at=MONDAY))
    review.send_list(day.pk, asked=asked)
    for slot in Slot.objects.filter(place__gt=1):
        take_slot(slot.pk, 10**6 + slot.pk)
    return appeals


def test_the_last_free_hour_goes_to_exactly_one_of_50(listed: list[Appeal], clerk: Actor) -> None:
    last = Slot.objects.get(taken_by=None)
    asked = Asked(by=clerk, at=MONDAY)

    def one(appeal: Appeal) -> Appointment:
        return review.appoint(appeal.pk, slot_id=last.pk, reason="последний час", asked=asked)

    outcomes = race([partial(one, appeal) for appeal in listed])

    assert kinds(outcomes) == {"Appointment": 1, "SlotTakenError": APPLICANTS - 1}
    last.refresh_from_db()
    winner = Appeal.objects.get(state=State.APPOINTED)
    assert last.taken_by == winner.pk
    assert Appointment.objects.count() == 1
    assert Message.objects.filter(notice="appointment", channel="email").count() == 1


def test_control_an_hour_looked_at_and_then_taken_is_given_twice(day: ReceptionDay) -> None:
    """Without the guarded statement both find the hour free, and both are told that it is theirs."""
    hour = day.slots.first()
    assert hour
    both_have_looked = Barrier(2)

    def naive(appeal_id: int) -> Slot:
        slot = Slot.objects.get(pk=hour.pk)
        both_have_looked.wait()
        if slot.taken_by is not None:
            raise SlotTakenError(day.pk)
        Slot.objects.filter(pk=slot.pk).update(taken_by=appeal_id)
        return slot

    assert kinds(race([partial(naive, 1), partial(naive, 2)])) == {"Slot": 2}


def test_an_approval_and_a_return_at_once_have_one_winner(
    on_decision: Appeal, day: ReceptionDay, staff: Staff
) -> None:
    one, other = staff(Role.HEAD_OF_OFFICE, name="head-1"), staff(Role.HEAD_OF_OFFICE, name="head-2")
    seen = on_decision.version

    def approve() -> object:
        asked = Asked(by=one, at=MONDAY, version=seen)
        return review.approve(on_decision.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=asked)

    def send_back() -> object:
        asked = Asked(by=other, at=MONDAY, version=seen)
        return review.send_back(on_decision.pk, motive="Приложите ответ.", asked=asked)

    outcomes = race([approve, send_back])

    assert kinds(outcomes) == {"Decision": 1, "StaleError": 1}
    on_decision.refresh_from_db()
    won_first = not isinstance(outcomes[0], Exception)
    assert on_decision.stage is (State.APPROVED if won_first else State.REVIEW)


def test_two_who_have_not_said_what_they_saw_still_have_one_winner(
    on_decision: Appeal, day: ReceptionDay, staff: Staff
) -> None:
    """Without a version the law itself stops the second: from the new state the move does not exist."""

    def approve(name: str) -> object:
        asked = Asked(by=staff_by[name], at=MONDAY)
        return review.approve(on_decision.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=asked)

    staff_by = {name: staff(Role.HEAD_OF_OFFICE, name=name) for name in ("head-1", "head-2")}

    outcomes = race([partial(approve, name) for name in staff_by])

    assert kinds(outcomes) == {"Decision": 1, "UnlawfulMoveError": 1}
    assert any(isinstance(one, UnlawfulMoveError) for one in outcomes)


def test_control_a_state_read_and_then_written_has_two_winners(on_decision: Appeal) -> None:
    """Without the lock and the version both find the state they need, and the last one overwrites."""
    both_have_read = Barrier(2)

    def naive(target: State) -> State:
        appeal = Appeal.objects.get(pk=on_decision.pk)
        both_have_read.wait()
        if appeal.stage is not State.DECISION:
            raise StaleError(appeal.number)
        Appeal.objects.filter(pk=appeal.pk).update(state=target)
        return target

    assert kinds(race([partial(naive, State.APPROVED), partial(naive, State.REVIEW)])) == {"State": 2}
