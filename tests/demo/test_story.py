"""The told appeal: it holds from call to answer, leaves nothing behind, and notices what is broken."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from qabyldau.demo.narrate import narrate
from qabyldau.journal.models import Entry
from qabyldau.outbox.models import Message
from qabyldau.people.models import Office, User
from qabyldau.reception import actions as reception
from qabyldau.registry.models import Appeal
from qabyldau.regulation.norms.control import FinalAnswer
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.regulation.words import Language
from qabyldau.review import actions as review

pytestmark = pytest.mark.django_db


def told(language: Language = Language.RU) -> tuple[bool, str]:
    lines: list[str] = []
    return narrate(language, lines.append), "\n".join(lines)


@pytest.mark.parametrize("language", Language)
def test_every_step_holds(language: Language) -> None:
    held, story = told(language)

    assert held, story
    assert "✗" not in story
    assert story.count("✓") == 23


def test_the_story_names_clauses_the_arithmetic_and_documents() -> None:
    _, story = told()

    assert all(f"п. {number} регламента" in story for number in (4, 9, 14, 23, 25, 26, 27, 28, 29, 33))
    assert "14 марта 2023 г. + 15 календарных дней = 29 марта 2023 г." in story
    assert "ZKO-2023-000001.pdf" in story


def test_nothing_of_the_story_stays() -> None:
    told()

    assert not [model for model in (Office, User, Appeal, Entry, Message) if model._default_manager.exists()]


@pytest.mark.parametrize("act", ["distribute", "submit", "send_list"])
def test_an_act_that_does_nothing_breaks_the_story(act: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, act, lambda *_, **__: None)

    held, story = told()

    assert not held
    assert "не выполнено" in story.casefold() or "не завершён" in story


def test_an_answer_that_is_not_sent_breaks_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reception, "close", lambda *_, **__: None)

    assert not told()[0]


@pytest.mark.parametrize(
    ("norm", "question", "yes"),
    [(IdentityShown, "lacking", lambda *_, **__: None), (FinalAnswer, "closes", lambda *_, **__: True)],
)
def test_a_law_that_permits_everything_breaks_the_story(
    norm: type, question: str, yes: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(norm, question, yes)

    held, story = told()

    assert not held
    assert "✗" in story or "не завершён" in story


def test_the_command_fails_with_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    call_command("demo", "--narrate", "--lang", "kk", stdout=StringIO())
    monkeypatch.setattr(review, "approve", lambda *_, **__: None)

    with pytest.raises(CommandError):
        call_command("demo", "--narrate", stdout=StringIO())
