"""For each act of screening, an appeal at which it may be done and what is asked."""

import pytest

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.completeness import Missing
from qabyldau.screening import actions as screening
from qabyldau.screening.actions import Lack
from tests.flow.conftest import MONDAY, look, moment, statement
from tests.web.access.situation import Build, Situation

COURT: dict[str, object] = {"body_kk": "Сот", "body_ru": "Суд", "motive": "Спор решает суд."}


def _registered(request: pytest.FixtureRequest) -> Appeal:
    appeal: Appeal = request.getfixturevalue("registered")
    return appeal


def _person(request: pytest.FixtureRequest, name: str) -> Actor:
    actor: Actor = request.getfixturevalue(name)
    return actor


def _at_once(**given: object) -> Build:
    return lambda request: Situation(_registered(request), given)


def _looked_at(given: dict[str, object], **found: object) -> Build:
    def build(request: pytest.FixtureRequest) -> Situation:
        appeal = _registered(request)
        look(appeal, _person(request, "department"), **found)
        return Situation(appeal, given)

    return build


def _asked_for_data(request: pytest.FixtureRequest) -> Appeal:
    appeal = _registered(request)
    asked = Asked(by=_person(request, "department"), at=MONDAY)
    screening.ask_data(appeal.pk, lack=Lack(frozenset({Missing.ADDRESS})), asked=asked)
    return appeal


def _twin(request: pytest.FixtureRequest) -> Appeal:
    """A later appeal of the same applicant."""
    _registered(request)
    office: Office = request.getfixturevalue("office")
    return registry.register(office, statement(), by=_person(request, "clerk"), at=MONDAY).appeal


def _separate(request: pytest.FixtureRequest) -> Situation:
    later, earlier = _twin(request), _registered(request)
    asked = Asked(by=_person(request, "department"), at=MONDAY)
    screening.merge(later.pk, earlier_id=earlier.pk, asked=asked)
    return Situation(later)


SCREENING: dict[str, Build] = {
    "ask_data": _at_once(missing=["address"]),
    "supply_data": lambda request: Situation(_asked_for_data(request), {"address": "г. Уральск, Абая, 1"}),
    "turn_back": lambda request: Situation(_asked_for_data(request), at=moment(3, 16)),
    "leave_anonymous": _looked_at({}, authored=False, tells_of_crime=False),
    "redirect": _looked_at(COURT, within_competence=False),
    "redirect_part": _looked_at({**COURT, "part": "Часть о суде."}),
    "merge": lambda request: Situation(_twin(request), {"earlier_number": _registered(request).number}),
    "separate": _separate,
    "name_co_applicants": _at_once(names=[{"name": "Сынақов Асан", "signed": True}]),
    "note_contact": _at_once(way="call", result="no_answer"),
}
