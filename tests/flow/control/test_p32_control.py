"""Paragraph 32: the department controls what was ordered; only who ordered it changes its day."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.control import actions as control
from qabyldau.control import board, queries, reminders
from qabyldau.control.actions import Given
from qabyldau.control.board import Bucket, Group
from qabyldau.control.kinds import Verdict
from qabyldau.control.models import Instruction
from qabyldau.journal import queries as journal
from qabyldau.outbox.models import Message
from qabyldau.papers import queries as papers
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.regulation.unlawful import UnlawfulError
from tests.flow.conftest import moment
from tests.flow.control.conftest import DUE, lead, on, refused

MAY = date(2026, 5, 4)
pytestmark = pytest.mark.clause("32")


def test_p32_an_executor_accepts_answers_and_reports_and_the_department_looks(
    given: Instruction, executor: Actor, department: Actor
) -> None:
    part = lead(given)
    control.accept(part.pk, asked=on(executor))
    control.answer_meanwhile(part.pk, given=Given("Проект готов."), asked=on(executor, 3, 30))
    assert queries.instruction(given.office_id, given.pk).stage == "in_work"

    control.report(part.pk, given=Given("Ведём работу."), asked=on(executor, 4, 6))
    with pytest.raises(UnlawfulError, check=refused("sent_back_without_reason", "32")):
        control.send_back(given.pk, remark=" ", asked=on(department, 4, 6))
    control.send_back(given.pk, remark="Действия нет.", verdict=Verdict.EMPTY, asked=on(department, 4, 6, 12))
    said = control.report(part.pk, given=Given("Проведён 8 апреля."), asked=on(executor, 4, 13))
    found = control.accept_report(given.pk, asked=on(department, 4, 14))

    assert said.late
    assert (found.stage, found.reported_on, found.off_on) == ("fulfilled", date(2026, 4, 13), None)
    assert list(given.replies.values_list("kind", "verdict")) == [
        ("interim", ""),
        ("report", "empty"),
        ("report", "accepted"),
    ]
    told = Message.objects.get(key__startswith=f"instruction-{given.pk}-returned")
    assert (told.address, "Действия нет." in told.text) == ("unit@example.org", True)


def test_p32_only_who_gave_the_instruction_changes_its_day(
    given: Instruction, executor: Actor, department: Actor, receiving: Actor, staff: Callable[..., Actor]
) -> None:
    wish = control.wish_day(given.pk, until=MAY, reason="Нет труб.", asked=on(executor))
    for other in (department, staff(Role.HEAD_OF_OFFICE)):
        with pytest.raises(UnlawfulError, check=refused("day_of_another", "32")):
            control.grant_day(given.pk, asked=on(other))
    with pytest.raises(PermissionDeniedError):
        control.move_day(given.pk, until=MAY, reason="Так.", asked=on(executor))

    control.grant_day(given.pk, asked=on(receiving))
    control.move_day(given.pk, until=date(2026, 5, 8), reason="Праздник.", asked=on(receiving))

    given.refresh_from_db()
    kept = list(given.day_changes.values_list("before", "until", "granted"))
    assert given.due_on == date(2026, 5, 8)
    assert kept == [(DUE, MAY, True), (MAY, date(2026, 5, 8), True)]
    assert (wish.wished_by_name, wish.before) == ("executor", DUE)


def test_p32_the_day_stays_when_it_is_not_given(
    given: Instruction, executor: Actor, receiving: Actor
) -> None:
    with pytest.raises(UnlawfulError, check=refused("day_not_later", "32")):
        control.wish_day(given.pk, until=DUE, reason="Нет труб.", asked=on(executor))
    control.wish_day(given.pk, until=MAY, reason="Нет труб.", asked=on(executor))
    with pytest.raises(UnlawfulError, check=refused("day_wish_waits", "32")):
        control.wish_day(given.pk, until=MAY, reason="Нет труб.", asked=on(executor))

    control.deny_day(given.pk, remark="Трубы есть на складе.", asked=on(receiving))

    given.refresh_from_db()
    assert given.due_on == DUE
    assert Message.objects.filter(key__startswith=f"instruction-{given.pk}-day_denied").exists()
    with pytest.raises(UnlawfulError, check=refused("no_day_wish", "32")):
        control.grant_day(given.pk, asked=on(receiving))


def test_p32_a_task_of_a_co_executor_ends_within_the_instruction(
    given: Instruction, executor: Actor, department: Actor
) -> None:
    part = given.executors.get(lead=False)
    with pytest.raises(UnlawfulError, check=refused("task_after_instruction", "32")):
        control.give_task(part.pk, text="Смета.", due_on=MAY, asked=on(executor))
    with pytest.raises(PermissionDeniedError):
        control.report(part.pk, given=Given("Готово."), asked=on(executor))

    control.give_task(part.pk, text="Смета.", due_on=date(2026, 4, 3), asked=on(executor))
    said = control.report(part.pk, given=Given("Готово.", paper="№ 5"), asked=on(department, 4, 2))

    part.refresh_from_db()
    assert (said.kind, part.done_on, part.due_on) == ("part", date(2026, 4, 2), date(2026, 4, 3))
    assert queries.instruction(given.office_id, given.pk).stage == "open"


def test_p32_reminders_go_before_the_day_once_and_higher_up_after_it(
    given: Instruction, office: Office, executor: Actor, department: Actor
) -> None:
    def sent(*day: int) -> int:
        return reminders.tick(office, moment(*day))

    # 10 April is a Friday: 3, 7 and 9 April are five, three and one working days before it.
    assert [sent(4, 2), sent(4, 3), sent(4, 3, 15), sent(4, 4), sent(4, 7), sent(4, 9)] == [0, 1, 0, 0, 1, 1]
    assert [sent(4, 10), sent(4, 13, 8), sent(4, 13), sent(4, 13, 15)] == [0, 0, 1, 0]
    assert [sent(4, 15), sent(4, 21), sent(4, 22)] == [1, 1, 0]

    assert [one.level for one in given.escalations.all()] == ["body", "head_of_office", "akim"]
    made = papers.of(given.key)
    assert [one.kind for one in made] == ["reminder"] * 6
    assert len({one.number for one in made}) == 6
    control.report(lead(given).pk, given=Given("Сделано."), asked=on(executor, 4, 23))
    assert control.remind(office.pk, [given.pk], asked=on(department, 4, 23)) == []


def test_p32_the_board_counts_by_day_and_by_whose_it_is(given: Instruction, department: Actor) -> None:
    rows = queries.visible_to(department, date(2026, 4, 13))
    late, soon = queries.pressure(rows, date(2026, 4, 13), date(2026, 4, 16)), date(2026, 4, 9)
    near = queries.pressure(rows, date(2026, 4, 7), date(2026, 4, 10))

    assert (late.overdue, late.all, near.soon) == (1, 1, 1)
    found = {one: board.groups(rows, one, date(2026, 4, 13)) for one in Group}
    assert [(len(group), group[0].overdue) for group in found.values()] == [(1, 1)] * 4
    assert list(board.in_bucket(rows, Bucket.LATER, date(2026, 4, 1), soon)) == [given]
    assert not board.in_bucket(rows, Bucket.OVERDUE, DUE, soon)
    chosen = {one: group[0].key for one, group in found.items()}
    assert list(board.narrowed(rows, chosen)) == [given]


def test_p32_everything_is_journaled_with_its_clause(
    given: Instruction, office: Office, executor: Actor, department: Actor
) -> None:
    control.accept(lead(given).pk, asked=on(executor))
    control.remind(office.pk, [given.pk], asked=on(department))

    entries = list(journal.about(office.pk, given.appeal.key))
    cited = {one.action: (one.citation or {}).get("number") for one in entries}
    assert (cited["accept_instruction"], cited["remind_executor"]) == ("32", "32")
