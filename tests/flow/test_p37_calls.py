"""Paragraph 37.4: what the call-centre took without us arrives once, as it was received."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from qabyldau.calls import actions as calls
from qabyldau.calls import queries
from qabyldau.calls.actions import Declared, NumberError, Received
from qabyldau.calls.models import Block
from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.statement import Contact, Statement
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from tests.flow.conftest import moment, statement

DEVICE = UUID("11111111-2222-4333-8444-555555555555")
EIGHT = moment(3, 2, 9)
TOLD = Words(
    kk="Жарық жоқ, өтініштер телефонмен қабылданады.", ru="Нет света, обращения принимают по телефону."
)


@pytest.fixture
def operator(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.OPERATOR)


@pytest.fixture
def block(office: Office, operator: Actor) -> Block:
    return calls.reserve(office, 50, device=DEVICE, by=operator, at=EIGHT)


def said(name: str = "Үлгіова Ақмарал Тестқызы", number: str = "") -> Statement:
    return statement(name, number=number, channel=Channel.CALL_CENTRE, contact=Contact(phone="+77000000001"))


def received(number: int, at: datetime, **changes: str) -> Received:
    return Received(number, said(**changes), at)


@pytest.mark.clause("37")
def test_p37_numbers_given_ahead_belong_to_one_device_only(office: Office, operator: Actor) -> None:
    blocks = [
        calls.reserve(office, 50, device=DEVICE, by=operator, at=EIGHT),
        calls.reserve(office, 20, device=None, by=operator, at=EIGHT),
        calls.reserve(office, 10**6, device=DEVICE, by=operator, at=EIGHT),
    ]

    assert [(one.first, one.last) for one in blocks] == [(1, 50), (51, 70), (71, 270)]


@pytest.mark.clause("37")
def test_p37_what_was_taken_is_registered_with_its_moment_of_receipt(
    office: Office, operator: Actor, block: Block
) -> None:
    entered = calls.take_in(office, received(1, moment(3, 2, 10)), by=operator, at=moment(3, 2, 16))

    appeal = entered.taken.appeal
    assert (appeal.received_at, appeal.registered_on) == (moment(3, 2, 10), date(2026, 3, 2))
    told = journal.about(office.pk, appeal.key).filter(action="take_in").get()
    assert (told.facts["number"], told.citation and told.citation["number"]) == ("T-00001", "37")
    assert block.last == 50


@pytest.mark.clause("37")
def test_p37_received_after_hours_counts_from_the_next_working_day(
    office: Office, operator: Actor, block: Block
) -> None:
    entered = calls.take_in(office, received(1, moment(3, 2, 19)), by=operator, at=moment(3, 3, 10))

    assert entered.taken.appeal.registered_on == date(2026, 3, 3)
    assert block.first == 1


@pytest.mark.clause("37")
def test_p37_the_same_request_twice_is_one_appeal(office: Office, operator: Actor, block: Block) -> None:
    first = calls.take_in(office, received(1, moment(3, 2, 10)), by=operator, at=moment(3, 2, 16))
    # The clock of the device was set right meanwhile: the words are the same.
    again = calls.take_in(office, received(1, moment(3, 2, 10, 5)), by=operator, at=moment(3, 2, 17))

    assert (first.new, again.new, first.taken.pk) == (True, False, again.taken.pk)
    assert Appeal.objects.count() == block.first
    with pytest.raises(NumberError) as refused:
        calls.take_in(office, received(1, moment(3, 2, 10), name="Басқа"), by=operator, at=moment(3, 2, 17))
    assert refused.value.code == "differently"
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize("number", [0, 51, 10**6])
def test_a_number_that_was_never_given_takes_nothing_in(
    office: Office, operator: Actor, block: Block, number: int
) -> None:
    with pytest.raises(NumberError) as refused:
        calls.take_in(office, received(number, EIGHT), by=operator, at=moment(3, 2, 16))

    assert refused.value.code == "unknown"
    assert not Appeal.objects.exists()
    assert block.pk


@pytest.mark.parametrize(
    ("claimed", "kept"),
    [
        (EIGHT - timedelta(days=300), EIGHT),
        (moment(3, 2, 12), moment(3, 2, 12)),
        (moment(3, 9), moment(3, 2, 16)),
    ],
)
def test_a_wrong_clock_moves_no_receipt_out_of_what_is_possible(
    office: Office, operator: Actor, block: Block, claimed: datetime, kept: datetime
) -> None:
    entered = calls.take_in(office, received(1, claimed), by=operator, at=moment(3, 2, 16))

    assert entered.taken.received_at == kept
    assert block.pk


def test_who_takes_no_calls_takes_nothing_in(office: Office, block: Block, head: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        calls.take_in(office, received(1, EIGHT), by=head, at=moment(3, 2, 16))
    with pytest.raises(PermissionDeniedError):
        calls.reserve(office, 5, device=DEVICE, by=head, at=EIGHT)
    assert block.pk


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("T-00017", 17),
        ("т 17", 17),
        ("17", 17),
        ("", None),
        ("T-", None),
        ("seventeen", None),
        ("T-1.5", None),
    ],
)
def test_a_temporary_number_is_read_as_people_type_it(typed: str, number: int | None) -> None:
    assert queries.read(typed) == number


@pytest.mark.clause("37")
def test_p37_an_emergency_is_declared_by_an_act_and_ended(office: Office, head: Actor) -> None:
    declared = Declared("12-Ө", date(2026, 3, 1), date(2026, 3, 2), None, TOLD)
    row = calls.declare_emergency(office, declared, by=head, at=EIGHT)

    assert queries.emergency_on(office.pk, date(2026, 3, 1)) is None
    assert queries.emergency_on(office.pk, date(2026, 5, 1)) == row

    calls.end_emergency(office, row.pk, by=head, at=moment(3, 4))
    assert queries.emergency_on(office.pk, date(2026, 3, 4)) == row
    assert queries.emergency_on(office.pk, date(2026, 3, 5)) is None
    with pytest.raises(UnlawfulError, match="emergency_is_over"):
        calls.end_emergency(office, row.pk, by=head, at=moment(3, 5))


def test_an_emergency_does_not_end_before_it_begins(office: Office, head: Actor, operator: Actor) -> None:
    backwards = Declared("12-Ө", date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 1), TOLD)

    with pytest.raises(UnlawfulError, match="emergency_ends_before_start"):
        calls.declare_emergency(office, backwards, by=head, at=EIGHT)
    with pytest.raises(PermissionDeniedError):
        calls.declare_emergency(office, backwards, by=operator, at=EIGHT)
