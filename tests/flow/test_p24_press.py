"""Paragraph 24: receptions are covered in the media; of those received, figures only."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.papers.models import Paper
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Role
from qabyldau.press import actions, figures, queries, texts
from qabyldau.press.actions import Wording
from qabyldau.press.kinds import Kind, Stage
from qabyldau.reception import desk
from qabyldau.registry.models import Appeal
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, NUMBERS, arrive, moment, on_the_day

AFTER = moment(3, 19, 18)


def refused(code: str) -> Callable[[UnlawfulError], bool]:
    return lambda found: (found.code, found.citation and found.citation.number) == (code, "24")


def both(text: str) -> Words:
    return Words(kk=text, ru=text)


@pytest.fixture
def press(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.PRESS)


@pytest.fixture
def received(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> list[Appeal]:
    """The whole hall, one after another."""
    for place, appeal in enumerate(hall):
        visit = arrive(appeal, clerk, place * 3)
        desk.call(day.pk, asked=on_the_day(clerk, 15, place * 3))
        desk.start(visit.pk, asked=on_the_day(clerk, 15, place * 3 + 1))
        desk.finish(visit.pk, summary="Разъяснено.", asked=on_the_day(clerk, 15, place * 3 + 2))
    return hall


@pytest.mark.clause("24")
@pytest.mark.parametrize("kind", Kind)
def test_p24_a_draft_names_nobody_who_was_received_and_no_number(
    received: list[Appeal], day: ReceptionDay, kind: Kind
) -> None:
    said = texts.drafted(day, kind)

    whole = " ".join((said.title.kk, said.title.ru, said.text.kk, said.text.ru))
    names = [word for one in received for word in one.applicant_name.split() if len(word) > 1]
    assert not [name for name in (*names, *NUMBERS) if name in whole]
    assert day.official.name_ru in said.text.ru


def test_small_figures_are_hidden_and_none_is_said_plainly() -> None:
    assert [figures.said(count).ru for count in (0, 1, 4, 5, 17)] == ["0", "менее 5", "менее 5", "5", "17"]


@pytest.mark.clause("24")
def test_p24_an_item_is_worded_published_and_taken_down_within_a_working_day(
    received: list[Appeal], day: ReceptionDay, press: Actor
) -> None:
    with pytest.raises(UnlawfulError, check=refused("press_too_early")):
        actions.draft(day.pk, kind=Kind.REPORT, by=press, at=MONDAY)
    with pytest.raises(UnlawfulError, check=refused("press_too_late")):
        actions.draft(day.pk, kind=Kind.ANNOUNCEMENT, by=press, at=moment(3, 20))
    row = actions.draft(day.pk, kind=Kind.REPORT, by=press, at=AFTER)
    for text, code in (
        (received[0].applicant_name, "press_names_a_person"),
        (NUMBERS[0], "press_has_a_number"),
    ):
        with pytest.raises(UnlawfulError, check=refused(code)):
            actions.word(row.pk, wording=Wording(both("Итоги"), both(f"Принят {text}.")), by=press, at=AFTER)

    shown = Wording(both("Итоги дня"), both("Принято менее 5 человек."), people_shown=1)
    actions.word(row.pk, wording=shown, by=press, at=AFTER)
    with pytest.raises(UnlawfulError, check=refused("press_without_consent")):
        actions.publish(row.pk, by=press, at=AFTER)
    actions.consent(row.pk, name="Үлгі", how="қағаз", given_on=day.on, by=press, at=AFTER)
    actions.publish(row.pk, by=press, at=AFTER)
    assert list(queries.published(day.office_id)) == [row]
    assert Paper.objects.filter(about=row.key).count() == 2

    asked = actions.ask_take_down(row.pk, reason="Прошу не показывать.", by=press, at=moment(3, 20))
    assert asked.due_on == date(2026, 3, 26)
    assert actions.take_down(row.pk, by=press, at=moment(3, 20, 15)).stage == Stage.TAKEN_DOWN
    assert not queries.published(day.office_id)
    assert not queries.owed(day.office_id)
