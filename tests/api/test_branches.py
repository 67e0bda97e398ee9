"""Each branch that an appeal can take, by the API alone: its state, and its letter in the right language."""

from collections.abc import Callable

import pytest

from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.moves import Asked
from qabyldau.regulation.words import Language
from qabyldau.schedule.models import ReceptionDay
from tests.api.conftest import Ask
from tests.branches import BRANCHES, Place, ministry
from tests.flow.conftest import MONDAY, statement


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", BRANCHES)
def test_a_branch_ends_with_its_letter(
    name: str,
    language: Language,
    office: Office,
    day: ReceptionDay,
    clerk: Actor,
    department: Actor,
    ask: Callable[..., Ask],
) -> None:
    branch = BRANCHES[name]
    appeal = registry.register(office, statement(language=language), by=clerk, at=MONDAY).appeal
    place = Place(day, ministry(department), Asked(by=department, at=MONDAY))

    calls = {role: ask(role) for role in {step.role for step in branch.steps}}
    for step in branch.steps:
        given = {key: str(value) if key == "until" else value for key, value in place.given(step).items()}
        answer = calls[step.role]("post", f"/appeals/{appeal.number}/acts/{step.act}", given)
        assert answer.status_code == 200, answer.json()

    appeal.refresh_from_db()
    letter = Message.objects.get(about=appeal.key, notice=branch.notice, channel="email")
    assert appeal.state == branch.state
    assert letter.language == language
    assert branch.words[language] in letter.text
