"""An official cannot receive: the fact, its clause, the ways and what follows, one confirmation for all."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qabyldau.journal import queries as journal
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.replanning.kinds import Cause, OptionKind
from qabyldau.replanning.models import Absence
from qabyldau.replanning.options import Option, affected, options
from qabyldau.review import actions as review
from qabyldau.review.models import Appointment
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.models import ReceptionDay, Version
from tests.flow.conftest import MONDAY, RECEPTION, moment
from tests.flow.replanning.conftest import LATER, NEXT, Approve, distributed, fresh, hours_of

WEDNESDAY = moment(3, 18)
FULL = date(2026, 3, 20)


@pytest.fixture
def appointed_all(approve: Approve, day: ReceptionDay, department: Actor, clerk: Actor) -> list[Appeal]:
    """Four people have the four hours of the akim's day."""
    appeals = [approve(minute) for minute in range(4)]
    distributed(day, department, clerk)
    return fresh(appeals)


def told(official: Official, at: datetime, since: date = RECEPTION) -> replanning.Told:
    return replanning.Told(official.pk, since, since, Cause.ILLNESS, "помощник акима", at)


@pytest.fixture
def tell(office: Office, akim: Official, clerk: Actor) -> Callable[[datetime], Absence]:
    return lambda at: replanning.tell_absence(office, told(akim, at), by=clerk, at=at)


def way(day: ReceptionDay, kind: OptionKind, at: datetime = WEDNESDAY) -> Option:
    return next(one for one in options(affected(day), at) if one.kind is kind)


def confirmed(day: ReceptionDay, kind: OptionKind, clerk: Actor, at: datetime = WEDNESDAY) -> Option:
    chosen = way(day, kind, at)
    asked = Asked(by=clerk, at=at)
    return replanning.replan_day(day.pk, key=chosen.key, seen=chosen.digest, asked=asked)


@pytest.mark.clause("15")
@pytest.mark.parametrize(
    ("at", "timely"),
    [(moment(3, 17), True), (moment(3, 18), False), (moment(3, 19, 8), True)],
    ids=["two working days before", "the day before", "on the day itself"],
)
def test_p15_the_notice_is_recorded_and_a_late_one_is_flagged(
    at: datetime, timely: bool, day: ReceptionDay, tell: Callable[[datetime], Absence]
) -> None:
    row = tell(at)

    found = row.days.get()
    assert (found.day_id, found.timely) == (day.pk, timely)
    assert found.citation["number"] == "15"
    entry = journal.about(row.office_id, row.key).get()
    assert entry.facts["late"] == ([] if timely else [day.pk])


def test_an_hour_of_the_absent_is_given_to_nobody(
    approve: Approve, day: ReceptionDay, tell: Callable[[datetime], Absence], department: Actor, clerk: Actor
) -> None:
    approve(1)
    tell(MONDAY)

    done = distributed(day, department, clerk)

    assert (done.appointed, len(done.carried)) == ((), 1)


def test_an_official_tells_of_themselves_only(
    office: Office, akim: Official, deputy: Official, staff: Callable[..., Actor]
) -> None:
    themselves = staff(Role.OFFICIAL, official_id=deputy.pk)

    with pytest.raises(PermissionDeniedError):
        replanning.tell_absence(office, told(akim, MONDAY), by=themselves, at=MONDAY)
    assert replanning.tell_absence(office, told(deputy, MONDAY), by=themselves, at=MONDAY).official == deputy


def test_days_that_end_before_they_begin_are_refused(office: Office, akim: Official, clerk: Actor) -> None:
    wrong = replanning.Told(akim.pk, NEXT, RECEPTION, Cause.TRIP, "помощник", MONDAY)

    with pytest.raises(UnlawfulError, match="absence_backwards"):
        replanning.tell_absence(office, wrong, by=clerk, at=MONDAY)


@pytest.mark.clause("15")
def test_p15_the_ways_are_ranked_by_what_follows(
    appointed_all: list[Appeal],
    day: ReceptionDay,
    next_day: ReceptionDay,
    deputy: Official,
    tell: Callable[[datetime], Absence],
) -> None:
    assert (len(appointed_all), next_day.slot_count) == (4, 4)
    tell(WEDNESDAY)

    found = options(affected(day), WEDNESDAY)

    kinds = [one.kind for one in found]
    assert kinds == [OptionKind.SUBSTITUTE, OptionKind.OTHER_DAY, OptionKind.VIDEO]
    assert found[0].official == deputy
    assert [len(one.left) for one in found] == [0, 0, 0]
    assert [one.same_hour for one in found] == [4, 0, 0]


@pytest.mark.clause("15")
def test_p15_another_day_keeps_the_order_and_tells_everybody(
    appointed_all: list[Appeal],
    day: ReceptionDay,
    next_day: ReceptionDay,
    tell: Callable[[datetime], Absence],
    clerk: Actor,
) -> None:
    tell(WEDNESDAY)

    confirmed(day, OptionKind.OTHER_DAY, clerk)

    hours = ["15:00", "15:15", "15:30", "15:45"]
    assert hours_of(appointed_all) == [(NEXT, hour) for hour in hours]
    letters = Message.objects.filter(notice="moved", channel="email")
    assert {letter.about for letter in letters} == {appeal.key for appeal in appointed_all}
    assert all("п. 15" in letter.text for letter in letters if letter.language == "ru")
    day.refresh_from_db()
    assert day.taken_off_at
    assert schedule.free_slots(next_day.pk) == []
    assert Appointment.objects.filter(live=True).count() == 4


