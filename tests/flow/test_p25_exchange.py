"""The exchange with e-Otinish: nobody waits for it, nothing is lost in it, nothing is overwritten by it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from qabyldau.exchange import actions, answers, carrying, queries
from qabyldau.exchange.kinds import Decision, Difference, Status
from qabyldau.exchange.models import Exchange, Mismatch
from qabyldau.gateways.eotinish.manual import ManualEOtinish
from qabyldau.gateways.eotinish.simulator.books import Behaviour, BookedEOtinish, Books, Wrong
from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.ports.delivery import RefusedError
from qabyldau.ports.eotinish import (
    Accepted,
    Answer,
    Case,
    Declined,
    GarbageError,
    Registered,
    UnansweredError,
)
from qabyldau.registry import actions as registry
from qabyldau.registry.errors import StaleError
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from tests.flow.conftest import moment, statement

TEN = moment(3, 2, 10)
pytestmark = pytest.mark.clause("25")


class World:
    """A register, its line, and a clock that the test moves."""

    def __init__(self) -> None:
        self.now = TEN
        self.behaviour = Behaviour()
        self.books = Books(self.behaviour, lambda: self.now)
        self.eotinish = BookedEOtinish(self.books)

    def work(self, at: datetime | None = None) -> None:
        """What the background loop does in one round."""
        self.now = at or self.now
        carrying.gather(self.eotinish, at=self.now)
        while carrying.carry_one(self.eotinish, at=self.now):
            pass
        carrying.gather(self.eotinish, at=self.now)

    def work_until(self, end: datetime) -> None:
        while self.now < end:
            self.work(self.now + timedelta(minutes=10))


@pytest.fixture
def world(settings: Settings) -> World:
    settings.EOTINISH_IS_AUTOMATIC = True
    return World()


Register = Callable[..., Appeal]


@pytest.fixture
def register(office: Office, clerk: Actor, world: World) -> Register:
    def make(at: datetime | None = None, **changes: object) -> Appeal:
        return registry.register(office, statement(**changes), by=clerk, at=at or world.now).appeal  # type: ignore[arg-type]

    return make


def way(appeal: Appeal) -> Exchange:
    return Exchange.objects.get(appeal=appeal)


def number(appeal: Appeal) -> str:
    appeal.refresh_from_db()
    return appeal.external_number


def test_p25_an_appeal_gets_its_number_and_the_duty_is_met(
    register: Register, world: World, office: Office
) -> None:
    appeal = register()
    assert [duty.term.appeal for duty in queries.duties(office, TEN)] == [appeal]
    world.work()

    assert number(appeal) == world.books.numbers[way(appeal).key].number
    assert way(appeal).status == Status.ANSWERED
    assert not queries.duties(office, TEN)
    acts = journal.about(office.pk, appeal.key).values_list("action", "actor")
    assert ("send_to_eotinish", "system:eotinish") in acts
    assert ("note_external_number", "system:eotinish") in acts


def test_p25_down_from_ten_to_the_next_day(register: Register, world: World, office: Office) -> None:
    """Talons at once, the duty list right at each hour, an alarm from four, and in the end every number."""
    world.behaviour.is_down = lambda: world.now < moment(3, 3, 11)
    appeals = [register(TEN + timedelta(minutes=20 * count), name=f"Үлгі {count}") for count in range(6)]
    assert [one.number for one in appeals] == [f"ZKO-2026-{count:06}" for count in range(1, 7)]

    world.work_until(moment(3, 2, 15, 50))
    assert len(queries.duties(office, world.now)) == 6
    assert not queries.alarms(office, world.now)
    world.work_until(moment(3, 2, 16))
    assert [alarm.is_late for alarm in queries.alarms(office, world.now)] == [False] * 6
    assert queries.line().fault == "not_connected"

    world.work_until(moment(3, 3, 10, 50))
    assert [alarm.is_late for alarm in queries.alarms(office, world.now)] == [True] * 6
    world.work_until(moment(3, 3, 12, 30))

    assert not queries.duties(office, world.now)
    assert not queries.reconciliation(office.pk).count
    assert len({number(one) for one in appeals}) == 6
    assert all(number(one) == world.books.numbers[way(one).key].number for one in appeals)
    assert queries.line().fault == ""


def test_p25_an_appeal_of_the_evening_alarms_at_once(
    register: Register, office: Office, world: World
) -> None:
    world.now = moment(3, 2, 17)
    register()

    assert len(queries.alarms(office, world.now)) == 1


def test_p25_nothing_is_queued_where_people_carry_by_hand(
    office: Office, clerk: Actor, settings: Settings
) -> None:
    assert settings.EOTINISH_IS_AUTOMATIC is False
    registry.register(office, statement(), by=clerk, at=TEN)

    assert not Exchange.objects.exists()
    assert not carrying.carry_one(ManualEOtinish(), at=TEN)
    assert len(queries.duties(office, TEN)) == 1


def test_p25_registration_costs_one_statement_more_and_none_by_hand(
    register: Register,
    settings: Settings,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    register()
    with django_assert_max_num_queries(100) as automatic:
        register(name="Үлгі 2")
    settings.EOTINISH_IS_AUTOMATIC = False
    with django_assert_max_num_queries(100) as manual:
        register(name="Үлгі 3")

    assert len(automatic) == len(manual) + 1


def test_p25_a_lost_answer_is_asked_for_again(register: Register, world: World) -> None:
    world.behaviour.every[Wrong.LOST] = 1
    appeal = register()
    world.work()
    assert way(appeal).status == Status.SENT

    world.behaviour.every.clear()
    world.work(TEN + timedelta(minutes=31))
    assert number(appeal) == "ЖТ-2026-00000001"
    assert len(world.books.numbers) == 1


def test_p25_an_answer_that_comes_twice_changes_nothing(register: Register, world: World) -> None:
    world.behaviour.every[Wrong.TWICE] = 1
    appeal = register()
    world.work()
    version = Appeal.objects.get(pk=appeal.pk).version
    answers.record(world.books.numbers[way(appeal).key], at=world.now)

    assert Appeal.objects.get(pk=appeal.pk).version == version
    assert not Mismatch.objects.exists()


def test_p25_a_number_of_another_is_never_taken_silently(
    register: Register, world: World, office: Office
) -> None:
    first, second = register(), register(name="Үлгі 2")
    world.behaviour.every[Wrong.SAME_NUMBER] = 2
    world.work()

    assert number(first) == "ЖТ-2026-00000001"
    assert number(second) == ""
    found = queries.reconciliation(office.pk).open
    assert [(one.difference, one.holder, one.theirs) for one in found] == [
        (Difference.ANOTHERS_NUMBER, first, "ЖТ-2026-00000001")
    ]
    assert way(second).status == Status.MISMATCH


def test_p25_another_number_than_the_clerks_waits_for_a_person(
    register: Register, world: World, clerk: Actor
) -> None:
    appeal = register()
    world.behaviour.delay = timedelta(hours=1)
    world.work()
    registry.note_external_number(appeal.pk, number="ЖТ-2026-777", asked=Asked(by=clerk, at=world.now))
    world.work(TEN + timedelta(hours=2))

    assert number(appeal) == "ЖТ-2026-777"
    assert Mismatch.objects.get().difference == Difference.OTHER_NUMBER


def test_p25_an_answer_to_what_nobody_sent_is_shown(register: Register, world: World, office: Office) -> None:
    world.behaviour.every[Wrong.UNKNOWN_KEY] = 1
    register()
    world.work()

    assert [one.difference for one in queries.reconciliation(office.pk).open] == [Difference.UNKNOWN_KEY]


def _differing(register: Register, world: World) -> tuple[Appeal, Appeal, Mismatch]:
    first, second = register(), register(name="Үлгі 2")
    world.behaviour.every[Wrong.SAME_NUMBER] = 2
    world.work()
    world.behaviour.every.clear()
    return first, second, Mismatch.objects.get()


def test_p25_ours_is_kept_and_the_register_is_asked_again(
    register: Register, world: World, clerk: Actor
) -> None:
    first, second, found = _differing(register, world)
    actions.decide(found.pk, decision=Decision.OURS, by=clerk, at=world.now)
    world.work(TEN + timedelta(minutes=5))

    assert (number(first), number(second)) == ("ЖТ-2026-00000001", "ЖТ-2026-00000002")
    with pytest.raises(StaleError):
        actions.decide(found.pk, decision=Decision.THEIRS, by=clerk, at=world.now)


def test_p25_theirs_is_taken_and_the_other_appeal_owes_a_number_again(
    register: Register, world: World, office: Office, clerk: Actor
) -> None:
    first, second, found = _differing(register, world)
    actions.decide(found.pk, decision=Decision.THEIRS, by=clerk, at=world.now)

    assert (number(first), number(second)) == ("", "ЖТ-2026-00000001")
    assert [duty.term.appeal for duty in queries.duties(office, world.now)] == [first]
    kept = journal.about(office.pk, second.key).get(action="settle_exchange")
    assert (kept.facts["decision"], kept.facts["theirs"]) == ("theirs", "ЖТ-2026-00000001")
    assert kept.actor == clerk.label


def test_p25_what_was_set_aside_stays_aside(register: Register, world: World, clerk: Actor) -> None:
    appeal = register()
    world.work()
    lie = Registered(way(appeal).key, "ЖТ-2026-00000666", world.now)
    answers.record(lie, at=world.now)
    actions.decide(Mismatch.objects.get().pk, decision=Decision.OURS, by=clerk, at=world.now)
    answers.record(lie, at=world.now)

    assert Mismatch.objects.filter(decision="").count() == 0
    assert (number(appeal), way(appeal).status) == ("ЖТ-2026-00000001", Status.ANSWERED)


def test_p25_a_number_for_nobody_cannot_be_taken(register: Register, world: World, clerk: Actor) -> None:
    register()
    answers.record(Registered("zko:nobody", "ЖТ-2026-5", world.now), at=world.now)

    with pytest.raises(actions.NobodysNumberError):
        actions.decide(Mismatch.objects.get().pk, decision=Decision.THEIRS, by=clerk, at=world.now)


def test_p25_only_who_may_enter_numbers_decides(
    register: Register, world: World, staff: Callable[..., Actor]
) -> None:
    *_, found = _differing(register, world)

    with pytest.raises(PermissionDeniedError):
        actions.decide(found.pk, decision=Decision.OURS, by=staff(Role.AUDITOR), at=world.now)


def test_p25_two_appeals_under_one_typed_number_are_listed(
    register: Register, world: World, office: Office, clerk: Actor
) -> None:
    pair = [register(), register(name="Үлгі 2")]
    for one in pair:
        registry.note_external_number(one.pk, number="ЖТ-2026-1", asked=Asked(by=clerk, at=world.now))

    assert list(queries.reconciliation(office.pk).shared) == pair


def test_p25_what_a_clerk_entered_there_is_not_sent_a_second_time(
    register: Register, world: World, clerk: Actor
) -> None:
    appeal = register()
    registry.note_external_number(appeal.pk, number="ЖТ-2026-9", asked=Asked(by=clerk, at=world.now))
    world.work()

    assert not world.books.numbers
    assert (way(appeal).status, way(appeal).number) == (Status.ANSWERED, "ЖТ-2026-9")


class Failing(BookedEOtinish):
    """A line with one fault, and how often it was called."""

    def __init__(self, fault: Exception) -> None:
        super().__init__(Books(Behaviour()))
        self.fault = fault
        self.calls = 0

    def register(self, _case: Case, *, key: str) -> Answer:
        assert key
        self.calls += 1
        raise self.fault


def test_p25_a_refusal_is_a_persons_task_and_may_be_sent_again(
    register: Register, world: World, office: Office, clerk: Actor
) -> None:
    appeal = register()
    carrying.carry_one(Failing(RefusedError("soap_client")), at=world.now)
    assert (way(appeal).status, way(appeal).fault) == (Status.GIVEN_UP, "soap_client")
    assert len(queries.duties(office, world.now)) == 1

    actions.send(appeal.pk, by=clerk, at=world.now)
    world.work()
    assert number(appeal)


def test_p25_a_line_that_hangs_is_not_called_for_every_appeal(register: Register, world: World) -> None:
    for count in range(5):
        register(name=f"Үлгі {count}")
    line = Failing(UnansweredError("timed_out"))
    while carrying.carry_one(line, at=world.now):
        pass

    assert line.calls == 1
    assert queries.line().fault == "timed_out"


def test_p25_garbage_is_recorded_and_the_others_go_on(register: Register, world: World) -> None:
    pair = [register(), register(name="Үлгі 2")]
    line = Failing(GarbageError("bad_signature"))
    while carrying.carry_one(line, at=world.now):
        pass

    assert line.calls == 2
    assert {way(one).fault for one in pair} == {"bad_signature"}
    world.work(TEN + timedelta(minutes=1))
    assert all(number(one) for one in pair)


def test_p25_after_three_days_a_person_takes_over(register: Register) -> None:
    appeal = register()
    carrying.carry_one(Failing(UnansweredError("cut_off")), at=TEN + timedelta(hours=72))

    assert way(appeal).status == Status.GIVEN_UP


def test_p25_whoever_dies_between_sending_and_noting_loses_nothing(register: Register, world: World) -> None:
    appeal = register()
    with pytest.raises(ZeroDivisionError):
        carrying.carry_one(Failing(ZeroDivisionError()), at=world.now)
    world.work(TEN + timedelta(minutes=1))

    assert number(appeal)


def test_p25_a_register_that_declines_leaves_it_to_a_person(register: Register, world: World) -> None:
    appeal = register()
    answers.record(Declined(way(appeal).key, "no_iin"), at=world.now)

    assert (way(appeal).status, way(appeal).fault) == (Status.GIVEN_UP, "declined:no_iin")


def test_p25_a_register_that_answers_at_once_is_believed_at_once(register: Register, world: World) -> None:
    class Quick(BookedEOtinish):
        def register(self, case: Case, *, key: str) -> Answer:
            return Accepted(f"ЖТ-{case.number[-1]}-{len(key)}", TEN)

    appeal = register(number="")
    carrying.carry_one(Quick(world.books), at=world.now)

    assert way(appeal).status == Status.ANSWERED
    assert number(appeal).startswith("ЖТ-")


def test_p25_an_appeal_of_before_the_line_may_be_sent(
    office: Office, clerk: Actor, world: World, settings: Settings
) -> None:
    settings.EOTINISH_IS_AUTOMATIC = False
    appeal = registry.register(office, statement(), by=clerk, at=TEN).appeal
    actions.send(appeal.pk, by=clerk, at=TEN)
    with pytest.raises(StaleError):
        actions.send(appeal.pk, by=clerk, at=TEN)
    world.work()

    assert number(appeal)
