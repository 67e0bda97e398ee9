"""Minutes with a drafted instruction, and somebody who helps: the rows that their addresses name."""

from __future__ import annotations

from datetime import date, time

from qabyldau.bodies.models import Body
from qabyldau.consulting.models import CallIn, Consultant
from qabyldau.control.models import Instruction
from qabyldau.minutes.models import Minutes
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
    item = Item.objects.create(
        office=office,
        day=day,
        kind="announcement",
        stage="published",
        title_kk="Қабылдау",
        title_ru="Приём",
        text_kk="Қабылдау өтеді.",
        text_ru="Состоится приём.",
        published_at=MONDAY,
        at=MONDAY,
    )
    return {
        "instruction_id": instruction.pk,
        "consultant_id": consultant.pk,
        "call_in_id": called.pk,
        "item_id": item.pk,
        "press_kind": "announcement",
    }
