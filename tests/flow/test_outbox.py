"""What leaves the building: once, later when the other side is down, to a person when it never goes."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from qabyldau.journal import queries as journal
from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as messages
from qabyldau.outbox.actions import Owed, SettledError
from qabyldau.outbox.carrying import carry
from qabyldau.outbox.kinds import Channel, Stand
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.ports.delivery import Enclosure, Fault, RefusedError, TemporaryFailureError
from tests.flow.conftest import MONDAY, moment
from tests.flow.postman import LETTER, SMS, Side, carriers, put

NIGHT, MORNING = moment(3, 2, 22), moment(3, 3, 8)


@pytest.fixture
def waiting(office: Office) -> Message:
    return put(office, LETTER)


@pytest.fixture
def sms(office: Office) -> Message:
    return put(office, SMS)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_put_outside_a_transaction(office: Office) -> None:
    with pytest.raises(RuntimeError, match="never happened"):
        outbox.put(office.pk, [LETTER], at=MONDAY)


def test_a_message_is_carried_once(waiting: Message) -> None:
    side = Side()

    assert outbox.carry_one(carriers(side), at=MONDAY)
    assert not outbox.carry_one(carriers(side), at=MONDAY + timedelta(days=1))
    waiting.refresh_from_db()
    assert (side.taken, waiting.receipt, waiting.stand) == (["k:email"], "id-k:email", Stand.SENT)


def test_a_failed_message_waits_and_is_tried_again(waiting: Message) -> None:
    side = Side(TemporaryFailureError(Fault.BUSY))

    assert outbox.carry_one(carriers(side), at=MONDAY)
    assert not outbox.carry_one(carriers(side), at=MONDAY + timedelta(minutes=4))
    assert outbox.carry_one(carriers(side), at=MONDAY + timedelta(minutes=5))
    assert side.taken == [waiting.key]


def test_tries_come_at_once_then_48_times_in_five_minutes_then_hourly_for_three_days(
    waiting: Message,
) -> None:
    tries: list[timedelta] = []
    at = MONDAY
    while not Message.objects.filter(given_up_at__isnull=False).exists():
        assert outbox.carry_one(carriers(Side(TemporaryFailureError(Fault.BUSY))), at=at)
        tries.append(at - MONDAY)
        waiting.refresh_from_db()
        at = waiting.next_try_at

    often = [timedelta(minutes=5 * count) for count in range(49)]
    hourly = [timedelta(hours=4 + count) for count in range(1, 69)]
    assert tries == [*often, *hourly]
    assert tries[-1] == timedelta(hours=72)


def test_a_provider_that_asks_for_more_time_gets_it(waiting: Message) -> None:
    later = TemporaryFailureError(Fault.BUSY, after=timedelta(minutes=30))
    outbox.carry_one(carriers(Side(later)), at=MONDAY)

    waiting.refresh_from_db()
    assert waiting.next_try_at == MONDAY + timedelta(minutes=30)


def test_a_refused_message_becomes_a_persons_task(waiting: Message, office: Office, clerk: Actor) -> None:
    outbox.carry_one(carriers(Side(RefusedError(Fault.NO_SUCH_ADDRESS))), at=MONDAY)

    assert list(messages.for_a_person(office.pk)) == [waiting]
    assert messages.for_a_person(office.pk).get().fault == Fault.NO_SUCH_ADDRESS
    outbox.hand_over(waiting.pk, receipt="жеке тапсырылды", by=clerk, at=MONDAY)
    assert not messages.for_a_person(office.pk).exists()


def test_after_three_days_of_failures_a_person_takes_over(waiting: Message, office: Office) -> None:
    late = MONDAY + timedelta(hours=72)
    outbox.carry_one(carriers(Side(TemporaryFailureError(Fault.NO_CONNECTION))), at=late)

    assert list(messages.for_a_person(office.pk)) == [waiting]
    assert [one.action for one in journal.about(office.pk, "appeal:1")] == ["letter_given_up"]


def test_the_lease_lets_another_carrier_take_what_a_dead_one_held(waiting: Message) -> None:
    """A fault that the port does not know stands for kill -9 between claiming and noting."""
    with pytest.raises(ZeroDivisionError):
        outbox.carry_one(carriers(Side(ZeroDivisionError())), at=MONDAY)
    side = Side()

    assert not outbox.carry_one(carriers(side), at=MONDAY + timedelta(minutes=1))
    assert outbox.carry_one(carriers(side), at=MONDAY + timedelta(minutes=2))
    assert side.taken == [waiting.key]


def test_a_message_that_kills_every_carrier_is_given_up(waiting: Message, office: Office) -> None:
    Message.objects.filter(pk=waiting.pk).update(attempts=200)

    outbox.carry_one(carriers(Side()), at=MONDAY)
    assert messages.for_a_person(office.pk).get().fault == Fault.DIED


def test_the_same_key_is_not_put_twice(waiting: Message, office: Office) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        outbox.put(office.pk, [LETTER], at=MONDAY)
    assert Message.objects.get() == waiting


def test_before_a_second_try_the_provider_is_asked_whether_it_has_the_message(sms: Message) -> None:
    """It took the message and fell silent: asked again it knows, and the person gets one SMS, not two."""
    side = Side(silent_after_taking=True)
    outbox.carry_one(carriers(side), at=MONDAY)
    outbox.carry_one(carriers(side), at=MONDAY + timedelta(minutes=5))

    sms.refresh_from_db()
    assert (sms.stand, side.taken) == (Stand.SENT, [str(sms.reference)])


@pytest.mark.usefixtures("sms")
def test_control_without_asking_it_would_come_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    side = Side(silent_after_taking=True)
    monkeypatch.setattr(side, "find", lambda _phone, key: None)  # noqa: ARG005
    outbox.carry_one(carriers(side), at=MONDAY)
    outbox.carry_one(carriers(side), at=MONDAY + timedelta(minutes=5))

    assert len(side.taken) == 2
    assert len(set(side.taken)) == 1


def test_each_way_is_carried_by_itself(waiting: Message, sms: Message) -> None:
    side = Side()
    while carry(carriers(side), at=MONDAY, channels=[Channel.EMAIL]) != "nothing":
        pass

    waiting.refresh_from_db()
    sms.refresh_from_db()
    assert (waiting.stand, sms.stand) == (Stand.SENT, Stand.WAITING)


def test_no_phone_rings_at_night_and_letters_go(sms: Message, waiting: Message) -> None:
    side = Side()
    while outbox.carry_one(carriers(side), at=NIGHT):
        pass

    sms.refresh_from_db()
    assert (side.taken, sms.stand, sms.next_try_at) == ([waiting.key], Stand.QUIET, MORNING)
    assert not outbox.carry_one(carriers(side), at=MORNING - timedelta(minutes=1))
    assert outbox.carry_one(carriers(side), at=MORNING)
    sms.refresh_from_db()
    assert (sms.stand, sms.attempts) == (Stand.SENT, 1)


def test_what_is_urgent_knows_no_night(office: Office) -> None:
    urgent = put(office, SMS, urgent=True)
    outbox.carry_one(carriers(Side()), at=NIGHT)

    urgent.refresh_from_db()
    assert urgent.stand is Stand.SENT


@pytest.mark.parametrize(
    ("since", "until", "at", "held"),
    [
        (time(21), time(8), moment(3, 2, 20, 59), None),
        (time(21), time(8), moment(3, 2, 21), moment(3, 3, 8)),
        (time(21), time(8), moment(3, 3, 7, 59), moment(3, 3, 8)),
        (time(21), time(8), moment(3, 3, 8), None),
        (time(12), time(14), moment(3, 2, 13), moment(3, 2, 14)),
        (time(0), time(0), moment(3, 2, 3), None),
    ],
)
def test_the_quiet_hours_are_the_offices_own(
    office: Office,
    sms: Message,
    staff: Callable[..., Actor],
    since: time,
    until: time,
    at: datetime,
    held: datetime | None,
) -> None:
    outbox.set_quiet_hours(office.pk, since, until, by=staff(Role.ADMIN), at=MONDAY)
    outbox.carry_one(carriers(Side()), at=at)

    sms.refresh_from_db()
    assert (sms.next_try_at if sms.stand is Stand.QUIET else None) == held


def test_only_the_administrator_sets_quiet_hours(office: Office, clerk: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        outbox.set_quiet_hours(office.pk, time(21), time(8), by=clerk, at=MONDAY)


def test_a_paper_goes_with_the_letter_that_has_one(office: Office) -> None:
    put(office, LETTER, paper_id=7)
    side = Side()
    outbox.carry_one(carriers(side, Enclosure("04-12.pdf", b"%PDF-")), at=MONDAY)

    assert side.mails[0].enclosure == Enclosure("04-12.pdf", b"%PDF-")


def test_a_wrong_address_is_corrected_and_the_words_go_again(
    waiting: Message, office: Office, clerk: Actor
) -> None:
    outbox.carry_one(carriers(Side(RefusedError(Fault.NO_SUCH_ADDRESS))), at=MONDAY)
    again = outbox.resend(waiting.pk, address="durys@example.org", by=clerk, at=MONDAY)

    waiting.refresh_from_db()
    assert (waiting.stand, waiting.settled_by) == (Stand.SETTLED, clerk.label)
    assert (again.replaces, again.text, again.stand) == (waiting, waiting.text, Stand.WAITING)
    assert not messages.for_a_person(office.pk).exists()
    entry = journal.about(office.pk, "appeal:1").last()
    assert entry is not None
    assert (entry.action, entry.actor, entry.facts["reason"]) == (
        "resend",
        clerk.label,
        Fault.NO_SUCH_ADDRESS,
    )
    assert "durys@example.org" not in str(entry.facts)


def test_it_goes_again_as_often_as_it_must(waiting: Message, clerk: Actor) -> None:
    keys = []
    for _ in range(3):
        outbox.carry_one(carriers(Side(RefusedError(Fault.FULL))), at=MONDAY)
        waiting = outbox.resend(waiting.pk, address="a@example.org", by=clerk, at=MONDAY)
        keys.append(waiting.key)

    assert keys == ["k:email-2", "k:email-3", "k:email-4"]
    assert waiting.stem == "k"


def test_two_clerks_do_not_send_it_twice(waiting: Message, clerk: Actor) -> None:
    outbox.carry_one(carriers(Side(RefusedError(Fault.FULL))), at=MONDAY)
    outbox.resend(waiting.pk, address="a@example.org", by=clerk, at=MONDAY)

    with pytest.raises(SettledError):
        outbox.resend(waiting.pk, address="b@example.org", by=clerk, at=MONDAY)
    with pytest.raises(SettledError):
        outbox.hand_over(waiting.pk, receipt="жеке", by=clerk, at=MONDAY)


def test_what_is_still_on_its_way_is_not_sent_anew(waiting: Message, clerk: Actor) -> None:
    with pytest.raises(SettledError):
        outbox.resend(waiting.pk, address="a@example.org", by=clerk, at=MONDAY)


def test_who_may_not_hand_over_may_not_resend(waiting: Message, head: Actor) -> None:
    outbox.carry_one(carriers(Side(RefusedError(Fault.FULL))), at=MONDAY)

    with pytest.raises(PermissionDeniedError):
        outbox.resend(waiting.pk, address="a@example.org", by=head, at=MONDAY)
    with pytest.raises(PermissionDeniedError):
        outbox.hand_over(waiting.pk, receipt="жеке", by=head, at=MONDAY)


def test_the_history_counts_what_repeats_itself(waiting: Message, clerk: Actor) -> None:
    busy = TemporaryFailureError(Fault.BUSY)
    for minutes in (0, 5, 10):
        outbox.carry_one(carriers(Side(busy)), at=MONDAY + timedelta(minutes=minutes))
    outbox.carry_one(carriers(Side(RefusedError(Fault.FULL))), at=MONDAY + timedelta(minutes=15))
    outbox.hand_over(waiting.pk, receipt="телефонмен", by=clerk, at=MONDAY + timedelta(hours=1))

    lines = [(one.step, one.code, one.count, one.by) for one in messages.history(waiting)]
    assert lines == [
        ("failed", "busy", 3, ""),
        ("given_up", "full", 1, ""),
        ("handed_over", "", 1, clerk.label),
    ]


def test_the_overview_counts_each_way_as_each_message_stands(office: Office) -> None:
    put(office, LETTER)
    failing = Owed(**{name: getattr(LETTER, name) for name in Owed.__slots__} | {"key": "f:email"})
    put(office, failing)
    put(office, SMS)
    outbox.carry_one(carriers(Side()), at=MONDAY)
    outbox.carry_one(carriers(Side(TemporaryFailureError(Fault.SIGN_IN))), at=MONDAY)

    found = {one.channel: one for one in messages.overview(office.pk, MONDAY)}
    for stand in Stand:
        rows = {message.pk for message in messages.standing(office.pk, stand)}
        assert rows == {one.pk for one in Message.objects.all() if one.stand == stand}
    assert found[Channel.EMAIL].counts[Stand.SENT] == 1
    assert (found[Channel.EMAIL].fault, found[Channel.EMAIL].oldest) == (Fault.SIGN_IN, MONDAY)
    assert found[Channel.SMS].counts[Stand.WAITING] == 1
