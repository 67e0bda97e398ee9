"""A month from its draft to the wall: checked, approved by the akim, posted, corrected, kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from qabyldau.journal.models import Entry
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.regulation.norms.schedule import ApprovingAct
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries, sheets
from qabyldau.schedule.actions import Approval, Place
from qabyldau.schedule.kinds import Stage
from qabyldau.schedule.models import ReceptionDay, Slot, Version
from tests.flow.conftest import MONDAY, RECEPTION, moment
from tests.flow.posting import ACT, ROOM, akim_of, plan, post_month, posted

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
THURSDAY = 3


@pytest.fixture
def checked(office: Office, akim: Official, clerk: Actor) -> Version:
    schedule.plan_day(office, plan(akim), by=clerk, at=MONDAY)
    return schedule.check_month(office, MARCH, by=clerk, at=MONDAY)


def codes(version: Version) -> set[str]:
    return {row["code"] for row in version.problems}


@pytest.mark.clause("6")
def test_p6_the_akim_approves_the_schedule_and_only_then_it_is_posted(checked: Version, clerk: Actor) -> None:
    with pytest.raises(UnlawfulError, match="schedule_not_approved") as refused:
        schedule.publish_month(checked.pk, by=clerk, at=MONDAY)
    assert refused.value.citation
    assert refused.value.citation.number == "6"

    schedule.approve_month(checked.pk, ACT, by=akim_of(clerk), at=MONDAY)
    posted_now = schedule.publish_month(checked.pk, by=clerk, at=MONDAY)

    assert (posted_now.stage, posted_now.number, posted_now.act_number) == (Stage.POSTED, 1, "12-ө")
    assert ReceptionDay.objects.get().published_at == MONDAY


@pytest.mark.clause("6")
@pytest.mark.parametrize("role", [Role.CLERK, Role.DEPARTMENT, Role.HEAD_OF_OFFICE, Role.DEPUTY, Role.ADMIN])
def test_p6_nobody_but_the_akim_approves(checked: Version, staff: Callable[..., Actor], role: Role) -> None:
    with pytest.raises(UnlawfulError, match="schedule_approved_by_whom") as refused:
        schedule.approve_month(checked.pk, ACT, by=staff(role), at=MONDAY)

    assert refused.value.citation
    assert refused.value.citation.number == "6"
    assert schedule.approve_month(checked.pk, ACT, by=staff(Role.AKIM), at=MONDAY).stage == Stage.APPROVED


@pytest.mark.clause("6")
@pytest.mark.parametrize("act", [ApprovingAct(" ", MARCH), ApprovingAct("12-ө", None)])
def test_p6_the_approval_names_its_act(checked: Version, clerk: Actor, act: ApprovingAct) -> None:
    with pytest.raises(UnlawfulError, match="schedule_without_act"):
        schedule.approve_month(checked.pk, Approval(act), by=akim_of(clerk), at=MONDAY)


@pytest.mark.clause("6")
def test_p6_a_deputy_without_a_reception_is_seen_before_the_approval(
    office: Office, akim: Official, deputy: Official, clerk: Actor
) -> None:
    schedule.plan_day(office, plan(akim), by=clerk, at=MONDAY)
    found = schedule.check_month(office, MARCH, by=clerk, at=MONDAY)
    assert found.stage == Stage.CHECKED
    assert [row["official_id"] for row in found.problems] == [deputy.pk]

    with pytest.raises(UnlawfulError, match="gap_without_reason"):
        schedule.approve_month(found.pk, Approval(ACT.act), by=akim_of(clerk), at=MONDAY)

    approved = schedule.approve_month(found.pk, ACT, by=akim_of(clerk), at=MONDAY)
    assert approved.gap_reason


@pytest.mark.clause("6")
def test_p6_a_month_that_is_over_without_a_reception_is_a_breach(
    office: Office, akim: Official, deputy: Official, clerk: Actor
) -> None:
    posted(office, plan(akim), by=clerk, at=MONDAY)

    assert queries.breaches(office, [MARCH], moment(3, 31)) == []
    assert queries.breaches(office, [MARCH], moment(4, 1)) == [(MARCH, deputy)]


@pytest.mark.clause("6")
def test_p6_whoever_had_no_authority_in_the_month_owes_nothing(
    office: Office, akim: Official, deputy: Official, clerk: Actor
) -> None:
    Official.objects.filter(pk=deputy.pk).update(until=date(2026, 2, 27))
    schedule.plan_day(office, plan(akim), by=clerk, at=MONDAY)

    assert queries.gaps(office, MARCH, MONDAY) == []


def test_what_forbids_a_month_keeps_it_a_draft(office: Office, akim: Official, clerk: Actor) -> None:
    room = schedule.add_room(office, Place(ROOM, date(2026, 1, 1)), by=clerk, at=MONDAY)
    other = Official.objects.create(
        office=office, rank=3, name_kk="А", name_ru="А", position_kk="б", position_ru="б", since=MARCH
    )
    for one in (akim, other):
        schedule.plan_day(office, plan(one, room_id=room.pk), by=clerk, at=MONDAY)
    Official.objects.filter(pk=other.pk).update(until=RECEPTION - timedelta(days=1))

    found = schedule.check_month(office, MARCH, by=clerk, at=MONDAY)

    assert found.stage == Stage.DRAFT
    assert {"room_twice", "no_authority"} <= codes(found)
    assert {row["citation"]["number"] for row in found.problems} == {"7", "2"}


def test_an_hour_that_passed_before_the_check_is_found(office: Office, akim: Official, clerk: Actor) -> None:
    schedule.plan_day(office, plan(akim, date(2026, 3, 3)), by=clerk, at=MONDAY)

    found = schedule.check_month(office, MARCH, by=clerk, at=moment(3, 4))

    assert "hour_has_passed" in codes(found)


def test_whatever_changes_after_the_check_is_checked_again(
    checked: Version, office: Office, akim: Official, clerk: Actor
) -> None:
    schedule.plan_day(office, plan(akim, date(2026, 3, 26)), by=clerk, at=MONDAY)

    with pytest.raises(UnlawfulError, match="schedule_not_checked"):
        schedule.approve_month(checked.pk, ACT, by=akim_of(clerk), at=MONDAY)


def test_an_approved_month_is_worked_on_only_once_returned(
    checked: Version, office: Office, akim: Official, clerk: Actor
) -> None:
    schedule.approve_month(checked.pk, ACT, by=akim_of(clerk), at=MONDAY)
    another = plan(akim, date(2026, 3, 26))
    with pytest.raises(UnlawfulError, match="month_is_approved"):
        schedule.plan_day(office, another, by=clerk, at=MONDAY)

    schedule.send_back_month(checked.pk, because="Ещё день.", by=akim_of(clerk), at=MONDAY)

    assert schedule.plan_day(office, another, by=clerk, at=MONDAY).published_at is None


@pytest.mark.clause("7")
def test_p7_what_was_posted_on_a_day_can_be_shown_later(office: Office, akim: Official, clerk: Actor) -> None:
    day = posted(office, plan(akim), by=clerk, at=MONDAY)
    before = queries.posted_on(office, MONDAY.date())[0]
    schedule.change_day(day.pk, plan(akim, date(2026, 3, 26)), by=clerk, at=moment(3, 4))
    post_month(office, MARCH, by=clerk, at=moment(3, 4))

    first, second = (queries.posted_on(office, on)[0] for on in (date(2026, 3, 3), date(2026, 3, 4)))
    assert (first.number, second.number) == (1, 2)
    assert [line.on for line in sheets.read(first.sheet)] == [RECEPTION]
    assert first.sheet == before.sheet
    moved = sheets.differences(sheets.read(first.sheet), sheets.read(second.sheet))
    assert [(one.sign, one.line.on) for one in moved] == [("changed", date(2026, 3, 26))]


def test_a_correction_of_the_place_needs_no_akim(office: Office, akim: Official, clerk: Actor) -> None:
    day = posted(office, plan(akim), by=clerk, at=MONDAY)
    other_room = Words(kk="басқа бөлме", ru="другая комната")
    schedule.change_day(day.pk, plan(akim, place=other_room), by=clerk, at=MONDAY)
    day.refresh_from_db()
    assert day.place == ROOM

    found = schedule.check_month(office, MARCH, by=clerk, at=MONDAY)
    corrected = schedule.publish_month(found.pk, by=clerk, at=MONDAY)

    day.refresh_from_db()
    assert (corrected.correction, day.place) == (True, other_room)


def test_another_day_of_the_akim_needs_the_akim(office: Office, akim: Official, clerk: Actor) -> None:
    day = posted(office, plan(akim), by=clerk, at=MONDAY)
    schedule.change_day(day.pk, plan(akim, date(2026, 3, 26)), by=clerk, at=MONDAY)
    found = schedule.check_month(office, MARCH, by=clerk, at=MONDAY)

    with pytest.raises(UnlawfulError, match="schedule_not_approved"):
        schedule.publish_month(found.pk, by=clerk, at=MONDAY)

    day.refresh_from_db()
    assert day.on == RECEPTION


def test_heads_of_departments_are_posted_without_the_akim(
    office: Office, department_head: Official, akim: Official, clerk: Actor
) -> None:
    own = schedule.plan_day(office, plan(department_head), by=clerk, at=MONDAY)
    akims = schedule.plan_day(office, plan(akim), by=clerk, at=MONDAY)

    schedule.publish_day(own.pk, by=clerk, at=MONDAY)
    with pytest.raises(UnlawfulError, match="schedule_not_approved"):
        schedule.publish_day(akims.pk, by=clerk, at=MONDAY)

    assert [line.official_id for line in queries.standing(office.pk, MARCH)] == [department_head.pk]
    assert queries.open_version(office.pk, MARCH)


@pytest.mark.parametrize("taken_off", [True, False])
def test_a_day_with_people_goes_by_replanning(
    appointed: Appeal, day: ReceptionDay, clerk: Actor, akim: Official, taken_off: bool
) -> None:
    assert appointed.reception_at
    later = plan(akim, opens=time(16, 0))
    act = partial(schedule.remove_day, day.pk) if taken_off else partial(schedule.change_day, day.pk, later)

    with pytest.raises(UnlawfulError, match="day_has_people") as refused:
        act(by=clerk, at=MONDAY)

    assert refused.value.citation
    assert refused.value.citation.number == "15"


def test_a_day_somebody_was_decided_for_is_not_taken_off(
    approved: Appeal, day: ReceptionDay, clerk: Actor
) -> None:
    assert approved.state == "approved"
    with pytest.raises(UnlawfulError, match="day_has_people"):
        schedule.remove_day(day.pk, by=clerk, at=MONDAY)


def test_hours_added_at_the_end_move_nobody(
    appointed: Appeal, office: Office, day: ReceptionDay, clerk: Actor, akim: Official
) -> None:
    hour = Slot.objects.get(taken_by=appointed.pk)
    schedule.change_day(day.pk, plan(akim, places=6), by=clerk, at=MONDAY)
    found = schedule.check_month(office, MARCH, by=clerk, at=MONDAY)
    schedule.publish_month(found.pk, by=clerk, at=MONDAY)

    assert Slot.objects.filter(day=day).count() == 6
    assert Slot.objects.get(taken_by=appointed.pk) == hour


def test_an_empty_day_taken_off_is_seen_by_nobody_any_more(
    office: Office, akim: Official, clerk: Actor
) -> None:
    day = posted(office, plan(akim), by=clerk, at=MONDAY)
    schedule.remove_day(day.pk, by=clerk, at=MONDAY)
    assert queries.published(office.pk, since=MARCH).count() == 1

    post_month(office, MARCH, by=clerk, at=MONDAY)

    assert not queries.published(office.pk, since=MARCH).exists()
    assert queries.versions(office.pk, MARCH).count() == 2


def test_what_was_wanted_of_a_posted_day_may_be_dropped(office: Office, akim: Official, clerk: Actor) -> None:
    day = posted(office, plan(akim), by=clerk, at=MONDAY)
    schedule.remove_day(day.pk, by=clerk, at=MONDAY)

    schedule.keep_day(day.pk, by=clerk, at=MONDAY)

    assert [line.day_id for line in queries.draft(office.pk, MARCH)] == [day.pk]


def test_another_office_plans_nothing_here(office: Office, akim: Official, clerk: Actor) -> None:
    stranger = replace(clerk, office_id=office.pk + 1)
    draft = schedule.plan_day(office, plan(akim), by=clerk, at=MONDAY)

    for act in (
        lambda: schedule.plan_day(office, plan(akim), by=stranger, at=MONDAY),
        lambda: schedule.remove_day(draft.pk, by=stranger, at=MONDAY),
        lambda: schedule.check_month(office, MARCH, by=stranger, at=MONDAY),
    ):
        with pytest.raises(PermissionDeniedError):
            act()


def test_one_version_at_a_time_is_worked_on(checked: Version) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(office=checked.office, month=checked.month)


def test_every_step_of_a_month_is_journaled_with_its_clause(
    office: Office, akim: Official, clerk: Actor
) -> None:
    posted(office, plan(akim), by=clerk, at=MONDAY)

    told = {entry.action: entry.citation for entry in Entry.objects.filter(object__startswith="schedule:")}
    assert {name: row and row["number"] for name, row in told.items()} == {
        "check_schedule": "6",
        "approve_schedule": "6",
        "publish_schedule": "7",
    }
