"""The desk: nobody is called who did not show who they are, nobody out of order without a reason."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.roles import Role
from qabyldau.reception import desk, queries
from qabyldau.reception.desk import Arrival
from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import actions as replanning
from qabyldau.schedule.actions import Plan
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import arrive, moment, on_the_day
from tests.flow.posting import posted


def refused(code: str) -> Callable[[UnlawfulError], bool]:
    return lambda found: found.code == code and found.citation is not None


@pytest.mark.clause("9")
def test_p9_nobody_is_called_who_was_not_checked_in(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    with pytest.raises(UnlawfulError, check=refused("nobody_waits")):
        desk.call(day.pk, asked=on_the_day(clerk))
    with pytest.raises(UnlawfulError, check=refused("identity_not_shown")):
        arrive(hall[0], clerk, arrival=Arrival(""))

    visit = arrive(hall[0], clerk)

    assert visit.ticket == 1
    assert desk.call(day.pk, asked=on_the_day(clerk)).pk == visit.pk


@pytest.mark.clause("9")
@pytest.mark.parametrize(
    ("until", "shown", "code"),
    [("2026-03-18", True, "authority_expired"), ("2026-03-19", False, "authority_not_shown")],
)
def test_p9_a_representative_shows_authority_that_has_not_ended(
    hall: list[Appeal], clerk: Actor, until: str, shown: bool, code: str
) -> None:
    Appeal.objects.filter(pk=hall[0].pk).update(representative="Өкілов Өкіл", authority_until=until)

    with pytest.raises(UnlawfulError, check=refused(code)):
        arrive(hall[0], clerk, arrival=Arrival("ID", authority_shown=shown))

    Appeal.objects.filter(pk=hall[0].pk).update(authority_until="2026-03-19")
    assert arrive(hall[0], clerk, arrival=Arrival("ID", authority_shown=True)).authority_shown


@pytest.mark.clause("11")
def test_p11_the_veteran_goes_first_and_the_others_in_the_order_of_their_requests(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    late, early, veteran = arrive(hall[1], clerk), arrive(hall[0], clerk, 1), arrive(hall[2], clerk, 2)

    found = queries.line(day, moment(3, 19, 15, 30))

    assert [one.visit.pk for one in found] == [veteran.pk, early.pk, late.pk]
    assert [one.reason for one in found] == ["war_veteran", "in_order", "in_order"]
    assert [one.minutes for one in found] == [0, 15, 30]


@pytest.mark.clause("11")
def test_p11_whose_hour_has_not_come_waits_for_those_whose_has(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    registry_first, second = arrive(hall[0], clerk), arrive(hall[1], clerk)
    Visit.objects.filter(pk=registry_first.pk).update(hour=moment(3, 19, 17))

    found = queries.line(day, moment(3, 19, 15, 30))

    assert [(one.visit.pk, one.reason) for one in found] == [
        (second.pk, "in_order"),
        (registry_first.pk, "before_hour"),
    ]


@pytest.mark.clause("11")
def test_p11_out_of_order_only_with_a_reason(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> None:
    arrive(hall[0], clerk)
    second = arrive(hall[1], clerk)

    with pytest.raises(UnlawfulError, check=refused("out_of_order_without_reason")):
        desk.call(day.pk, visit_id=second.pk, asked=on_the_day(clerk, 15, 30))

    desk.call(day.pk, visit_id=second.pk, motive="стало плохо", asked=on_the_day(clerk, 15, 31))
    found = queries.replayed(day)
    assert [(one.in_order, one.lawful) for one in found] == [(False, True)]


@pytest.mark.clause("11")
def test_p11_a_standing_counts_only_with_its_proof(hall: list[Appeal], clerk: Actor) -> None:
    claimed = Arrival("ID", standing=Standing.PREGNANT)

    with pytest.raises(UnlawfulError, check=refused("standing_without_proof")):
        arrive(hall[0], clerk, arrival=claimed)

    shown = Arrival("ID", standing=Standing.PREGNANT, standing_proof="справка № 3")
    assert arrive(hall[0], clerk, arrival=shown).standing == "pregnant"


def test_a_whole_day_is_replayed_from_the_journal_alone(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    for appeal in hall:
        arrive(appeal, clerk)
    served = []
    for minute in range(30, 60, 10):
        visit = desk.call(day.pk, asked=on_the_day(clerk, 15, minute))
        desk.start(visit.pk, asked=on_the_day(clerk, 15, minute + 1))
        served.append(desk.finish(visit.pk, asked=on_the_day(clerk, 15, minute + 9)).ticket)

    found = queries.replayed(day)

    assert served == [3, 1, 2]
    assert len(found) == len(served)
    assert all(one.in_order for one in found)
    assert {Appeal.objects.get(pk=one.pk).state for one in hall} == {State.HELD}


def test_one_is_called_and_one_is_inside_at_a_time(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    for appeal in hall:
        arrive(appeal, clerk)
    first = desk.call(day.pk, asked=on_the_day(clerk, 15, 30))

    with pytest.raises(UnlawfulError, check=refused("somebody_is_called")):
        desk.call(day.pk, asked=on_the_day(clerk, 15, 31))
    desk.start(first.pk, asked=on_the_day(clerk, 15, 32))
    second = desk.call(day.pk, asked=on_the_day(clerk, 15, 33))
    with pytest.raises(UnlawfulError, check=refused("somebody_is_inside")):
        desk.start(second.pk, asked=on_the_day(clerk, 15, 34))

    desk.finish(first.pk, asked=on_the_day(clerk, 15, 40))
    assert desk.start(second.pk, asked=on_the_day(clerk, 15, 41)).stage == "with_official"


def test_a_slip_of_the_hand_is_undone_and_stays_in_the_journal(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    visit = arrive(hall[0], clerk)
    desk.call(day.pk, asked=on_the_day(clerk, 15, 0))
    desk.start(visit.pk, asked=on_the_day(clerk, 15, 1))

    desk.step_back(visit.pk, asked=on_the_day(clerk, 15, 2))
    desk.recall(visit.pk, asked=on_the_day(clerk, 15, 3))
    desk.cancel(visit.pk, asked=on_the_day(clerk, 15, 4))

    assert Visit.objects.get().stage == "cancelled"
    assert arrive(hall[0], clerk, 59).ticket == 2
    assert len(queries.replayed(day)) == 1


def test_who_does_not_come_in_or_goes_home_may_have_another_hour(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    gone, absent = arrive(hall[0], clerk), arrive(hall[1], clerk)
    desk.leave(gone.pk, asked=on_the_day(clerk, 15, 30))
    desk.call(day.pk, asked=on_the_day(clerk, 15, 31))
    desk.call_again(absent.pk, asked=on_the_day(clerk, 15, 33))

    desk.absent(absent.pk, asked=on_the_day(clerk, 15, 40))

    assert [Appeal.objects.get(pk=one.pk).state for one in hall[:2]] == [State.MISSED, State.MISSED]
    with pytest.raises(UnlawfulError, check=refused("visit_not_now")):
        desk.recall(absent.pk, asked=on_the_day(clerk, 15, 41))


def test_the_board_knows_numbers_and_rooms_and_nothing_else(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    for appeal in hall:
        arrive(appeal, clerk)
    desk.call(day.pk, asked=on_the_day(clerk, 15, 30))

    found = queries.board(day.office_id, day.on, moment(3, 19, 15, 31))

    assert [(one.ticket, one.room.ru, one.times, one.inside) for one in found.calls] == [
        (3, "приемная", 1, False)
    ]
    assert [(one.ticket, one.minutes) for one in found.next] == [(1, 0), (2, 15)]
    assert (found.waiting, found.minutes) == (2, 15)


def test_only_who_records_receptions_works_the_desk(hall: list[Appeal], staff: Callable[..., Actor]) -> None:
    with pytest.raises(PermissionDeniedError):
        arrive(hall[0], staff(Role.DEPARTMENT))

    assert isinstance(arrive(hall[0], staff(Role.CLERK)).arrived_at, datetime)


@pytest.mark.clause("11")
def test_p11_a_standing_that_was_not_shown_at_the_desk_puts_nobody_ahead(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    first = arrive(hall[0], clerk)
    claimed = arrive(hall[2], clerk, 1, Arrival("ID", ordinary=True))

    assert [one.visit.pk for one in queries.line(day, moment(3, 19, 15, 30))] == [first.pk, claimed.pk]
    assert Visit.objects.get(pk=claimed.pk).standing == ""


@pytest.mark.clause("22")
def test_p22_another_time_is_agreed_with_an_official_and_the_visit_ends(
    hall: list[Appeal], day: ReceptionDay, clerk: Actor
) -> None:
    visit = arrive(hall[0], clerk)
    plan = Plan(day.official_id, date(2026, 3, 26), time(15, 0), 15, 2, day.place)
    hour = posted(day.office, plan, by=clerk, at=on_the_day(clerk).at).slots.earliest("place")

    with pytest.raises(UnlawfulError, check=refused("change_without_reason")):
        replanning.agree_time(visit.pk, slot_id=hour.pk, reason=" ", asked=on_the_day(clerk, 15, 40))
    replanning.agree_time(visit.pk, slot_id=hour.pk, reason="Нужен архив.", asked=on_the_day(clerk, 15, 40))

    moved = Appeal.objects.get(pk=hall[0].pk)
    assert (moved.state, moved.reception_at) == (State.APPOINTED, hour.starts_at)
    assert Visit.objects.get(pk=visit.pk).stage == "moved"
    assert queries.line(day, moment(3, 19, 15, 41)) == []
