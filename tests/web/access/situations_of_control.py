"""For each act of control, an appeal at which it may be done."""

from typing import Any

import pytest

from qabyldau.bodies.models import Body, Representative
from qabyldau.control import actions as control
from qabyldau.control import cards
from qabyldau.control.actions import Order
from qabyldau.control.models import Executor, Instruction, Reply, ReplyFile
from qabyldau.people.actor import Actor, Kind
from qabyldau.people.models import Official, User
from qabyldau.people.roles import Role
from qabyldau.registry import files
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.words import Words
from tests.flow.conftest import MONDAY
from tests.flow.control.conftest import DUE, answered, body, carried_out, lead, on, ordered, seated
from tests.web.access.situation import Build, Situation

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64


def given(request: pytest.FixtureRequest) -> tuple[Any, Representative, Actor]:
    """An instruction on control, who carries it out, and who ordered it."""
    staff, appeal = request.getfixturevalue("staff"), request.getfixturevalue("appointed")
    day, clerk = request.getfixturevalue("day"), request.getfixturevalue("clerk")
    unit: Body = body(appeal.office, "Управление жилищного хозяйства")
    executor: Actor = staff(Role.EXECUTOR, name="carries_out")
    person = seated(unit, executor)
    receiving = staff(Role.AKIM, name="receives", official_id=day.official_id)
    order = Order("Провести водопровод.", unit.pk, (), DUE)
    row = ordered(appeal, day, order, clerk, receiving)
    return row, person, executor


def controlled(appeal: Appeal, everybody: dict[Role, User]) -> dict[str, object]:
    """For the addresses: an instruction of two bodies, for which an executor and a representative speak."""
    official = Official.objects.filter(office=appeal.office).order_by("pk").first()
    assert official
    row = Instruction.objects.create(
        office=appeal.office,
        appeal=appeal,
        source="minutes:0",
        place=1,
        text="Провести водопровод.",
        due_on=DUE,
        given_by=official,
        given_on=MONDAY.date(),
        stage="open",
        at=MONDAY,
    )
    for role in (Role.EXECUTOR, Role.BODY_REPRESENTATIVE):
        unit, user = body(appeal.office, f"Орган {role}"), everybody[role]
        Representative.objects.create(body=unit, user=user, name_kk="ү", name_ru="ю", since=MONDAY.date())
        Executor.objects.create(instruction=row, body=unit, lead=role is Role.EXECUTOR)
    by = Actor(
        kind=Kind.STAFF,
        office_id=appeal.office_id,
        name="department",
        user_id=everybody[Role.DEPARTMENT].pk,
        roles=frozenset({Role.DEPARTMENT}),
    )
    card = cards.issue(row.pk, {row.stage: Words(kk="Берілді", ru="Дано")}, asked=Asked(by=by, at=MONDAY))
    return {
        "instruction_id": row.pk,
        "press": "accept",
        "reply_file_id": replied(row).pk,
        "control_paper_id": card.pk,
    }


def replied(row: Instruction) -> ReplyFile:
    """An answer of the body that leads, with a file."""
    said = Reply.objects.create(
        instruction=row, part=lead(row), kind="interim", text="Смета готова.", at=MONDAY
    )
    kept = files.keep(files.Upload("смета.png", PNG))
    return ReplyFile.objects.create(
        reply=said, name=kept.name, kind=kept.kind, size=kept.size, sha256=kept.sha256, stored=kept.stored
    )


def _hand_on(request: pytest.FixtureRequest) -> Situation:
    row, person, _ = given(request)
    asked: dict[str, object] = {"part_id": lead(row).pk, "person_id": person.pk}
    return Situation(row.appeal, asked, on(request.getfixturevalue("clerk")).at)


def _known(request: pytest.FixtureRequest) -> Situation:
    akim: Official = request.getfixturevalue("akim")
    asked = {"known_from": "история e-Otinish", "official_id": akim.pk}
    return Situation(request.getfixturevalue("appointed"), asked)


def _closed(request: pytest.FixtureRequest) -> Any:  # noqa: ANN401  an appeal
    row, _, executor = given(request)
    department = request.getfixturevalue("department")
    carried_out(row, executor, department)
    return answered(row.appeal, request.getfixturevalue("akim"), department)


def _reopen(request: pytest.FixtureRequest) -> Situation:
    appeal = _closed(request)
    return Situation(appeal, {"words": "Воды нет."}, on(request.getfixturevalue("clerk"), 4, 20).at)


def _checked(request: pytest.FixtureRequest) -> Situation:
    appeal, clerk = _closed(request), request.getfixturevalue("clerk")
    control.reopen(appeal.pk, words="Воды нет.", asked=on(clerk, 4, 20))
    appeal.refresh_from_db()
    return Situation(appeal, {"found": "Проверено на месте."}, on(clerk, 4, 21).at)


CONTROL: dict[str, Build] = {
    "hand_on": _hand_on,
    "note_earlier_hand": _known,
    "reopen": _reopen,
    "confirm_done": _checked,
    "put_back": _checked,
}
