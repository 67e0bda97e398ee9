"""Beside the findings: the applicant's earlier appeals with reasons, and whose matter it probably is."""

import pytest

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.web.screening.evidence import pieces
from tests.flow.conftest import MONDAY, statement
from tests.web.staff.conftest import Enter, send, words
from tests.web.staff.test_acts import SEEN, place

WATER = "Вода в селе Трекино идёт по часам, насос <сломан>."
WATER_KK = "Трекин ауылында су сағатпен беріледі, сорғы бұзылған."


@pytest.fixture
def repeat(office: Office, clerk: Actor) -> Appeal:
    registry.register(office, statement(substance=WATER), by=clerk, at=MONDAY)
    return registry.register(office, statement(substance=WATER_KK), by=clerk, at=MONDAY).appeal


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "Вероятно, тот же вопрос"), ("kk", "Сол мәселе болуы мүмкін")],
)
def test_the_page_of_findings_shows_the_earlier_appeal_with_its_reasons(
    repeat: Appeal, enter: Enter, language: str, said: str
) -> None:
    page = enter(Role.DEPARTMENT).get(place(repeat, "screen", language)).content.decode()

    assert said in page
    assert "ZKO-2026-000001" in page
    assert '<mark class="alike">Вода</mark>' in page
    assert "«сорғы» — «насос»" in page
    assert "&lt;" in page
    assert "<сломан>" not in page


def test_what_is_not_ours_is_shown_with_the_day_of_redirection(
    office: Office, clerk: Actor, enter: Enter
) -> None:
    typed = statement(substance="Не согласен с решением суда, апелляция отказала.")
    appeal = registry.register(office, typed, by=clerk, at=MONDAY).appeal

    page = words(enter(Role.DEPARTMENT).get(place(appeal, "screen")))

    assert "Не наш: перенаправить" in page
    assert "суда, апелляция" in page
    assert "5 марта 2026" in page


def test_a_repeat_is_not_recorded_before_new_arguments_were_asked_about(repeat: Appeal, enter: Enter) -> None:
    typed = {**SEEN, "heard_before": "yes", "earlier_number": "ZKO-2026-000001"}

    answer = send(enter(Role.DEPARTMENT), place(repeat, "screen"), **typed)

    assert answer.status_code == 422
    assert "новые доводы" in words(answer)


def test_a_first_appeal_says_so(registered: Appeal, enter: Enter) -> None:
    assert "это первое обращение" in words(enter(Role.DEPARTMENT).get(place(registered, "screen")))


def test_pieces_make_the_whole_text_again() -> None:
    assert "".join(piece.text for piece in pieces(WATER, [])) == WATER
