"""For each act of the desk, an appeal whose person stands where the act is done."""

from collections.abc import Callable
from datetime import date, time

import pytest

from qabyldau.people.actor import Actor
from qabyldau.reception import desk
from qabyldau.reception.desk import Arrival
from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.desk import DeskAct
from qabyldau.regulation.words import Words
from qabyldau.schedule.actions import Plan
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, moment
from tests.flow.posting import posted
from tests.web.access.situation import Build, Situation

CAME, LATER = moment(3, 19, 15), moment(3, 19, 15, 5)
UNTIL: dict[DeskAct, list[Callable[..., Visit]]] = {
    DeskAct.CALL_AGAIN: [desk.call],
    DeskAct.START: [desk.call],
    DeskAct.ABSENT: [desk.call],
    DeskAct.RECALL: [desk.call],
    DeskAct.FINISH: [desk.call, desk.start],
    DeskAct.STEP_BACK: [desk.call, desk.start],
}


def _expected(request: pytest.FixtureRequest) -> tuple[Appeal, Asked]:
    appeal: Appeal = request.getfixturevalue("appointed")
    clerk: Actor = request.getfixturevalue("clerk")
    return appeal, Asked(by=clerk, at=CAME)


def _at(act: DeskAct, **given: object) -> Build:
    def build(request: pytest.FixtureRequest) -> Situation:
        appeal, asked = _expected(request)
        visit = desk.arrive(appeal.pk, arrival=Arrival("ID"), asked=asked)
        for step in UNTIL.get(act, []):
            step(visit.day_id if step is desk.call else visit.pk, asked=asked)
        return Situation(appeal, given, LATER)

    return build


def _arrive(request: pytest.FixtureRequest) -> Situation:
    return Situation(_expected(request)[0], {"document": "identity_card"}, LATER)


def _agree_time(request: pytest.FixtureRequest) -> Situation:
    found = _at(DeskAct.AGREE_TIME)(request)
    clerk: Actor = request.getfixturevalue("clerk")
    day: ReceptionDay = request.getfixturevalue("day")
    plan = Plan(day.official_id, date(2026, 3, 26), time(15, 0), 15, 2, Words(kk="зал", ru="зал"))
    slot = Slot.objects.filter(day=posted(day.office, plan, by=clerk, at=MONDAY)).earliest("starts_at")
    return Situation(found.appeal, {"slot_id": slot.pk, "reason": "Нужен начальник управления."}, LATER)


DESK: dict[str, Build] = {
    DeskAct.ARRIVE.value: _arrive,
    **{act.value: _at(act) for act in DeskAct if act not in {DeskAct.ARRIVE, DeskAct.AGREE_TIME}},
    DeskAct.AGREE_TIME.value: _agree_time,
}
