"""An instruction on control, built by acts: a body with its people, a received applicant, signed minutes."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.bodies.kinds import BodyKind
from qabyldau.bodies.models import Body, Representative
from qabyldau.control import actions as control
from qabyldau.control import queries
from qabyldau.control.actions import Given, Order
from qabyldau.control.models import Executor, Instruction
from qabyldau.minutes import actions as minutes
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.reception import actions as reception
from qabyldau.reception import desk
from qabyldau.reception.actions import Answer
from qabyldau.reception.desk import Arrival
from qabyldau.reception.kinds import Character
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import moment

DUE = date(2026, 4, 10)
Staff = Callable[..., Actor]


def on(by: Actor, month: int = 3, day: int = 20, hour: int = 11) -> Asked:
    return Asked(by=by, at=moment(month, day, hour))


def refused(code: str, number: str) -> Callable[[UnlawfulError], bool]:
    """The refusal has this code, and the clause of this paragraph."""
    return lambda found: (found.code, found.citation and found.citation.number) == (code, number)


def body(office: Office, name: str, email: str = "") -> Body:
    kind, since = BodyKind.UNIT, date(2025, 1, 1)
    return Body.objects.create(
        office=office, kind=kind, name_kk=name, name_ru=name, email=email, language="ru", since=since
    )


def seated(body: Body, actor: Actor) -> Representative:
    return Representative.objects.create(
        body=body, user_id=actor.user_id, name_kk=actor.name, name_ru=actor.name, since=date(2025, 1, 1)
    )


@pytest.fixture
def unit(office: Office) -> Body:
    return body(office, "Управление жилищного хозяйства", "unit@example.org")


@pytest.fixture
def helping(office: Office) -> Body:
    return body(office, "Управление финансов")


@pytest.fixture
def executor(staff: Staff, unit: Body) -> Actor:
    """Speaks for the leading body."""
    actor = staff(Role.EXECUTOR)
    seated(unit, actor)
    return actor


@pytest.fixture
def receiving(staff: Staff, day: ReceptionDay, akim: Official) -> Actor:
    """The official whose day it is, signed in."""
    actor = staff(Role.AKIM, official_id=day.official_id)
    Official.objects.filter(pk=akim.pk).update(user_id=actor.user_id)
    return actor


def ordered(appeal: Appeal, day: ReceptionDay, order: Order, clerk: Actor, official: Actor) -> Instruction:
    """Came, was received, the minutes are signed: the instruction is on control."""
    visit = desk.arrive(appeal.pk, arrival=Arrival("ID"), asked=on(clerk, 3, 19, 14))
    desk.call(day.pk, asked=on(clerk, 3, 19, 14))
    desk.start(visit.pk, asked=on(clerk, 3, 19, 15))
    row = minutes.instruct(appeal.pk, order=order, asked=on(official, 3, 19, 15))
    desk.finish(visit.pk, asked=on(clerk, 3, 19, 16))
    minutes.sign(day.pk, asked=on(official, 3, 19, 17))
    row.refresh_from_db()
    appeal.refresh_from_db()
    return row


@pytest.fixture
def given(
    appointed: Appeal, day: ReceptionDay, unit: Body, helping: Body, clerk: Actor, receiving: Actor
) -> Instruction:
    order = Order("Провести водопровод.", unit.pk, (helping.pk,), DUE)
    return ordered(appointed, day, order, clerk, receiving)


def lead(row: Instruction) -> Executor:
    return row.executors.get(lead=True)


def carried_out(row: Instruction, executor: Actor, department: Actor, day: int = 7) -> Instruction:
    """Reported and accepted."""
    control.report(lead(row).pk, given=Given("Водопровод проведён."), asked=on(executor, 4, day))
    return control.accept_report(row.pk, asked=on(department, 4, day, 15))


def answered(appeal: Appeal, signer: Official, department: Actor, day: int = 9) -> Appeal:
    answer = Answer("Водопровод проведён 7 апреля.", Character.SATISFIED, signer.pk)
    reception.close(appeal.pk, answer=answer, asked=on(department, 4, day))
    appeal.refresh_from_db()
    return appeal


@pytest.fixture
def closed(
    given: Instruction, appointed: Appeal, executor: Actor, department: Actor, akim: Official
) -> Appeal:
    """Answered: its instruction was carried out and is off control."""
    carried_out(given, executor, department)
    return answered(appointed, akim, department)


def stages(appeal: Appeal) -> list[str]:
    return [one.stage for one in queries.of_appeal(appeal)]