@pytest.mark.clause("15")
def test_p15_a_deputy_takes_over_at_the_same_hours_and_it_is_posted(
    appointed_all: list[Appeal],
    day: ReceptionDay,
    deputy: Official,
    tell: Callable[[datetime], Absence],
    clerk: Actor,
) -> None:
    before, versions = hours_of(appointed_all), Version.objects.filter(stage="posted").count()
    tell(WEDNESDAY)

    confirmed(day, OptionKind.SUBSTITUTE, clerk)

    day.refresh_from_db()
    assert (day.official, day.taken_off_at) == (deputy, None)
    assert hours_of(appointed_all) == before
    assert {appeal.official_id for appeal in appointed_all} == {deputy.pk}
    assert Version.objects.filter(stage="posted").count() == versions + 1
    assert Message.objects.filter(notice="moved", channel="email").count() == 4


@pytest.mark.clause("12")
@pytest.mark.clause("15")
def test_p15_by_video_go_those_who_consented(
    approve: Approve,
    day: ReceptionDay,
    next_day: ReceptionDay,
    tell: Callable[[datetime], Absence],
    department: Actor,
    clerk: Actor,
) -> None:
    assert next_day.slot_count
    agrees, does_not = approve(1, video_consent=True), approve(2)
    distributed(day, department, clerk)
    tell(WEDNESDAY)

    confirmed(day, OptionKind.VIDEO, clerk)

    assert hours_of([agrees, does_not]) == [(RECEPTION, "15:00"), (NEXT, "15:00")]
    modes = dict(Appointment.objects.filter(live=True).values_list("appeal_id", "mode"))
    assert modes == {agrees.pk: "video", does_not.pk: "in_person"}


@pytest.mark.clause("28")
def test_p28_whoever_finds_no_hour_waits_in_the_line_and_is_told(
    appointed_all: list[Appeal],
    day: ReceptionDay,
    akim: Official,
    plan: Callable[..., ReceptionDay],
    tell: Callable[[datetime], Absence],
    clerk: Actor,
    department: Actor,
    approve: Approve,
) -> None:
    plan(akim, NEXT, 2)
    undecided = approve(9)
    tell(WEDNESDAY)

    chosen = confirmed(day, OptionKind.OTHER_DAY, clerk)

    assert [one.appeal.pk for one in chosen.left] == [appeal.pk for appeal in appointed_all[2:]]
    assert [appeal.stage for appeal in fresh(appointed_all)][2:] == [State.WAITING] * 2
    assert Message.objects.filter(notice="hour_cancelled", channel="email").count() == 2
    later = plan(akim, LATER)
    done = review.distribute(later.pk, asked=Asked(by=clerk, at=WEDNESDAY))
    assert [one.appeal_id for one in done.appointed] == [
        *(appeal.pk for appeal in appointed_all[2:]),
        undecided.pk,
    ]
    assert department


def test_what_was_not_shown_is_not_done(
    appointed_all: list[Appeal],
    day: ReceptionDay,
    akim: Official,
    plan: Callable[..., ReceptionDay],
    tell: Callable[[datetime], Absence],
    clerk: Actor,
) -> None:
    plan(akim, NEXT, 2)
    tell(WEDNESDAY)
    seen = way(day, OptionKind.OTHER_DAY)
    plan(akim, LATER)

    asked = Asked(by=clerk, at=WEDNESDAY)

    with pytest.raises(UnlawfulError, match="plan_has_changed"):
        replanning.replan_day(day.pk, key=seen.key, seen=seen.digest, asked=asked)
    assert hours_of(appointed_all)[0] == (RECEPTION, "15:00")


def test_a_day_is_replanned_once(
    appointed_all: list[Appeal],
    day: ReceptionDay,
    deputy: Official,
    tell: Callable[[datetime], Absence],
    clerk: Actor,
) -> None:
    assert (len(appointed_all), deputy.rank) == (4, 1)
    tell(WEDNESDAY)
    confirmed(day, OptionKind.SUBSTITUTE, clerk)

    with pytest.raises(UnlawfulError, match="nothing_to_replan"):
        replanning.replan_day(day.pk, key="x", seen="x", asked=Asked(by=clerk, at=WEDNESDAY))


def test_an_absence_taken_back_opens_the_hours_again(
    day: ReceptionDay, tell: Callable[[datetime], Absence], clerk: Actor
) -> None:
    row = tell(MONDAY)
    assert schedule.free_slots(day.pk) == []

    replanning.withdraw_absence(row.pk, by=clerk, at=MONDAY)

    assert len(schedule.free_slots(day.pk)) == 4
    assert queries.absent_day(day.pk) is None


def test_a_day_of_forty_is_replanned_in_under_a_second(
    approve: Approve,
    akim: Official,
    plan: Callable[..., ReceptionDay],
    department: Actor,
    clerk: Actor,
    office: Office,
) -> None:
    full, other = plan(akim, FULL, 40, 9), plan(akim, NEXT, 40, 9)
    appeals = [approve(minute, on=full) for minute in range(40)]
    distributed(full, department, clerk)
    replanning.tell_absence(office, told(akim, MONDAY, full.on), by=clerk, at=MONDAY)
    asked = Asked(by=clerk, at=MONDAY)

    began = time.perf_counter()
    with CaptureQueriesContext(connection) as shown:
        chosen = way(full, OptionKind.OTHER_DAY, MONDAY)
    with CaptureQueriesContext(connection) as done:
        replanning.replan_day(full.pk, key=chosen.key, seen=chosen.digest, asked=asked)
    took = time.perf_counter() - began

    assert schedule.free_slots(other.pk) == []
    assert {row[0] for row in hours_of(appeals) if row} == {NEXT}
    assert len(shown) < 30
    assert len(done) < 65
    assert took < 1
