"""Minutes with a drafted instruction, and somebody who helps: the rows that their addresses name."""

from __future__ import annotations

from datetime import date, time

from qabyldau.bodies.models import Body
from qabyldau.consulting.models import CallIn, Consultant
from qabyldau.control.models import Instruction
from qabyldau.minutes.models import Minutes
from qabyldau.papers import queries as papers
from qabyldau.people.actor import Actor, Kind
from qabyldau.people.models import User
from qabyldau.people.roles import Role
from qabyldau.press import actions as press
from qabyldau.press.kinds import Kind as Told
from qabyldau.press.models import Item
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY


def minuted(appeal: Appeal, day: ReceptionDay) -> dict[str, object]:
    """Written by hand: the day itself is still to come."""
    office = day.office
    minutes = Minutes.objects.create(office=office, day=day)
    Body.objects.get_or_create(
        office=office, kind="unit", name_kk="Бөлім", name_ru="Отдел", since=date(2025, 1, 1)
    )
    instruction = Instruction.objects.create(
        office=office,
        appeal=appeal,
        source=minutes.key,
        place=1,
        text="Провести водопровод.",
        given_by_id=day.official_id,
        given_on=MONDAY.date(),
        at=MONDAY,
    )
    consultant = Consultant.objects.create(
        office=office, on=day.on, kind="lawyer", name="Үлгі", opens=time(9), closes=time(13), at=MONDAY
    )
    called = CallIn.objects.create(
        office=office, appeal=appeal, on=day.on, employee="Үлгі", position="маман", asked_at=MONDAY
    )
    item = announced(day)
    return {
        "drafted_id": instruction.pk,
        "consultant_id": consultant.pk,
        "call_in_id": called.pk,
        "item_id": item.pk,
        "issued_id": papers.of(item.key)[0].pk,
        "press_kind": "announcement",
    }


def announced(day: ReceptionDay) -> Item:
    """An announcement on the public site, with its papers."""
    by = Actor(
        kind=Kind.STAFF,
        office_id=day.office_id,
        name="press",
        user_id=User.objects.get(username="press").pk,
        roles=frozenset({Role.PRESS}),
    )
    row = press.draft(day.pk, kind=Told.ANNOUNCEMENT, by=by, at=MONDAY)
    return press.publish(row.pk, by=by, at=MONDAY)
