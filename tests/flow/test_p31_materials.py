"""Materials: asked by a paper, answered by the unit's own person, reminded of, late and then the head's."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.acts import perform
from qabyldau.bodies.kinds import BodyKind
from qabyldau.bodies.models import Body, Representative
from qabyldau.journal import queries as journal
from qabyldau.materials import actions as materials
from qabyldau.materials import queries, reminders
from qabyldau.materials.actions import Given, Wanted
from qabyldau.materials.kinds import AnswerKind, RequestState
from qabyldau.materials.models import MaterialRequest
from qabyldau.outbox.models import Message
from qabyldau.papers import queries as papers
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, User
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.errors import FileRefusedError
from qabyldau.registry.files import Upload
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from tests.flow.conftest import MONDAY, moment

pytestmark = pytest.mark.clause("31")
THURSDAY = date(2026, 3, 5)
QUESTION = "Есть ли село Переметное в плане водоснабжения на 2026 год?"
Staff = Callable[..., Actor]


@pytest.fixture
def unit(office: Office) -> Body:
    return Body.objects.create(
        office=office,
        kind=BodyKind.UNIT,
        name_kk="Құрылыс басқармасы",
        name_ru="Управление строительства",
        email="unit@example.org",
        language="ru",
        since=date(2025, 1, 1),
    )


@pytest.fixture
def speaker(unit: Body, staff: Staff) -> Actor:
    """Somebody who speaks for the unit."""
    actor = staff(Role.EXECUTOR)
    user = User.objects.get(username=actor.name)
    Representative.objects.create(body=unit, user=user, name_kk="Ө", name_ru="О", since=date(2025, 1, 1))
    return actor


def ask(appeal: Appeal, unit: Body, department: Actor, due_on: date = THURSDAY) -> MaterialRequest:
    wanted = Wanted(unit.pk, QUESTION, due_on)
    return materials.ask(appeal.pk, wanted=wanted, asked=Asked(by=department, at=MONDAY))


@pytest.fixture
def request_(under_review: Appeal, unit: Body, department: Actor) -> MaterialRequest:
    return ask(under_review, unit, department)


def test_p31_a_unit_is_asked_by_a_numbered_paper_and_by_mail(request_: MaterialRequest) -> None:
    paper = papers.of(request_.key)[0]
    letter = Message.objects.get(about=request_.key)

    assert request_.number == paper.number
    assert (letter.address, letter.channel) == ("unit@example.org", "email")
    assert QUESTION in letter.text
    assert request_.appeal.applicant_name not in letter.text
    assert QUESTION in str(paper.data["texts"]["ru"])


def test_p31_a_central_body_is_not_bound(under_review: Appeal, unit: Body, department: Actor) -> None:
    Body.objects.filter(pk=unit.pk).update(kind=BodyKind.CENTRAL)

    with pytest.raises(UnlawfulError) as refused:
        ask(under_review, unit, department)

    assert refused.value.code == "material_not_bound"
    assert refused.value.citation
    assert refused.value.citation.number == "31"


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2026, 2, 27), "material_due_past"), (date(2026, 3, 7), "material_due_day_off")],
)
def test_p31_the_day_is_a_working_day_ahead(
    under_review: Appeal, unit: Body, department: Actor, day: date, code: str
) -> None:
    with pytest.raises(UnlawfulError) as refused:
        ask(under_review, unit, department, day)

    assert refused.value.code == code


def test_p31_the_units_person_answers_with_files(request_: MaterialRequest, speaker: Actor) -> None:
    scan = Upload("план.pdf", b"%PDF-1.4 plan")

    materials.answer(request_.pk, given=Given("Есть, строка 12.", uploads=(scan,)), by=speaker, at=MONDAY)

    request_.refresh_from_db()
    assert request_.state == RequestState.ANSWERED
    assert (request_.answer.late, request_.answer.by_name) == (False, speaker.name)
    assert [one.name for one in request_.answer.files.all()] == ["план.pdf"]


def test_p31_a_file_is_checked_as_everywhere(request_: MaterialRequest, speaker: Actor) -> None:
    bad = Upload("план.exe", b"MZ\x90\x00")

    with pytest.raises(FileRefusedError):
        materials.answer(request_.pk, given=Given("Есть.", uploads=(bad,)), by=speaker, at=MONDAY)

    request_.refresh_from_db()
    assert request_.state == RequestState.OPEN


def test_p31_another_units_person_neither_sees_nor_answers(
    request_: MaterialRequest, staff: Staff, office: Office
) -> None:
    stranger = staff(Role.EXECUTOR, name="stranger")

    assert not queries.visible_to(stranger, MONDAY.date()).exists()
    with pytest.raises(PermissionDeniedError):
        materials.answer(request_.pk, given=Given("Есть."), by=stranger, at=MONDAY)
    assert office.pk == request_.office_id


def test_p31_who_cannot_answer_says_why(request_: MaterialRequest, speaker: Actor) -> None:
    given = Given("Сведения в архиве, доступа нет.", AnswerKind.UNABLE)

    materials.answer(request_.pk, given=given, by=speaker, at=MONDAY)

    request_.refresh_from_db()
    assert request_.state == RequestState.UNABLE


def test_p31_an_answer_is_given_once(request_: MaterialRequest, speaker: Actor) -> None:
    materials.answer(request_.pk, given=Given("Есть."), by=speaker, at=MONDAY)

    with pytest.raises(UnlawfulError) as refused:
        materials.answer(request_.pk, given=Given("Нет."), by=speaker, at=MONDAY)

    assert refused.value.code == "material_closed"


def test_p31_more_time_is_granted_by_the_asker_and_both_days_stay(
    request_: MaterialRequest, speaker: Actor, department: Actor
) -> None:
    until = date(2026, 3, 10)
    materials.ask_more_time(request_.pk, until=until, reason="Ждём архив.", by=speaker, at=MONDAY)
    with pytest.raises(PermissionDeniedError):
        materials.grant_time(request_.pk, by=speaker, at=MONDAY)

    wish = materials.grant_time(request_.pk, by=department, at=MONDAY)

    request_.refresh_from_db()
    assert (wish.before, request_.due_on) == (THURSDAY, until)
    assert Message.objects.filter(about=request_.key, text__contains="новый срок").exists()


def test_p31_without_the_grant_the_day_stays(
    request_: MaterialRequest, speaker: Actor, department: Actor
) -> None:
    until = date(2026, 3, 10)
    materials.ask_more_time(request_.pk, until=until, reason="Ждём архив.", by=speaker, at=MONDAY)

    materials.deny_time(request_.pk, remark="День приёма близко.", by=department, at=MONDAY)

    request_.refresh_from_db()
    assert request_.due_on == THURSDAY


def test_p31_overdue_goes_to_the_head_once_and_into_the_report(request_: MaterialRequest) -> None:
    friday = moment(3, 6, 10)

    counts = [reminders.tick(request_.office, friday), reminders.tick(request_.office, friday)]

    request_.refresh_from_db()
    assert counts == [1, 0]
    assert request_.escalated_on == friday.date()
    found = queries.overdue_by_body(request_.office_id, date(2026, 1, 1), date(2026, 4, 1))
    assert found == [(request_.body_id, 1, 1)]
    actions = [one.action for one in journal.about(request_.office_id, request_.appeal.key)]
    assert actions.count("material_overdue") == 1


def test_p31_control_in_time_nothing_is_overdue(request_: MaterialRequest) -> None:
    thursday = moment(3, 5, 10)

    assert reminders.tick(request_.office, thursday) == 0
    found = queries.overdue_by_body(request_.office_id, date(2026, 1, 1), date(2026, 3, 5))
    assert found == []


def test_p31_a_reminder_comes_once_a_day_and_never_at_night(request_: MaterialRequest) -> None:
    reminders.tick(request_.office, moment(3, 4, 3))
    at_night = Message.objects.filter(about=request_.key).count()

    for hour in (10, 11, 15):
        reminders.tick(request_.office, moment(3, 4, hour))

    assert (at_night, Message.objects.filter(about=request_.key).count()) == (1, 2)


def test_p31_when_the_appeal_is_over_nobody_need_answer(request_: MaterialRequest, department: Actor) -> None:
    registry.withdraw(request_.appeal_id, asked=Asked(by=department, at=MONDAY))

    reminders.tick(request_.office, moment(3, 3, 10))

    request_.refresh_from_db()
    assert request_.state == RequestState.WITHDRAWN


def test_p31_the_department_withdraws_what_is_not_needed(
    request_: MaterialRequest, department: Actor
) -> None:
    materials.withdraw(request_.pk, reason="Нашли сами.", by=department, at=MONDAY)

    request_.refresh_from_db()
    assert (request_.state, request_.withdrawn_because) == (RequestState.WITHDRAWN, "Нашли сами.")


def test_p31_a_paper_answer_is_recorded_by_the_department(
    request_: MaterialRequest, department: Actor
) -> None:
    given = Given("Есть.", paper="№ 15 от 4 марта", by_name="О. О. Образцова")

    materials.answer(request_.pk, given=given, by=department, at=moment(3, 6))

    request_.refresh_from_db()
    assert (request_.answer.paper, request_.answer.late) == ("№ 15 от 4 марта", True)


def test_p31_a_day_after_the_notes_own_is_marked(on_decision: Appeal, unit: Body, department: Actor) -> None:
    """The reception is on the 19th, the note was due on the 12th."""
    given = {"body_id": unit.pk, "question": QUESTION, "due_on": "2026-03-13"}

    late = perform("ask_material", on_decision, given, Asked(by=department, at=MONDAY))
    given["due_on"] = "2026-03-12"
    in_time = perform("ask_material", on_decision, given, Asked(by=department, at=MONDAY))

    assert (late.after_note, in_time.after_note) == (True, False)
