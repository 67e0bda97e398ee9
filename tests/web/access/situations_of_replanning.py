"""For each act on an hour, an appeal at which it may be done, and what is asked."""

from datetime import date

import pytest

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.replanning import actions as replanning
from qabyldau.review.kinds import Why
from qabyldau.schedule.models import ReceptionDay, Slot
from qabyldau.schedule.restrictions import Declared
from tests.flow.conftest import MONDAY
from tests.web.access.situation import Build, Situation


def _given(request: pytest.FixtureRequest, name: str) -> Appeal:
    appeal: Appeal = request.getfixturevalue(name)
    return appeal


def _asked(request: pytest.FixtureRequest) -> Asked:
    clerk: Actor = request.getfixturevalue("clerk")
    return Asked(by=clerk, at=MONDAY)


def _with_hour(**given: object) -> Build:
    return lambda request: Situation(_given(request, "appointed"), given)


def _later(request: pytest.FixtureRequest) -> Situation:
    appeal = _given(request, "appointed")
    slot = Slot.objects.filter(taken_by=None).earliest("starts_at")
    return Situation(appeal, {"slot_id": slot.pk})


def _without_hour(request: pytest.FixtureRequest) -> tuple[Appeal, list[int]]:
    """The hour was cancelled: any free one may be offered."""
    appeal = _given(request, "appointed")
    replanning.release(appeal.pk, why=Why.APPLICANT, asked=_asked(request))
    day: ReceptionDay = request.getfixturevalue("day")
    free = Slot.objects.filter(day=day, taken_by=None).order_by("place")[1:3]
    return appeal, [slot.pk for slot in free]


def _to_offer(request: pytest.FixtureRequest) -> Situation:
    appeal, slots = _without_hour(request)
    return Situation(appeal, {"slot_ids": slots})


def _offered(*, chosen: int) -> Build:
    def build(request: pytest.FixtureRequest) -> Situation:
        appeal, slots = _without_hour(request)
        replanning.offer_hours(appeal.pk, slot_ids=slots, asked=_asked(request))
        return Situation(appeal, {"slot_id": slots[0]} if chosen else {})

    return build


def _restricted(request: pytest.FixtureRequest) -> Situation:
    appeal = _given(request, "appointed")
    office: Office = request.getfixturevalue("office")
    department: Actor = request.getfixturevalue("department")
    declared = Declared("7", date(2026, 3, 2), date(2026, 3, 10))
    replanning.declare_restriction(office, declared, by=department, at=MONDAY)
    return Situation(appeal, {"answer": "own"})


REPLANNING: dict[str, Build] = {
    "confirm_hour": _with_hour(),
    "move_hour": _later,
    "release": _with_hour(),
    "wish_earlier": _with_hour(wished=True),
    "offer_hours": _to_offer,
    "take_offered": _offered(chosen=1),
    "decline_offer": _offered(chosen=0),
    "answer_video": _restricted,
}
