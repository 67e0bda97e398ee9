"""The pages of participation: asked by the department, answered by the body, reported, and ready or not."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from qabyldau.bodies.models import Body
from qabyldau.participation import actions
from qabyldau.participation.actions import Guest, Said
from qabyldau.participation.kinds import Answer
from qabyldau.participation.models import Invitation, RefusalReport
from qabyldau.people.actor import Actor
from qabyldau.people.models import Applicant, User
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, moment
from tests.web.staff.conftest import Enter, send, signed_in, words


@pytest.fixture
def invitation(akims: ReceptionDay, police: Body, department: Actor) -> Invitation:
    (row,) = actions.invite(akims.pk, guests=(Guest(police.pk),), by=department, at=MONDAY)
    return row


def test_the_department_asks_a_body_and_tells_it_of_a_matter(
    akims: ReceptionDay, police: Body, approved: Appeal, enter: Enter
) -> None:
    browser = enter(Role.DEPARTMENT)
    page = f"/ru/staff/days/{akims.pk}/bodies/"
    assert "не хватает 4 органов" in words(browser.get(page))

    browser.post(
        page,
        {
            "bodies": [police.pk],
            f"gist_{approved.pk}": "Нет воды в селе.",
            f"told_{approved.pk}": [police.pk],
        },
    )

    row = Invitation.objects.get()
    assert [one.gist for one in row.matters.all()] == ["Нет воды в селе."]
    assert "нет ответа" in words(browser.get(page))


@pytest.mark.usefixtures("police")
def test_the_gist_offered_names_neither_the_person_nor_a_number(
    akims: ReceptionDay, approved: Appeal, enter: Enter
) -> None:
    Appeal.objects.filter(pk=approved.pk).update(
        substance=f"Я, {approved.applicant_name}, тел. +7 701 111 22 33"
    )
    page = enter(Role.DEPARTMENT).get(f"/ru/staff/days/{akims.pk}/bodies/").content.decode()

    offered = page[page.index("<textarea") : page.index("</textarea>")]
    assert "тел." in offered
    assert approved.applicant_name.split()[0] not in offered
    assert "701" not in offered


def test_the_body_answers_on_its_own_page_and_sees_no_other(invitation: Invitation, speaker: User) -> None:
    browser = signed_in(speaker)
    page = f"/ru/staff/invited/{invitation.pk}/"
    assert "приглашение ждёт вашего ответа" in words(browser.get("/ru/staff/"))

    seen = words(browser.get(page))
    browser.post(page, {"seen": 0, "answer": "confirmed", "name": "Окилов Ербол"})

    invitation.refresh_from_db()
    assert "Тестов Аким" in seen
    assert invitation.answer == Answer.CONFIRMED
    assert "придёт" in words(browser.get("/ru/staff/invited/"))
    assert browser.get(f"/ru/staff/invited/{invitation.pk}/paper/").content[:5] == b"%PDF-"
    Body.objects.filter(pk=invitation.body_id).update(until=date(2026, 3, 1))
    assert browser.get(page).status_code == 404


def test_an_answer_without_a_name_or_a_reason_is_told_at_the_field(
    invitation: Invitation, speaker: User
) -> None:
    browser = signed_in(speaker)
    for answer, said in (("confirmed", "Назовите, кто придёт"), ("declined", "почему орган отказался")):
        page = browser.post(f"/ru/staff/invited/{invitation.pk}/", {"seen": 0, "answer": answer})
        assert page.status_code == 422
        assert said in words(page)


def test_two_answers_at_once_the_second_person_is_told(
    invitation: Invitation, speaker: User, department: Actor
) -> None:
    said = Said(Answer.CONFIRMED, name="Окилов Ербол")
    actions.reply(invitation.pk, said=said, by=department, at=MONDAY)

    page = signed_in(speaker).post(
        f"/ru/staff/invited/{invitation.pk}/", {"seen": 0, "answer": "declined", "reason": "Нет людей."}
    )

    assert page.status_code == 409
    assert "Только что кто-то ответил" in words(page)


def declined(invitation: Invitation, department: Actor) -> RefusalReport:
    said = Said(Answer.DECLINED, reason="Все на учениях.")
    actions.reply(invitation.pk, said=said, by=department, at=MONDAY)
    return RefusalReport.objects.get()


def test_a_refusal_becomes_a_duty_a_letter_and_a_record(
    invitation: Invitation, department: Actor, enter: Enter
) -> None:
    owed = declined(invitation, department)
    browser = enter(Role.DEPARTMENT)
    assert "Нужно сообщить об 1 отказе" in words(browser.get("/ru/staff/"))

    browser.post(f"/ru/staff/refusals/{owed.pk}/letter/")
    early = browser.post(f"/ru/staff/refusals/{owed.pk}/", {"on": "2026-03-03", "way": "sed"})
    browser.post(f"/ru/staff/refusals/{owed.pk}/", {"on": "2026-03-02", "way": "sed", "number": "44"})

    owed.refresh_from_db()
    assert early.status_code == 409
    assert (owed.sent_on, owed.sent_number) == (date(2026, 3, 2), "44")
    assert "сообщено 02.03.2026" in words(browser.get("/ru/staff/refusals/"))
    pages = [browser.get(f"/{one}/staff/refusals/{owed.pk}/paper/") for one in ("kk", "ru")]
    assert [page.content[:5] for page in pages] == [b"%PDF-", b"%PDF-"]


def test_matters_are_changed_and_presence_is_noted_on_the_day(
    invitation: Invitation, approved: Appeal, enter: Enter
) -> None:
    browser = enter(Role.DEPARTMENT)
    send(
        browser,
        f"/ru/staff/participation/{invitation.pk}/matters/",
        **{f"told_{approved.pk}": "on", f"gist_{approved.pk}": "Вода."},
    )
    page = f"/ru/staff/participation/{invitation.pk}/presence/"
    assert browser.post(page, {"came": "no"}).status_code == 409
    with time_machine.travel(moment(3, 19, 15), tick=False):
        signed_in(User.objects.get(username="department")).post(page, {"came": "yes", "name": "Окилов"})

    invitation.refresh_from_db()
    assert [one.gist for one in invitation.matters.all()] == ["Вода."]
    assert (invitation.presence.came, invitation.presence.name) == (True, "Окилов")


@pytest.mark.usefixtures("invitation")
def test_the_day_is_not_ready_and_says_whose_it_is_under_which_clause(
    akims: ReceptionDay, approved: Appeal, enter: Enter
) -> None:
    Applicant.objects.filter(pk=approved.applicant_id).update(kind="foreigner")
    said = words(enter(Role.DEPARTMENT).get(f"/ru/staff/days/{akims.pk}/readiness/"))

    for part in (
        "не готов",
        "1 человек с решением ещё не в списке",
        "п. 27",
        "департамент полиции: нет ответа",
    ):
        assert part in said
    assert "органы прокуратуры: нет в реестре" in said
    assert "Без согласования эти приёмы не начнутся" in said
    assert "п. 10" in said


@pytest.mark.usefixtures("invitation")
def test_the_ledger_of_a_period_and_its_table(enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)

    page = words(browser.get("/ru/staff/participation/?since=2026-03-01&until=2026-03-31"))
    table = browser.get("/ru/staff/participation/ledger.csv?since=2026-03-01&until=2026-03-31")

    assert "департамент полиции" in page
    assert "департамент полиции,1,0,0,1,0,0,0" in table.content.decode()
    assert (
        "департамент полиции"
        not in browser.get(
            "/ru/staff/participation/ledger.csv?since=2025-01-01&until=2025-01-31"
        ).content.decode()
    )
    assert browser.get("/ru/staff/participation/?since=oops").status_code == 200


def test_a_clerk_sees_the_bodies_of_a_day_but_asks_nobody(
    akims: ReceptionDay, police: Body, enter: Enter
) -> None:
    browser: Client = enter(Role.CLERK)

    page = browser.get(f"/ru/staff/days/{akims.pk}/bodies/")
    browser.post(f"/ru/staff/days/{akims.pk}/bodies/", {"bodies": [police.pk]})

    assert "Отправить приглашения" not in words(page)
    assert not Invitation.objects.exists()
