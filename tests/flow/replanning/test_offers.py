"""Hours offered and held: chosen, declined, given by the rule; freed ones go along the line of the law."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.replanning.models import Offer
from qabyldau.review import actions as review
from qabyldau.review.kinds import Why
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.actions import SlotTakenError, take_slot
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, RECEPTION, moment
from tests.flow.replanning.conftest import NEXT, Approve, distributed, fresh, hours_of

TUESDAY = moment(3, 3)


@pytest.fixture
def carried(
    approve: Approve, day: ReceptionDay, next_day: ReceptionDay, department: Actor, clerk: Actor
) -> list[Appeal]:
    """Six people for a day of four hours: two of them were carried over; the next day has four hours."""
    assert next_day.pk
    appeals = [approve(minute) for minute in range(6)]
    distributed(day, department, clerk)
    return fresh(appeals)


@pytest.fixture
def offered(carried: list[Appeal], day: ReceptionDay, clerk: Actor) -> list[Appeal]:
    assert len(carried) > len(schedule.slots(day.pk))
    return replanning.offer_carried(day.pk, asked=Asked(by=clerk, at=TUESDAY))


def applicant(appeal: Appeal) -> Actor:
    return Actor.applicant(appeal.office_id, appeal.pk)


def offer_of(appeal: Appeal) -> Offer:
    found = queries.open_offer(appeal)
    assert found
    return found


def slots_of(appeal: Appeal) -> list[Slot]:
    return [hour.slot for hour in offer_of(appeal).hours.all()]


@pytest.mark.clause("28")
def test_p28_who_was_carried_over_is_offered_hours_of_the_next_day_in_order(
    carried: list[Appeal], offered: list[Appeal], next_day: ReceptionDay
) -> None:
    first, second = carried[4:]

    assert [appeal.pk for appeal in offered] == [first.pk, second.pk]
    assert [slot.place for slot in slots_of(first)] == [1, 3]
    assert [slot.place for slot in slots_of(second)] == [2, 4]
    assert schedule.free_slots(next_day.pk) == []
    letters = Message.objects.filter(notice="offer", channel="email")
    assert {message.about for message in letters} == {first.key, second.key}


def test_a_held_hour_is_given_to_nobody_else(offered: list[Appeal], carried: list[Appeal]) -> None:
    with pytest.raises(SlotTakenError):
        take_slot(slots_of(offered[0])[0].pk, carried[0].pk)


def test_the_choice_is_made_on_the_site_and_the_rest_is_free(
    offered: list[Appeal], next_day: ReceptionDay
) -> None:
    chosen = slots_of(offered[0])[1]
    asked = Asked(by=applicant(offered[0]), at=TUESDAY + timedelta(hours=1))

    replanning.take_offered(offered[0].pk, slot_id=chosen.pk, asked=asked)

    assert hours_of(offered[:1]) == [(NEXT, "15:30")]
    assert offered[0].stage is State.APPOINTED
    assert [slot.place for slot in schedule.free_slots(next_day.pk)] == [1]


def test_the_choice_is_made_by_phone_through_an_operator(offered: list[Appeal], operator: Actor) -> None:
    chosen = slots_of(offered[0])[0]

    replanning.take_offered(offered[0].pk, slot_id=chosen.pk, asked=Asked(by=operator, at=TUESDAY))

    assert hours_of(offered[:1]) == [(NEXT, "15:00")]


@pytest.mark.clause("28")
def test_p28_silence_gives_the_first_hour_by_the_order(offered: list[Appeal], office: Office) -> None:
    replanning.tick(office, moment(3, 6))

    assert hours_of(offered) == [(NEXT, "15:00"), (NEXT, "15:15")]
    assert Message.objects.filter(notice="appointment", about=offered[0].key).exists()
    assert not queries.open_offer(offered[0])


def test_the_term_of_an_offer_runs_in_working_hours_only(offered: list[Appeal]) -> None:
    """Twelve hours of work from Tuesday 11:00: two hours and four on Tuesday, six more on Wednesday."""
    assert offer_of(offered[0]).until == moment(3, 4, 16, 30)


@pytest.mark.clause("29")
def test_p29_asking_does_not_put_the_answer_off(
    carried: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    """The answer is due on the 17th of March: the offer of the day before ends on that day at the latest."""
    replanning.offer_carried(day.pk, asked=Asked(by=clerk, at=moment(3, 17, 11)))

    assert offer_of(carried[4]).until <= moment(3, 17, 18, 30)


@pytest.mark.clause("29")
def test_p29_when_there_is_no_time_to_ask_the_hour_is_given(
    carried: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    replanning.offer_carried(day.pk, asked=Asked(by=clerk, at=moment(3, 17, 17)))

    assert hours_of(carried[4:]) == [(NEXT, "15:00"), (NEXT, "15:15")]


@pytest.mark.parametrize("code", ["hour_not_offered", "offer_term_over", "no_open_offer"])
def test_a_choice_that_cannot_be_is_refused_with_the_clause(
    code: str, offered: list[Appeal], carried: list[Appeal]
) -> None:
    mine, others = slots_of(offered[0])[0], slots_of(offered[1])[0]
    who, slot, at = {
        "hour_not_offered": (offered[0], others, TUESDAY),
        "offer_term_over": (offered[0], mine, moment(3, 10)),
        "no_open_offer": (carried[0], mine, TUESDAY),
    }[code]

    with pytest.raises(UnlawfulError, match=code) as found:
        replanning.take_offered(who.pk, slot_id=slot.pk, asked=Asked(by=applicant(who), at=at))
    assert found.value.citation
    assert found.value.citation.number == "28"


def test_nobody_answers_for_somebody_else(offered: list[Appeal]) -> None:
    slot = slots_of(offered[0])[0]

    with pytest.raises(PermissionDeniedError):
        replanning.take_offered(
            offered[0].pk, slot_id=slot.pk, asked=Asked(by=applicant(offered[1]), at=TUESDAY)
        )


def test_who_declines_keeps_the_place_in_the_line(
    offered: list[Appeal], day: ReceptionDay, next_day: ReceptionDay, clerk: Actor
) -> None:
    replanning.decline_offer(offered[0].pk, asked=Asked(by=applicant(offered[0]), at=TUESDAY))

    assert offered[0].stage is State.APPROVED
    assert [slot.place for slot in schedule.free_slots(next_day.pk)] == [1, 3]
    again = replanning.offer_carried(day.pk, asked=Asked(by=clerk, at=TUESDAY))
    assert [appeal.pk for appeal in again] == [offered[0].pk]


@pytest.mark.clause("28")
def test_p28_a_cancelled_hour_is_offered_to_the_first_in_the_line(carried: list[Appeal]) -> None:
    first = carried[0]

    replanning.release(first.pk, why=Why.APPLICANT, asked=Asked(by=applicant(first), at=TUESDAY))

    assert fresh([first])[0].stage is State.WAITING
    assert first.reception_at is None
    assert [slot.place for slot in slots_of(carried[4])] == [1]
    assert not queries.open_offer(carried[5])
    assert Message.objects.filter(notice="hour_cancelled", about=first.key, channel="email").exists()


@pytest.mark.clause("11")
def test_p11_who_is_out_of_turn_is_offered_first(
    approve: Approve, day: ReceptionDay, department: Actor, clerk: Actor
) -> None:
    appeals = [approve(minute) for minute in range(5)]
    distributed(day, department, clerk)
    veteran = approve(6, standing=Standing.WAR_VETERAN, standing_proof="удостоверение № 1")
    distributed(day, department, clerk)

    replanning.release(appeals[2].pk, why=Why.APPLICANT, asked=Asked(by=applicant(appeals[2]), at=TUESDAY))

    assert [slot.place for slot in slots_of(veteran)] == [3]
    assert not queries.open_offer(appeals[4])


@pytest.mark.clause("28")
def test_p28_a_declined_hour_goes_on_and_comes_back_to_nobody(carried: list[Appeal], office: Office) -> None:
    first, fifth, sixth = carried[0], carried[4], carried[5]
    replanning.release(first.pk, why=Why.APPLICANT, asked=Asked(by=applicant(first), at=TUESDAY))
    freed = slots_of(fifth)[0]

    replanning.decline_offer(fifth.pk, asked=Asked(by=applicant(fifth), at=TUESDAY))
    replanning.tick(office, TUESDAY + timedelta(minutes=10))
    assert slots_of(sixth) == [freed]
    replanning.tick(office, moment(3, 10))

    assert not Offer.objects.filter(state="open").exists()
    assert fresh([sixth])[0].stage is State.APPROVED


def test_who_wished_an_earlier_hour_gets_it_and_frees_their_own(
    carried: list[Appeal], office: Office
) -> None:
    first, fourth = carried[0], carried[3]
    replanning.wish_earlier(fourth.pk, asked=Asked(by=applicant(fourth), at=TUESDAY))

    replanning.release(first.pk, why=Why.APPLICANT, asked=Asked(by=applicant(first), at=TUESDAY))
    offered = slots_of(fourth)[0]
    replanning.take_offered(fourth.pk, slot_id=offered.pk, asked=Asked(by=applicant(fourth), at=TUESDAY))
    replanning.tick(office, TUESDAY)

    assert hours_of([fourth]) == [(RECEPTION, "15:00")]
    # Who cancelled has kept the place in the order: the hour that is free now is theirs to take first.
    assert [slot.place for slot in slots_of(first)] == [4]


def test_a_withdrawn_appeal_passes_its_hour_on(carried: list[Appeal]) -> None:
    registry.withdraw(carried[1].pk, asked=Asked(by=applicant(carried[1]), at=TUESDAY))

    assert [slot.place for slot in slots_of(carried[4])] == [2]


def test_an_hour_too_near_to_ask_about_is_offered_to_nobody(carried: list[Appeal]) -> None:
    at = moment(3, 19, 11, 30)

    replanning.release(carried[0].pk, why=Why.APPLICANT, asked=Asked(by=applicant(carried[0]), at=at))

    assert not Offer.objects.exists()


def test_they_confirm_once(carried: list[Appeal]) -> None:
    asked = Asked(by=applicant(carried[0]), at=TUESDAY)

    for _ in range(2):
        row = replanning.confirm(carried[0].pk, asked=asked)

    assert queries.is_confirmed(row)


@pytest.mark.clause("28")
def test_p28_another_time_once_and_only_a_later_one(carried: list[Appeal], next_day: ReceptionDay) -> None:
    first, asked = carried[0], Asked(by=applicant(carried[0]), at=TUESDAY)
    later = schedule.free_slots(next_day.pk)

    replanning.move_hour(first.pk, slot_id=later[2].pk, why=Why.APPLICANT, asked=asked)

    assert hours_of([first]) == [(NEXT, "15:30")]
    assert [slot.place for slot in slots_of(carried[4])] == [1]
    with pytest.raises(UnlawfulError, match="another_time_once"):
        replanning.move_hour(first.pk, slot_id=later[3].pk, why=Why.APPLICANT, asked=asked)
    with pytest.raises(UnlawfulError, match="only_later_hours"):
        replanning.move_hour(first.pk, slot_id=later[1].pk, why=Why.APPLICANT, asked=asked)


@pytest.mark.clause("28")
def test_p28_the_office_moves_an_hour_only_with_a_reason(
    carried: list[Appeal], next_day: ReceptionDay, clerk: Actor
) -> None:
    slot, asked = schedule.free_slots(next_day.pk)[0], Asked(by=clerk, at=TUESDAY)

    with pytest.raises(UnlawfulError, match="change_without_reason"):
        replanning.move_hour(carried[0].pk, slot_id=slot.pk, why=Why.OFFICE, asked=asked)
    row = replanning.move_hour(
        carried[0].pk, slot_id=slot.pk, why=Why.OFFICE, reason="Ремонт зала.", asked=asked
    )

    assert row.reason == "Ремонт зала."
    letter = Message.objects.get(notice="moved", about=carried[0].key, channel="email")
    assert "Ремонт зала." in letter.text


def test_an_hour_in_the_past_is_given_to_nobody(carried: list[Appeal], clerk: Actor) -> None:
    slot, asked = Slot.objects.get(day__on=NEXT, place=1), Asked(by=clerk, at=moment(3, 27))

    with pytest.raises(UnlawfulError, match="hour_has_passed") as found:
        review.appoint(carried[4].pk, slot_id=slot.pk, reason="Просьба.", asked=asked)
    assert found.value.citation


def test_the_clerk_offers_up_to_three_hours_to_one_person(
    carried: list[Appeal], next_day: ReceptionDay, clerk: Actor
) -> None:
    free = [slot.pk for slot in schedule.free_slots(next_day.pk)]
    asked = Asked(by=clerk, at=MONDAY)

    with pytest.raises(UnlawfulError, match="offer_how_many"):
        replanning.offer_hours(carried[4].pk, slot_ids=free, asked=asked)
    replanning.offer_hours(carried[4].pk, slot_ids=free[:3], asked=asked)

    assert len(slots_of(carried[4])) == 3
    with pytest.raises(UnlawfulError, match="offer_is_open"):
        replanning.offer_hours(carried[4].pk, slot_ids=free[3:], asked=asked)
