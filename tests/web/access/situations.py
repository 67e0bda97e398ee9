"""For each act, an appeal at which it may be done and what is asked: a refusal has then one reason only."""

from datetime import date

import pytest

from qabyldau.people.actor import Actor
from qabyldau.people.models import Official
from qabyldau.reception import actions as reception
from qabyldau.reception.actions import Seen
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, look, moment
from tests.web.access.situation import Build, Situation
from tests.web.access.situations_of_consideration import CONSIDERATION
from tests.web.access.situations_of_control import CONTROL
from tests.web.access.situations_of_desk import DESK
from tests.web.access.situations_of_participation import PARTICIPATION
from tests.web.access.situations_of_replanning import REPLANNING
from tests.web.access.situations_of_screening import SCREENING

ON_THE_DAY = moment(3, 19, 15)


def _of(request: pytest.FixtureRequest, name: str) -> Appeal:
    appeal: Appeal = request.getfixturevalue(name)
    return appeal


def _person(request: pytest.FixtureRequest, name: str) -> Actor:
    actor: Actor = request.getfixturevalue(name)
    return actor


def _day(request: pytest.FixtureRequest) -> ReceptionDay:
    day: ReceptionDay = request.getfixturevalue("day")
    return day


def _at_once(**given: object) -> Build:
    return lambda request: Situation(_of(request, "registered"), given)


def _looked_at(**found: object) -> Build:
    def build(request: pytest.FixtureRequest) -> Situation:
        appeal = _of(request, "registered")
        look(appeal, _person(request, "department"), **found)
        return Situation(appeal)

    return build


def _submit(request: pytest.FixtureRequest) -> Situation:
    day = _day(request)
    given = {"facts": "Факты.", "proposal": "receive", "official_id": day.official_id, "day_id": day.pk}
    return Situation(_of(request, "under_review"), given)


def _approve(request: pytest.FixtureRequest) -> Situation:
    return Situation(_of(request, "on_decision"), {"day_id": _day(request).pk})


def _refuse(request: pytest.FixtureRequest) -> Situation:
    appeal, department = _of(request, "registered"), _person(request, "department")
    look(appeal, department, within_competence=False, competent_body_kk="Сот", competent_body_ru="Суд")
    review.take_up(appeal.pk, asked=Asked(by=department, at=MONDAY))
    proposed = review.Proposed("Факты.", Proposal.REFUSE, ground="outside_competence")
    review.submit(appeal.pk, proposed=proposed, asked=Asked(by=department, at=MONDAY))
    return Situation(appeal, {"ground": "outside_competence", "motive": "Вопрос суда."})


def _extend(request: pytest.FixtureRequest) -> Situation:
    given: dict[str, object] = {"until": date(2026, 4, 1).isoformat(), "reason": "Ждём проект водопровода."}
    return Situation(_of(request, "under_review"), given)


def _appoint(request: pytest.FixtureRequest) -> Situation:
    appeal, day = _of(request, "approved"), _day(request)
    review.send_list(day.pk, asked=Asked(by=_person(request, "department"), at=MONDAY))
    slot = Slot.objects.filter(day=day).order_by("place").first()
    return Situation(appeal, {"slot_id": slot.pk if slot else 0})


def _ask_today(request: pytest.FixtureRequest) -> Situation:
    chief: Official = request.getfixturevalue("department_head")
    return Situation(_of(request, "registered"), {"official_id": chief.pk})


def _on_the_day(**given: object) -> Build:
    return lambda request: Situation(_of(request, "appointed"), given, ON_THE_DAY)


def _close(request: pytest.FixtureRequest) -> Situation:
    appeal = _of(request, "appointed")
    clerk = _person(request, "clerk")
    reception.hold(appeal.pk, seen=Seen(document="удостоверение"), asked=Asked(by=clerk, at=ON_THE_DAY))
    akim: Official = request.getfixturevalue("akim")
    given = {"text": "Водопровод включён в план.", "character": "explained", "signed_by_id": akim.pk}
    return Situation(appeal, given, ON_THE_DAY)


SITUATIONS: dict[str, Build] = {
    "screen": _at_once(states_the_matter=True),
    **SCREENING,
    **REPLANNING,
    **CONSIDERATION,
    **PARTICIPATION,
    **DESK,
    **CONTROL,
    "leave": _looked_at(states_the_matter=False),
    "take_up": _looked_at(),
    "submit": _submit,
    "approve": _approve,
    "refuse": _refuse,
    "send_back": lambda request: Situation(_of(request, "on_decision"), {"motive": "Уточните сметы."}),
    "extend": _extend,
    "appoint": _appoint,
    "hold": _on_the_day(document="удостоверение"),
    "miss": _on_the_day(),
    "close": _close,
    "withdraw": _at_once(),
    "note_external_number": _at_once(number="KZ-1"),
    "change_contact": _at_once(phone="+77000000002", language="kk"),
    "reveal": _at_once(reason="identity_check"),
    "ask_today": _ask_today,
}
