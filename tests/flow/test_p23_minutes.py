"""Paragraph 23: results are minuted, every instruction with its executor and day; signed is fixed."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.bodies.kinds import BodyKind
from qabyldau.bodies.models import Body
from qabyldau.control import actions as control
from qabyldau.control import queries as instructions
from qabyldau.control.actions import Order
from qabyldau.minutes import actions as minutes
from qabyldau.minutes import queries
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.reception import desk
from qabyldau.reception.desk import Arrival
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import moment

DUE = date(2026, 4, 10)


def at(by: Actor, minute: int = 30) -> Asked:
    return Asked(by=by, at=moment(3, 19, 15, minute))


def refused(code: str) -> Callable[[UnlawfulError], bool]:
    return lambda found: found.code == code and found.citation is not None


@pytest.fixture
def unit(office: Office) -> Body:
    return Body.objects.create(
        office=office,
        kind=BodyKind.UNIT,
        name_kk="Тұрғын үй басқармасы",
        name_ru="Управление жилищного хозяйства",
        since=date(2025, 1, 1),
    )


@pytest.fixture
def receiving(staff: Callable[..., Actor], day: ReceptionDay) -> Actor:
    """The official whose day it is, signed in."""
    return staff(Role.AKIM, official_id=day.official_id)


@pytest.fixture
def inside(appointed: Appeal, day: ReceptionDay, clerk: Actor) -> Appeal:
    """Somebody with the official."""
    visit = desk.arrive(appointed.pk, arrival=Arrival("ID"), asked=at(clerk, 0))
    desk.call(day.pk, asked=at(clerk, 1))
    desk.start(visit.pk, asked=at(clerk, 2))
    return appointed


@pytest.mark.clause("23")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"executor_id": None}, "instruction_without_executor"),
        ({"due_on": None}, "instruction_without_date"),
    ],
)
def test_p23_minutes_are_signed_only_with_an_executor_and_a_day(
    inside: Appeal, day: ReceptionDay, receiving: Actor, unit: Body, changes: dict[str, None], code: str
) -> None:
    whole = {"executor_id": unit.pk, "due_on": DUE}
    lacking = Order("Провести водопровод.", **{**whole, **changes})  # type: ignore[arg-type]
    row = minutes.instruct(inside.pk, order=lacking, asked=at(receiving))

    with pytest.raises(UnlawfulError, check=refused(code)):
        minutes.sign(day.pk, asked=at(receiving, 40))

    control.change(row.pk, order=Order("Провести водопровод.", unit.pk, (), DUE), asked=at(receiving, 41))
    signed = minutes.sign(day.pk, asked=at(receiving, 42))
    assert (signed.number, signed.signed_by_id) == ("19-1/2026", day.official_id)
    assert [one.stage for one in instructions.of_appeal(inside)] == ["open"]


@pytest.mark.clause("23")
def test_p23_what_is_signed_is_corrected_only_by_a_numbered_addendum(
    inside: Appeal, day: ReceptionDay, receiving: Actor, unit: Body
) -> None:
    row = minutes.instruct(inside.pk, order=Order("Провести воду.", unit.pk, (), DUE), asked=at(receiving))
    minutes.answer(inside.pk, text="Вода будет к апрелю.", asked=at(receiving))
    with pytest.raises(UnlawfulError, check=refused("minutes_not_signed")):
        minutes.addendum(day.pk, text="Читать: к маю.", asked=at(receiving))
    before = minutes.sign(day.pk, asked=at(receiving, 40)).digest

    for attempt in (
        lambda: control.change(row.pk, order=Order("Иначе."), asked=at(receiving, 41)),
        lambda: control.drop(row.pk, asked=at(receiving, 41)),
        lambda: minutes.answer(inside.pk, text="Иначе.", asked=at(receiving, 41)),
        lambda: minutes.sign(day.pk, asked=at(receiving, 41)),
    ):
        with pytest.raises(UnlawfulError):
            attempt()

    added = minutes.addendum(day.pk, text="Читать: к маю.", asked=at(receiving, 50))
    found = queries.written(queries.of_day(day))  # type: ignore[arg-type]  # it was just signed
    assert (added.place, found.minutes.digest, found.results[0].answer) == (1, before, "Вода будет к апрелю.")


@pytest.mark.clause("23")
def test_p23_only_the_official_who_received_signs(
    inside: Appeal, day: ReceptionDay, receiving: Actor, staff: Callable[..., Actor], clerk: Actor
) -> None:
    minutes.answer(inside.pk, text="Разъяснено.", asked=at(clerk))

    with pytest.raises(PermissionDeniedError):
        minutes.sign(day.pk, asked=at(clerk))
    with pytest.raises(UnlawfulError, check=refused("minutes_of_another")):
        minutes.sign(day.pk, asked=at(staff(Role.HEAD_OF_OFFICE)))

    assert minutes.sign(day.pk, asked=at(receiving)).signed_at == moment(3, 19, 15, 30)


@pytest.mark.clause("23")
def test_p23_who_did_not_come_has_nothing_in_the_minutes(
    appointed: Appeal, day: ReceptionDay, receiving: Actor
) -> None:
    with pytest.raises(UnlawfulError, check=refused("not_received_yet")):
        minutes.answer(appointed.pk, text="Разъяснено.", asked=at(receiving))
    with pytest.raises(UnlawfulError, check=refused("minutes_are_empty")):
        minutes.sign(day.pk, asked=at(receiving))


@pytest.mark.clause("32")
def test_p32_a_day_already_past_and_an_unknown_executor_are_refused(
    inside: Appeal, receiving: Actor, unit: Body
) -> None:
    with pytest.raises(UnlawfulError, check=refused("instruction_date_past")):
        minutes.instruct(inside.pk, order=Order("Воду.", unit.pk, (), date(2026, 3, 18)), asked=at(receiving))
    Body.objects.filter(pk=unit.pk).update(until=date(2026, 3, 18))
    with pytest.raises(UnlawfulError, check=refused("executor_unknown")):
        minutes.instruct(inside.pk, order=Order("Воду.", unit.pk, (), DUE), asked=at(receiving))

    Body.objects.filter(pk=unit.pk).update(until=None)
    found = minutes.instruct(inside.pk, order=Order("Воду.", unit.pk, (), DUE), asked=at(receiving))
    assert [part.lead for part in found.executors.all()] == [True]
