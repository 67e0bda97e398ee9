"""Restrictive measures: all inside by video, all told and asked, nothing lost; lifting restores nothing."""

from __future__ import annotations

from datetime import date, time

import pytest

from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, Official
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.replanning.kinds import VideoAnswer
from qabyldau.review.models import Appointment
from qabyldau.schedule import actions as schedule
from qabyldau.schedule.actions import Place, Plan
from qabyldau.schedule.models import ReceptionDay, Restriction
from qabyldau.schedule.restrictions import Declared
from tests.flow.conftest import MONDAY, RECEPTION, moment
from tests.flow.posting import posted
from tests.flow.replanning.conftest import NEXT, PLACE, Approve, distributed, fresh, hours_of

TUESDAY = moment(3, 3)
AT_THREE = time(15)
MEASURES = Declared("7", date(2026, 3, 3), date(2026, 3, 16), date(2026, 3, 31))


@pytest.fixture
def people(
    approve: Approve, day: ReceptionDay, next_day: ReceptionDay, department: Actor, clerk: Actor
) -> list[Appeal]:
    """Three people come in person on the akim's day; the next one is still empty."""
    assert next_day.pk
    appeals = [approve(minute) for minute in range(3)]
    distributed(day, department, clerk)
    return fresh(appeals)


@pytest.fixture
def restricted(people: list[Appeal], office: Office, department: Actor, clerk: Actor) -> Restriction:
    assert people
    schedule.add_room(office, Place(PLACE, date(2026, 1, 1), video=True), by=clerk, at=MONDAY)
    return replanning.declare_restriction(office, MEASURES, by=department, at=TUESDAY)


def answer(appeal: Appeal, said: VideoAnswer) -> None:
    by = Actor.applicant(appeal.office_id, appeal.pk)
    replanning.answer_video(appeal.pk, answer=said, asked=Asked(by=by, at=TUESDAY))


@pytest.mark.clause("13")
def test_p13_what_it_turns_is_shown_first_and_nothing_changes_by_looking(
    people: list[Appeal], office: Office, day: ReceptionDay, next_day: ReceptionDay
) -> None:
    found = replanning.would_turn(office, MEASURES.since, MEASURES.until, TUESDAY.date())

    assert [(one.day.pk, len(one.people)) for one in found] == [(day.pk, len(people)), (next_day.pk, 0)]
    assert set(Appointment.objects.values_list("mode", flat=True)) == {"in_person"}


@pytest.mark.clause("13")
def test_p13_everything_inside_turns_to_video_and_everybody_is_told_and_asked(
    people: list[Appeal], restricted: Restriction, office: Office
) -> None:
    days = ReceptionDay.objects.filter(office=office, on__gte=MEASURES.since, on__lte=MEASURES.until)
    assert set(days.values_list("mode", flat=True)) == {"video"}
    assert [row[1] for row in hours_of(people) if row] == ["15:00", "15:15", "15:30"]
    assert set(Appointment.objects.filter(live=True).values_list("mode", flat=True)) == {"video"}
    letters = Message.objects.filter(notice="by_video", channel="email")
    assert {letter.about for letter in letters} == {appeal.key for appeal in people}
    assert all("№ 7, 03.03.2026" in letter.text and PLACE.ru in letter.text for letter in letters)
    assert all(queries.video_ask(appeal) for appeal in people)
    assert restricted.act_number == "7"


@pytest.mark.clause("13")
def test_p13_a_new_day_inside_it_is_by_video_alone_and_of_any_group(
    restricted: Restriction, office: Office, department_head: Official, clerk: Actor
) -> None:
    plan = Plan(department_head.pk, NEXT, AT_THREE, 15, 4, PLACE)

    with pytest.raises(UnlawfulError, match="only_video_now") as found:
        schedule.plan_day(office, plan, by=clerk, at=TUESDAY)
    assert found.value.citation
    assert found.value.citation.number == "13"
    video = Plan(department_head.pk, NEXT, AT_THREE, 15, 4, PLACE, Mode.VIDEO)
    assert schedule.plan_day(office, video, by=clerk, at=TUESDAY).mode == Mode.VIDEO
    assert restricted.until == MEASURES.until


@pytest.mark.clause("13")
def test_p13_an_hour_given_inside_it_is_by_video(
    approve: Approve, day: ReceptionDay, restricted: Restriction, department: Actor, clerk: Actor
) -> None:
    late = approve(7)

    distributed(day, department, clerk)

    assert Appointment.objects.get(appeal=late).mode == "video"
    assert restricted.lifted_at is None


