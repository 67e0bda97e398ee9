"""Days before they are posted: single ones, series, off schedule, after meetings; and what cannot be."""

from collections.abc import Callable
from datetime import date, time

import pytest

from qabyldau.people import actions as people
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official, User
from qabyldau.people.roles import Role
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.norms.schedule import AkimInstruction
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries
from qabyldau.schedule.actions import DayError, Met, Series
from qabyldau.schedule.kinds import LAST, DayKind, OnDayOff
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, RECEPTION
from tests.flow.posting import plan

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
THURSDAY = 3


@pytest.mark.parametrize(
    ("which", "days"),
    [
        (0, [date(2026, 4, 2), date(2026, 4, 9), date(2026, 4, 16), date(2026, 4, 23), date(2026, 4, 30)]),
        (2, [date(2026, 4, 9)]),
        (LAST, [date(2026, 4, 30)]),
    ],
)
def test_a_series_is_planned_at_once(
    office: Office, akim: Official, clerk: Actor, which: int, days: list[date]
) -> None:
    series = Series(plan(akim, APRIL), THURSDAY, date(2026, 4, 30), which)

    assert [day.on for day in schedule.plan_series(office, series, by=clerk, at=MONDAY).days] == days


@pytest.mark.parametrize(
    ("on_day_off", "planned", "left"),
    [(OnDayOff.SKIP, [], [date(2026, 5, 1)]), (OnDayOff.NEXT, [date(2026, 5, 4)], [])],
)
def test_a_series_meets_a_day_off(
    office: Office, akim: Official, clerk: Actor, on_day_off: OnDayOff, planned: list[date], left: list[date]
) -> None:
    series = Series(plan(akim, date(2026, 4, 24)), 4, date(2026, 5, 1), on_day_off=on_day_off)

    found = schedule.plan_series(office, series, by=clerk, at=MONDAY)

    assert [day.on for day in found.days] == [date(2026, 4, 24), *planned]
    assert list(found.left_out) == left


