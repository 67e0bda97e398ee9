"""Participation: an appeal for each of its acts, and the rows that its addresses name."""

from __future__ import annotations

from datetime import date

import pytest

from qabyldau.bodies import actions as bodies
from qabyldau.bodies.actions import BodySheet, Seat
from qabyldau.bodies.kinds import BodyKind
from qabyldau.bodies.models import Body, Representative
from qabyldau.participation import actions
from qabyldau.participation.actions import Guest
from qabyldau.participation.models import CentralRequest, Invitation, RefusalReport
from qabyldau.people.actor import Actor, Kind
from qabyldau.people.models import Applicant, User
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.words import Words
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY
from tests.web.access.situation import Build, Situation

SINCE = date(2025, 1, 1)
NAME = Words(kk="Үлгі органы", ru="Орган образцов")
SENT = "Просим участвовать."


def _appeal(request: pytest.FixtureRequest, name: str) -> Appeal:
    found: Appeal = request.getfixturevalue(name)
    return found


def _department(request: pytest.FixtureRequest) -> Actor:
    found: Actor = request.getfixturevalue("department")
    return found


def _ministry(request: pytest.FixtureRequest) -> Body:
    by = _department(request)
    sheet = BodySheet(BodyKind.CENTRAL, NAME, head=NAME)
    return bodies.enter_body(by.office_id, sheet, since=SINCE, by=by, at=MONDAY)


def _request(request: pytest.FixtureRequest) -> Situation:
    given: dict[str, object] = {"body_id": _ministry(request).pk, "question": SENT}
    return Situation(_appeal(request, "under_review"), given)


def _asked(request: pytest.FixtureRequest) -> CentralRequest:
    appeal, by = _appeal(request, "under_review"), _department(request)
    asked = Asked(by=by, at=MONDAY)
    row = actions.request_central(appeal.pk, body_id=_ministry(request).pk, question=SENT, asked=asked)
    appeal.refresh_from_db()
    return row


def _told(request: pytest.FixtureRequest) -> Situation:
    return Situation(_asked(request).appeal)


def _extended(request: pytest.FixtureRequest) -> Situation:
    given: dict[str, object] = {"until": "2026-04-01", "reason": "Ждём ответа министерства."}
    return Situation(_asked(request).appeal, given)


def _answered(request: pytest.FixtureRequest) -> Situation:
    row = _asked(request)
    given: dict[str, object] = {"request_id": row.pk, "answer": "agreed", "answered_on": "2026-03-02"}
    return Situation(row.appeal, given)


def _foreign(**given: object) -> Build:
    def build(request: pytest.FixtureRequest) -> Situation:
        appeal = _appeal(request, "under_review")
        Applicant.objects.filter(pk=appeal.applicant_id).update(kind="foreigner")
        return Situation(Appeal.objects.get(pk=appeal.pk), given)

    return build


def _confirmed(request: pytest.FixtureRequest) -> Situation:
    found = _foreign(comes=True)(request)
    asked = Asked(by=_department(request), at=MONDAY)
    actions.ask_interpreter(found.appeal.pk, language="түрік", name="Үлгі Аудармашы", asked=asked)
    return found


PARTICIPATION: dict[str, Build] = {
    "request_central": _request,
    "extend_for_central": _extended,
    "tell_central": _told,
    "record_central_answer": _answered,
    "approve_regime": _foreign(number="1", approved_on="2026-03-02", approved_by="бөлім"),
    "ask_interpreter": _foreign(language="түрік", name="Үлгі Аудармашы"),
    "confirm_interpreter": _confirmed,
    "note_treaty": _foreign(text="Шартта басқаша айтылмаған."),
}


def invited(day: ReceptionDay, everybody: dict[Role, User]) -> dict[str, object]:
    """A body with somebody to speak for it, asked to the day, that declined before."""
    user = everybody[Role.DEPARTMENT]
    by = Actor(
        kind=Kind.STAFF,
        office_id=day.office_id,
        name="department",
        user_id=user.pk,
        roles=frozenset({Role.DEPARTMENT}),
    )
    body = bodies.enter_body(
        day.office_id, BodySheet(BodyKind.TERRITORIAL, NAME), since=SINCE, by=by, at=MONDAY
    )
    seat = Seat(NAME, user_id=everybody[Role.BODY_REPRESENTATIVE].pk)
    member: Representative = bodies.seat(body.pk, seat, since=SINCE, by=by, at=MONDAY)
    (invitation,) = actions.invite(day.pk, guests=(Guest(body.pk),), by=by, at=MONDAY)
    return {
        "body_id": body.pk,
        "member_id": member.pk,
        "invitation_id": invitation.pk,
        "refusal_id": _refusal(invitation, body).pk,
    }


def _refusal(invitation: Invitation, body: Body) -> RefusalReport:
    return RefusalReport.objects.create(
        office_id=invitation.office_id,
        body=body,
        invitation=invitation,
        refused_on=MONDAY.date(),
        reason="Қатыса алмайды.",
        edition_code="zko-289@2023",
        due_on=date(2026, 3, 4),
        citation={"edition": "zko-289@2023", "unit": "п.", "number": "20", "kk": "20-тармақ", "ru": "п. 20"},
        calendar_version=0,
        paper=invitation.paper,
    )
