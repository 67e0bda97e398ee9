"""The official's browser, with somebody in front of them."""

from datetime import date

import pytest
from django.test import Client

from qabyldau.bodies.kinds import BodyKind
from qabyldau.bodies.models import Body
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.reception import desk
from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import arrive, on_the_day
from tests.flow.video import *  # noqa: F403  the server and the hour
from tests.web.access.conftest import People, browser, staffed


@pytest.fixture
def everybody(office: Office, akim: Official) -> People:
    found = staffed(office)
    Official.objects.filter(pk=akim.pk).update(user=found[Role.AKIM])
    return found


@pytest.fixture
def official(everybody: People) -> Client:
    return browser(everybody[Role.AKIM])


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
def inside(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> Visit:
    """The veteran is with the official; the two others wait."""
    for appeal in hall:
        arrive(appeal, clerk)
    visit = desk.call(day.pk, asked=on_the_day(clerk, 15, 0))
    return desk.start(visit.pk, asked=on_the_day(clerk, 15, 1))
