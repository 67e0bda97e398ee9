"""The list of a day and its hours: order of the law, capacity, reasons, no hour twice."""

from collections.abc import Callable
from datetime import date, time

import pytest

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Wish
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.review.models import Appointment, ListEntry
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries as slots
from qabyldau.schedule.actions import DayError, Plan, SlotTakenError
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, RECEPTION, look, moment, statement
from tests.flow.posting import posted


@pytest.fixture
def approve(
    office: Office, day: ReceptionDay, clerk: Actor, department: Actor, head: Actor
) -> Callable[..., Appeal]:
    """An appeal carried to the head's approval for the day; minutes set the order of registration."""

    def carry(minute: int, **wish: object) -> Appeal:
        said = statement(f"Адам {minute}", wish=Wish(**wish), number="")  # type: ignore[arg-type]
        appeal = registry.register(office, said, by=clerk, at=moment(3, 2, 10, minute)).appeal
        look(appeal, department)
        asked = Asked(by=department, at=MONDAY)
        review.take_up(appeal.pk, asked=asked)
        proposed = review.Proposed("Факты.", Proposal.RECEIVE, day.official_id, day.pk)
        review.submit(appeal.pk, proposed=proposed, asked=asked)
        review.approve(appeal.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=Asked(by=head, at=MONDAY))
        return appeal

    return carry


@pytest.mark.clause("11")
def test_p11_a_proven_standing_goes_ahead_and_an_unproven_one_does_not(
    approve: Callable[..., Appeal], day: ReceptionDay, department: Actor
) -> None:
    first, claimed = approve(1), approve(2, standing=Standing.PREGNANT)
    proven = approve(3, standing=Standing.WAR_VETERAN, standing_proof="удостоверение № 1")
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))

    entries = list(ListEntry.objects.values_list("appeal_id", "reason"))
    assert entries == [(proven.pk, "war_veteran"), (first.pk, "in_order"), (claimed.pk, "in_order")]


@pytest.mark.clause("28")
def test_p28_who_does_not_fit_is_carried_over_in_order(
    approve: Callable[..., Appeal], day: ReceptionDay, department: Actor, clerk: Actor
) -> None:
    appeals = [approve(minute) for minute in range(6)]
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    done = review.distribute(day.pk, asked=Asked(by=clerk, at=MONDAY))

    assert [one.appeal_id for one in done.appointed] == [appeal.pk for appeal in appeals[:4]]
    assert [appeal.pk for appeal in done.carried] == [appeal.pk for appeal in appeals[4:]]
    assert slots.free_slots(day.pk) == []


@pytest.mark.clause("28")
def test_p28_the_carried_over_come_first_on_the_officials_next_day(
    approve: Callable[..., Appeal], office: Office, day: ReceptionDay, department: Actor, clerk: Actor
) -> None:
    appeals = [approve(minute) for minute in range(6)]
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    review.distribute(day.pk, asked=Asked(by=clerk, at=MONDAY))
    place = Words(kk="бөлме", ru="кабинет")
    plan = Plan(day.official_id, RECEPTION.replace(day=27), time(15), 15, 4, place)
    later = posted(office, plan, by=clerk, at=MONDAY)

    done = review.distribute(later.pk, asked=Asked(by=clerk, at=MONDAY))

    assert [one.appeal_id for one in done.appointed] == [appeal.pk for appeal in appeals[4:]]
    assert done.carried == ()


@pytest.mark.clause("28")
def test_p28_out_of_order_only_with_a_reason(
    approve: Callable[..., Appeal], day: ReceptionDay, department: Actor, clerk: Actor
) -> None:
    approve(1)
    second = approve(2)
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    slot, asked = slots.free_slots(day.pk)[0], Asked(by=clerk, at=MONDAY)

    with pytest.raises(UnlawfulError, match="out_of_order_without_reason"):
        review.appoint(second.pk, slot_id=slot.pk, asked=asked)
    given = review.appoint(second.pk, slot_id=slot.pk, reason="Ауылдан келеді.", asked=asked)

    assert given.reason == "Ауылдан келеді."


@pytest.mark.clause("27")
def test_p27_nobody_undecided_stands_on_the_list(
    approve: Callable[..., Appeal], registered: Appeal, day: ReceptionDay, department: Actor, clerk: Actor
) -> None:
    asked = Asked(by=department, at=MONDAY)
    with pytest.raises(UnlawfulError, match="not_decided"):
        review.send_list(day.pk, asked=asked)
    approve(1)
    review.send_list(day.pk, asked=asked)

    with pytest.raises(UnlawfulError, match="not_on_the_list"):
        review.appoint(
            registered.pk, slot_id=slots.free_slots(day.pk)[0].pk, asked=Asked(by=clerk, at=MONDAY)
        )


def test_a_taken_hour_is_not_given_twice(
    approve: Callable[..., Appeal], day: ReceptionDay, department: Actor, clerk: Actor
) -> None:
    first, second = approve(1), approve(2)
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    slot, asked = slots.free_slots(day.pk)[0], Asked(by=clerk, at=MONDAY)
    review.appoint(first.pk, slot_id=slot.pk, asked=asked)

    with pytest.raises(SlotTakenError):
        review.appoint(second.pk, slot_id=slot.pk, asked=asked)
    second.refresh_from_db()
    assert second.state == "approved"
    assert Appointment.objects.count() == 1


@pytest.mark.clause("2")
def test_p2_only_who_has_the_authority_is_given_a_day(office: Office, akim: Official, clerk: Actor) -> None:
    akim.until = RECEPTION.replace(day=18)
    akim.save()
    plan = Plan(akim.pk, RECEPTION, time(15), 15, 4, Words(kk="бөлме", ru="кабинет"))
    with pytest.raises(UnlawfulError, match="no_authority"):
        schedule.plan_day(office, plan, by=clerk, at=MONDAY)

    akim.until = RECEPTION
    akim.save()
    assert schedule.plan_day(office, plan, by=clerk, at=MONDAY).slots.count() == 4


@pytest.mark.clause("12")
def test_p12_video_is_for_the_akim_and_deputies(
    office: Office, department_head: Official, clerk: Actor
) -> None:
    plan = Plan(department_head.pk, RECEPTION, time(15), 15, 4, Words(kk="бөлме", ru="кабинет"), Mode.VIDEO)
    with pytest.raises(UnlawfulError, match="video_by_whom"):
        schedule.plan_day(office, plan, by=clerk, at=MONDAY)


@pytest.mark.parametrize(
    ("on", "code"),
    [(RECEPTION.replace(day=23), "day_off"), (RECEPTION.replace(day=1), "past"), (RECEPTION, "twice")],
)
def test_a_day_that_cannot_be_is_refused(
    office: Office,
    akim: Official,
    clerk: Actor,
    day: ReceptionDay,
    on: date,
    code: str,
) -> None:
    plan = Plan(akim.pk, on, time(15), 15, 4, Words(kk="бөлме", ru="кабинет"))
    with pytest.raises(DayError, match=code):
        schedule.plan_day(office, plan, by=clerk, at=MONDAY)
    assert Slot.objects.count() == day.slot_count
