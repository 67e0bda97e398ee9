"""Paragraph 33: off control by the final motivated answer alone; the applicant may doubt that it was kept."""

from datetime import date

import pytest

from qabyldau.acts import perform
from qabyldau.control import actions as control
from qabyldau.control import queries
from qabyldau.control.actions import Given
from qabyldau.control.models import Instruction
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Official
from qabyldau.reception import queries as reception
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError, UnlawfulMoveError
from tests.flow.conftest import moment
from tests.flow.control.conftest import answered, carried_out, lead, on, refused, stages

pytestmark = pytest.mark.clause("33")


def test_p33_while_an_instruction_is_not_done_there_is_no_final_answer(
    given: Instruction, appointed: Appeal, executor: Actor, department: Actor, akim: Official
) -> None:
    for stage in ("open", "reported"):
        assert stages(appointed) == [stage]
        with pytest.raises(UnlawfulError, check=refused("instructions_open", "33")):
            answered(appointed, akim, department)
        if stage == "open":
            control.report(lead(given).pk, given=Given("Готово."), asked=on(executor, 4, 7))

    control.accept_report(given.pk, asked=on(department, 4, 8))
    assert stages(appointed) == ["fulfilled"]
    answered(appointed, akim, department)

    given.refresh_from_db()
    assert (given.stage, given.off_on) == ("done", date(2026, 4, 9))
    answer = reception.final_answer(appointed)
    assert answer is not None
    assert (answer.signed_by, answer.character, answer.at) == (akim, "satisfied", moment(4, 9))
    letter = Message.objects.get(about=appointed.key, notice="final_answer", channel="email")
    assert (letter.language, answer.text in letter.text) == (appointed.language, True)


def test_p33_closing_with_an_interim_answer_is_refused(
    given: Instruction, appointed: Appeal, executor: Actor, department: Actor, akim: Official
) -> None:
    carried_out(given, executor, department)
    said = {"text": "Работы идут.", "character": "explained", "signed_by_id": akim.pk}

    with pytest.raises(UnlawfulError, check=refused("answer_not_final", "33")):
        perform("close", appointed, {**said, "kind": "interim"}, on(department, 4, 8))

    perform("close", appointed, said, on(department, 4, 8))
    assert stages(appointed) == ["done"]


def test_p33_not_done_opens_a_check_and_what_is_not_done_is_on_control_again(
    closed: Appeal, given: Instruction, executor: Actor, department: Actor, akim: Official
) -> None:
    applicant = Actor.applicant(closed.office_id, closed.pk)
    check = control.reopen(closed.pk, words="Воды так и нет.", asked=on(applicant, 4, 20))
    closed.refresh_from_db()
    assert (closed.state, check.due_on) == ("checking", date(2026, 4, 27))
    assert list(queries.open_checks(closed.office_id)) == [check]

    control.put_back(closed.pk, found="На месте воды нет.", asked=on(department, 4, 22))

    closed.refresh_from_db()
    given.refresh_from_db()
    assert (closed.state, given.stage, given.off_on, given.due_on) == (
        "held",
        "open",
        None,
        date(2026, 4, 10),
    )
    notices = Message.objects.filter(about=closed.key, channel="email").order_by("pk")
    assert list(notices.values_list("notice", flat=True))[-2:] == ["check_begun", "check_over"]
    carried_out(given, executor, department, day=24)
    answered(closed, akim, department, day=28)
    assert (closed.state, stages(closed)) == ("closed", ["done"])


def test_p33_what_the_check_finds_done_stays_closed(closed: Appeal, department: Actor, clerk: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        control.reopen(closed.pk, words="Нет.", asked=on(Actor.applicant(closed.office_id, 0), 4, 20))
    with pytest.raises(UnlawfulMoveError):
        control.confirm_done(closed.pk, found="Есть.", asked=on(department, 4, 20))
    control.reopen(closed.pk, words="По телефону: воды нет.", asked=on(clerk, 4, 20))

    control.confirm_done(closed.pk, found="Проверено 21 апреля: вода есть.", asked=on(department, 4, 21))

    closed.refresh_from_db()
    row = queries.checks(closed).get()
    assert (closed.state, row.outcome, stages(closed)) == ("closed", "confirmed", ["done"])
    letter = Message.objects.get(about=closed.key, notice="check_over", channel="email")
    assert "Проверено 21 апреля" in letter.text


def test_p33_not_done_is_taken_for_some_days_and_only_where_something_was_ordered(
    closed: Appeal,
) -> None:
    applicant = Actor.applicant(closed.office_id, closed.pk)

    with pytest.raises(UnlawfulError, check=refused("doubt_too_late", "32")):
        control.reopen(closed.pk, words="Воды нет.", asked=on(applicant, 5, 12))
    Instruction.objects.filter(appeal=closed).update(stage="dropped", off_on=None)
    with pytest.raises(UnlawfulError, check=refused("nothing_was_ordered", "32")):
        control.reopen(closed.pk, words="Воды нет.", asked=Asked(by=applicant, at=moment(4, 20)))