@pytest.mark.clause("7")
def test_p7_a_series_that_meets_a_day_of_the_same_official_is_refused_whole(
    office: Office, akim: Official, clerk: Actor
) -> None:
    schedule.plan_day(office, plan(akim, date(2026, 4, 16)), by=clerk, at=MONDAY)
    series = Series(plan(akim, APRIL), THURSDAY, date(2026, 4, 30))

    with pytest.raises(UnlawfulError, match="series_overlaps") as refused:
        schedule.plan_series(office, series, by=clerk, at=MONDAY)

    assert refused.value.facts["day"] == date(2026, 4, 16)
    assert ReceptionDay.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"on": date(2026, 3, 2), "opens": time(10, 0)}, "past"),
        ({"on": date(2026, 3, 21)}, "day_off"),
        ({"places": 60, "minutes": 60}, "too_long"),
        ({}, "twice"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_its_clause(
    office: Office, akim: Official, clerk: Actor, changed: dict[str, object], code: str
) -> None:
    schedule.plan_day(office, plan(akim), by=clerk, at=MONDAY)

    with pytest.raises(DayError) as refused:
        schedule.plan_day(office, plan(akim, **changed), by=clerk, at=MONDAY)  # type: ignore[arg-type]  # columns

    assert refused.value.code == code
    assert bool(refused.value.citation) is (code != "too_long")


def test_a_break_is_no_hour(office: Office, akim: Official, clerk: Actor) -> None:
    wanted = plan(akim, break_at=time(15, 30), break_minutes=20)

    day = schedule.plan_day(office, wanted, by=clerk, at=MONDAY)

    starts = [slot.starts_at.astimezone(MONDAY.tzinfo).strftime("%H:%M") for slot in queries.slots(day.pk)]
    assert starts == ["15:00", "15:15", "15:50", "16:05"]
    assert day.closes == time(16, 20)


@pytest.mark.clause("8")
def test_p8_a_deputy_receives_off_schedule_on_the_akim_s_instruction(
    office: Office, deputy: Official, clerk: Actor
) -> None:
    instruction = AkimInstruction("45", date(2026, 3, 1), RECEPTION)

    day = schedule.plan_off_schedule(office, plan(deputy), instruction, by=clerk, at=MONDAY)

    assert (day.kind, day.instruction_number) == (DayKind.OFF_SCHEDULE, "45")
    assert day.published_at == MONDAY
    assert queries.posted_on(office, MONDAY.date())[0].correction


@pytest.mark.clause("8")
@pytest.mark.parametrize(
    ("who", "instruction", "code"),
    [
        ("deputy", AkimInstruction("", MARCH, RECEPTION), "off_schedule_without_instruction"),
        ("deputy", AkimInstruction("45", MARCH), "off_schedule_without_instruction"),
        ("deputy", AkimInstruction("45", MARCH, date(2026, 3, 20)), "off_schedule_on_another_day"),
        ("department_head", AkimInstruction("45", MARCH, RECEPTION), "off_schedule_by_whom"),
    ],
)
def test_p8_off_schedule_is_refused_otherwise(
    office: Office,
    clerk: Actor,
    request: pytest.FixtureRequest,
    who: str,
    instruction: AkimInstruction,
    code: str,
) -> None:
    request.getfixturevalue("deputy")
    with pytest.raises(UnlawfulError, match=code) as refused:
        schedule.plan_off_schedule(
            office, plan(request.getfixturevalue(who)), instruction, by=clerk, at=MONDAY
        )

    assert refused.value.citation
    assert refused.value.citation.number == "8"
    assert not ReceptionDay.objects.exists()


@pytest.mark.clause("8")
def test_p8_the_akim_is_no_deputy(office: Office, akim: Official, staff: Callable[..., Actor]) -> None:
    clerk, ruler = staff(Role.CLERK), staff(Role.AKIM)

    user = User.objects.get(username=ruler.name)
    people.grant(user, office.pk, Role.AKIM, since=MARCH, position_kk="әкім", position_ru="аким")
    Official.objects.filter(pk=akim.pk).update(user=user)

    with pytest.raises(UnlawfulError, match="off_schedule_by_whom"):
        schedule.plan_off_schedule(
            office, plan(akim), AkimInstruction("45", MARCH, RECEPTION), by=clerk, at=MONDAY
        )


@pytest.mark.clause("6")
def test_p6_a_reception_follows_a_meeting_with_the_population(
    office: Office, akim: Official, clerk: Actor
) -> None:
    met = Met(RECEPTION, Words(kk="Жәнібек", ru="Жанибек"), (0, 3))
    meeting = schedule.note_meeting(office, met, by=clerk, at=MONDAY)

    day = schedule.plan_after_meeting(office, meeting.pk, plan(akim), by=clerk, at=MONDAY)

    assert (day.kind, day.meeting_id, day.published_at) == (DayKind.AFTER_MEETING, meeting.pk, MONDAY)
    assert queries.gaps(office, MARCH, MONDAY) == []


@pytest.mark.clause("6")
@pytest.mark.parametrize(
    ("met_on", "others", "code"),
    [(date(2026, 3, 20), (0,), "reception_before_meeting"), (RECEPTION, (), "meeting_without_others")],
)
def test_p6_a_reception_comes_after_the_meeting_and_jointly(
    office: Office, akim: Official, clerk: Actor, met_on: date, others: tuple[int, ...], code: str
) -> None:
    met = Met(met_on, Words(kk="Жәнібек", ru="Жанибек"), others)
    meeting = schedule.note_meeting(office, met, by=clerk, at=MONDAY)

    with pytest.raises(UnlawfulError, match=code):
        schedule.plan_after_meeting(office, meeting.pk, plan(akim), by=clerk, at=MONDAY)


def test_video_is_refused_to_whom_the_law_does_not_give_it(
    office: Office, department_head: Official, clerk: Actor
) -> None:
    with pytest.raises(UnlawfulError, match="video_by_whom"):
        schedule.plan_day(office, plan(department_head, mode=Mode.VIDEO), by=clerk, at=MONDAY)
