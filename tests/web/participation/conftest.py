"""The situations and browsers of the workplace, with the akim's day and two of its bodies."""

from datetime import date

import pytest

from qabyldau.bodies import actions as bodies
from qabyldau.bodies.actions import BodySheet, Seat
from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.bodies.models import Body
from qabyldau.people import actions as people
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official, User
from qabyldau.people.roles import Role
from qabyldau.regulation.words import Language, Words
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY
from tests.web.staff.conftest import *  # noqa: F403

SINCE = date(2025, 1, 1)


@pytest.fixture
def akims(day: ReceptionDay, akim: Official) -> ReceptionDay:
    """A published day of the akim himself."""
    user = User.objects.create_user("theakim")
    people.grant(user, akim.office_id, Role.AKIM, since=SINCE, position_kk="әкім", position_ru="аким")
    Official.objects.filter(pk=akim.pk).update(user=user)
    day.refresh_from_db()
    return day


@pytest.fixture
def police(office: Office, department: Actor) -> Body:
    name = Words(kk="полиция департаменті", ru="департамент полиции")
    sheet = BodySheet(BodyKind.TERRITORIAL, name, BodyCode.INTERIOR, language=Language.RU)
    return bodies.enter_body(office.pk, sheet, since=SINCE, by=department, at=MONDAY)


@pytest.fixture
def speaker(police: Body, department: Actor) -> User:
    """Somebody who signs in and speaks for the police."""
    user = User.objects.create_user("speaker", full_name="Өкілов Ербол")
    people.grant(
        user, police.office_id, Role.BODY_REPRESENTATIVE, since=SINCE, position_kk="өкіл", position_ru="п"
    )
    seat = Seat(Words(kk="Өкілов Ербол", ru="Окилов Ербол"), user_id=user.pk)
    bodies.seat(police.pk, seat, since=SINCE, by=department, at=MONDAY)
    return user