@pytest.mark.clause("12")
@pytest.mark.parametrize("said", [VideoAnswer.OWN, VideoAnswer.PLACE])
def test_p12_the_answer_is_the_consent(
    said: VideoAnswer, people: list[Appeal], restricted: Restriction
) -> None:
    answer(people[0], said)

    assert fresh(people)[0].video_consent
    assert people[0].stage is State.APPOINTED
    ask = queries.video_ask(people[0])
    assert ask
    assert (ask.restriction, ask.answer) == (restricted, said)


@pytest.mark.clause("13")
def test_p13_who_does_not_want_video_waits_and_is_not_lost(
    people: list[Appeal], restricted: Restriction, office: Office
) -> None:
    answer(people[0], VideoAnswer.NO)

    assert fresh(people)[0].stage is State.WAITING
    assert Message.objects.filter(notice="hour_cancelled", about=people[0].key).exists()
    assert restricted.office == office


@pytest.mark.clause("13")
def test_p13_lifting_it_restores_nothing_silently(
    people: list[Appeal], restricted: Restriction, day: ReceptionDay, department: Actor
) -> None:
    letters = Message.objects.count()

    lifted = replanning.lift_restriction(restricted.pk, last_day=date(2026, 3, 17), by=department, at=TUESDAY)

    day.refresh_from_db()
    assert (lifted.until, day.mode) == (date(2026, 3, 17), "video")
    assert Message.objects.count() == letters
    offered = replanning.may_turn_back(lifted, TUESDAY.date())
    assert [(one.day.pk, len(one.people)) for one in offered] == [(day.pk, len(people))]


@pytest.mark.clause("13")
def test_p13_a_day_is_turned_back_by_somebody_and_everybody_is_told(
    people: list[Appeal], restricted: Restriction, day: ReceptionDay, department: Actor
) -> None:
    lifted = replanning.lift_restriction(restricted.pk, last_day=date(2026, 3, 17), by=department, at=TUESDAY)

    replanning.turn_back(lifted.pk, day.pk, asked=Asked(by=department, at=TUESDAY))

    assert next(row for row in hours_of(people) if row) == (RECEPTION, "15:00")
    assert set(Appointment.objects.filter(live=True).values_list("mode", flat=True)) == {"in_person"}
    assert Message.objects.filter(notice="moved", channel="email").count() == len(people)
    assert not replanning.may_turn_back(lifted, TUESDAY.date())


@pytest.mark.parametrize("code", ["restriction_backwards", "restriction_over"])
def test_a_restriction_that_cannot_be(
    code: str, restricted: Restriction, office: Office, department: Actor
) -> None:
    wrong = Declared("8", date(2026, 3, 3), date(2026, 3, 9), date(2026, 3, 6))

    def do() -> None:
        if code == "restriction_backwards":
            replanning.declare_restriction(office, wrong, by=department, at=TUESDAY)
        else:
            replanning.lift_restriction(
                restricted.pk, last_day=NEXT.replace(day=31), by=department, at=TUESDAY
            )

    with pytest.raises(UnlawfulError, match=code) as found:
        do()
    assert found.value.citation


def test_a_clerk_declares_nothing(office: Office, clerk: Actor, people: list[Appeal]) -> None:
    assert people
    with pytest.raises(PermissionDeniedError):
        replanning.declare_restriction(office, MEASURES, by=clerk, at=TUESDAY)


def test_a_restricted_day_of_one_room_with_equipment_seats_two_officials_in_turn(
    approve: Approve,
    office: Office,
    clerk: Actor,
    department: Actor,
    deputy: Official,
    day: ReceptionDay,
) -> None:
    """One set for two rooms without: whoever would be second at that hour gets the next free one."""
    since = date(2026, 1, 1)
    places = [
        Place(Words(f"{number}-бөлме", f"кабинет {number}"), since, video=number == 3) for number in (1, 2, 3)
    ]
    rooms = [schedule.add_room(office, place, by=clerk, at=MONDAY) for place in places]
    ReceptionDay.objects.filter(pk=day.pk).update(room=rooms[0])
    other = posted(
        office, Plan(deputy.pk, RECEPTION, AT_THREE, 15, 4, PLACE, room_id=rooms[1].pk), by=clerk, at=MONDAY
    )
    first = approve(1, mode=Mode.VIDEO, video_consent=True)
    second = approve(2, on=other, mode=Mode.VIDEO, video_consent=True)

    distributed(day, department, clerk)
    distributed(other, department, clerk)

    assert hours_of([first, second]) == [(RECEPTION, "15:00"), (RECEPTION, "15:15")]
