"""The acts of the consideration, each at an appeal where it may be done; and rows that its addresses name."""

from datetime import date

import pytest

from qabyldau.acts import note_papers
from qabyldau.bodies.kinds import BodyKind
from qabyldau.bodies.models import Body, Representative
from qabyldau.materials import actions as materials
from qabyldau.materials.actions import Given, Wanted
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, User
from qabyldau.people.queries import actor_of
from qabyldau.people.roles import Role
from qabyldau.registry.files import Upload
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.review.actions import Invitation, Proposed
from qabyldau.review.models import Agreement, Note
from qabyldau.schedule.models import ReceptionDay
from qabyldau.web.consideration import pack
from tests.flow.conftest import MONDAY, moment
from tests.web.access.situation import Build, Situation

SINCE = date(2025, 1, 1)
HEARING = moment(3, 6, 10)


def unit_of(office: Office) -> Body:
    return Body.objects.create(
        office=office, kind=BodyKind.UNIT, name_kk="Басқарма", name_ru="Управление", since=SINCE
    )


def _appeal(request: pytest.FixtureRequest) -> Appeal:
    appeal: Appeal = request.getfixturevalue("under_review")
    return appeal


def _asked(request: pytest.FixtureRequest) -> Asked:
    department: Actor = request.getfixturevalue("department")
    return Asked(by=department, at=MONDAY)


def _ask_material(request: pytest.FixtureRequest) -> Situation:
    appeal = _appeal(request)
    given = {"body_id": unit_of(appeal.office).pk, "question": "Есть ли план?", "due_on": "2026-03-05"}
    return Situation(appeal, dict(given))


def _keep(request: pytest.FixtureRequest) -> Situation:
    return Situation(_appeal(request), {"facts": "Факты."})


def _kept(request: pytest.FixtureRequest) -> Note:
    return review.keep_note(_appeal(request).pk, proposed=Proposed("Факты."), asked=_asked(request))


def _ask_agreement(request: pytest.FixtureRequest) -> Situation:
    note = _kept(request)
    return Situation(_appeal(request), {"body_ids": [unit_of(note.appeal.office).pk]})


def _agree(request: pytest.FixtureRequest) -> Situation:
    """It is the clerk who is asked."""
    clerk = User.objects.get(username=Role.CLERK.value)
    _kept(request).agreements.create(user=clerk, name_kk="К", name_ru="К", asked_at=MONDAY)
    return Situation(_appeal(request), {"position": "agreed"})


def _invite(request: pytest.FixtureRequest) -> Situation:
    return Situation(_appeal(request), {"starts_at": HEARING.isoformat(), "intended": "Отказ."})


def _invited(request: pytest.FixtureRequest) -> Appeal:
    invitation = Invitation(HEARING, "Отказ.", Words(kk="Кабинет", ru="Кабинет"))
    review.invite(_appeal(request).pk, invitation=invitation, asked=_asked(request))
    return _appeal(request)


CONSIDERATION: dict[str, Build] = {
    "ask_material": _ask_material,
    "keep_note": _keep,
    "ask_agreement": _ask_agreement,
    "agree": _agree,
    "invite": _invite,
    "object_to": lambda request: Situation(_invited(request), {"text": "Не согласен."}),
    "record_hearing": lambda request: Situation(_invited(request), {"state": "absent"}, moment(3, 6, 11)),
}


def considered(appeal: Appeal, day: ReceptionDay, everybody: dict[Role, User]) -> dict[str, object]:
    """A request that both of the unit's people see, its answer, a note on paper, a pack of the day."""
    unit = unit_of(appeal.office)
    for role in (Role.EXECUTOR, Role.BODY_REPRESENTATIVE):
        user = everybody[role]
        Representative.objects.create(body=unit, user=user, name_kk="Ө", name_ru="О", since=SINCE)
    department = actor_of(everybody[Role.DEPARTMENT], appeal.office_id, MONDAY.date())
    assert department
    wanted = Wanted(unit.pk, "Есть ли план?", date(2026, 3, 5))
    asked = materials.ask(appeal.pk, wanted=wanted, asked=Asked(by=department, at=MONDAY))
    given = Given("Есть.", uploads=(Upload("план.pdf", b"%PDF-1.4 plan"),))
    answer = materials.answer(asked.pk, given=given, by=department, at=MONDAY)
    note = Note.objects.get(appeal=appeal)
    Note.objects.filter(pk=note.pk).update(language="kk")
    note.refresh_from_db()
    note_papers.issue(note, by=department, at=MONDAY)
    pack.issue(appeal.office, day, by=department, at=MONDAY)
    row = Agreement.objects.create(note=note, body=unit, name_kk="Б", name_ru="Б", asked_at=MONDAY)
    file = answer.files.get()
    return {
        "request_id": asked.pk,
        "answer_file_id": file.pk,
        "agreement_id": row.pk,
        "note_version": note.version,
        "form": "pdf",
    }
