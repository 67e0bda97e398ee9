"""АППК 63: what an appeal lacks is asked for with a day, added by whoever has it, or the appeal goes back."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.outbox.models import Message
from qabyldau.people import settings
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.amending import Added
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.completeness import Missing
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.screening import actions as screening
from qabyldau.screening import queries
from qabyldau.screening.actions import Lack, Supplied
from tests.flow.conftest import MONDAY, moment, statement

ADDRESS = "г. Уральск, ул. Абая, 1"
ADDED = Supplied(Added(address=ADDRESS, number="020308400024"), frozenset({Missing.SIGNATURE}))
WANTED = frozenset({Missing.ADDRESS, Missing.NUMBER, Missing.SIGNATURE})


def ask(appeal: Appeal, by: Actor, **lack: object) -> None:
    wanted = {"missing": WANTED, "remark": "Нет подписи.", **lack}
    screening.ask_data(appeal.pk, lack=Lack(**wanted), asked=Asked(by=by, at=MONDAY))  # type: ignore[arg-type]


@pytest.fixture
def nameless(office: Office, clerk: Actor) -> Appeal:
    """By post, without a number and an address."""
    return registry.register(office, statement(number=""), by=clerk, at=MONDAY).appeal


@pytest.fixture
def awaited(nameless: Appeal, department: Actor) -> Appeal:
    ask(nameless, department)
    nameless.refresh_from_db()
    return nameless


def test_the_applicant_is_asked_with_a_day_and_the_answer_is_due_as_before(awaited: Appeal) -> None:
    request = queries.open_request(awaited)

    assert request
    assert (awaited.stage, awaited.due_on) == (State.DATA_ASKED, date(2026, 3, 17))
    assert request.until == date(2026, 3, 10)
    assert request.lacking == (Missing.NUMBER, Missing.ADDRESS, Missing.SIGNATURE)
    letter = Message.objects.get(notice="data_request", channel="email").text
    for words in ("почтовый адрес", "ИИН", "Нет подписи.", "10 марта 2026", "ст. 63 АППК"):
        assert words in letter


def test_the_office_chooses_how_many_days_it_gives(nameless: Appeal, department: Actor) -> None:
    settings.put(nameless.office_id, {"data_days": 2})

    ask(nameless, department)

    request = queries.open_request(nameless)
    assert request
    assert request.until == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("lack", "why"),
    [
        ({"missing": frozenset()}, "nothing_missing"),
        ({"until": date(2026, 3, 2)}, "data_day_not_ahead"),
        ({"until": date(2026, 3, 9)}, "data_day_off"),
        ({"until": date(2026, 3, 18)}, "data_day_too_late"),
    ],
)
def test_the_day_is_a_working_one_ahead_and_not_behind_the_answer(
    lack: dict[str, object], why: str, nameless: Appeal, department: Actor
) -> None:
    with pytest.raises(UnlawfulError, match=why):
        ask(nameless, department, **lack)

    ask(nameless, department)


def test_what_the_applicant_adds_brings_the_appeal_back_to_screening(awaited: Appeal) -> None:
    applicant = Actor.applicant(awaited.office_id, awaited.pk)

    screening.supply_data(awaited.pk, supplied=ADDED, asked=Asked(by=applicant, at=moment(3, 4)))

    awaited.refresh_from_db()
    assert (awaited.stage, awaited.address, awaited.due_on) == (State.REGISTERED, ADDRESS, date(2026, 3, 17))
    assert awaited.applicant.sealed_number
    assert queries.open_request(awaited) is None
    assert awaited.terms.get(kind=TermKind.DATA).met_on == date(2026, 3, 4)
    assert Message.objects.filter(notice="data_received", channel="email").count() == 1


def test_a_number_known_before_shows_the_history_of_its_owner(
    office: Office, clerk: Actor, awaited: Appeal
) -> None:
    typed = statement(number="020308400024")
    known = registry.register(office, typed, by=clerk, at=MONDAY).appeal

    screening.supply_data(awaited.pk, supplied=ADDED, asked=Asked(by=clerk, at=moment(3, 4)))

    awaited.refresh_from_db()
    assert awaited.applicant_id == known.applicant_id


@pytest.mark.parametrize(
    ("supplied", "why"),
    [
        (Supplied(Added(address=ADDRESS), frozenset({Missing.SIGNATURE})), "data_not_all_supplied"),
        (Supplied(ADDED.added), "data_not_all_supplied"),
        (Supplied(Added(address=ADDRESS, number="020308400025")), "number_is_wrong"),
    ],
)
def test_all_that_was_asked_for_is_needed(
    supplied: Supplied, why: str, awaited: Appeal, clerk: Actor
) -> None:
    with pytest.raises(UnlawfulError, match=why):
        screening.supply_data(awaited.pk, supplied=supplied, asked=Asked(by=clerk, at=moment(3, 4)))

    screening.supply_data(awaited.pk, supplied=ADDED, asked=Asked(by=clerk, at=moment(3, 4)))


def test_a_matter_that_is_added_stands_behind_the_first_words(
    office: Office, clerk: Actor, department: Actor
) -> None:
    appeal = registry.register(office, statement(substance="Прошу принять"), by=clerk, at=MONDAY).appeal
    ask(appeal, department, missing=frozenset({Missing.MATTER}))
    empty = Supplied(Added(matter="Прошу записать на приём"))
    told = Supplied(Added(matter="Нет воды в селе Трекино."))

    with pytest.raises(UnlawfulError, match="data_not_all_supplied"):
        screening.supply_data(appeal.pk, supplied=empty, asked=Asked(by=clerk, at=MONDAY))
    screening.supply_data(appeal.pk, supplied=told, asked=Asked(by=clerk, at=MONDAY))

    appeal.refresh_from_db()
    assert appeal.substance == "Прошу принять\n\nНет воды в селе Трекино."


def test_another_persons_appeal_is_not_completed(awaited: Appeal) -> None:
    stranger = Actor.applicant(awaited.office_id, awaited.pk + 1)

    with pytest.raises(PermissionDeniedError):
        screening.supply_data(awaited.pk, supplied=ADDED, asked=Asked(by=stranger, at=MONDAY))


def test_only_when_the_day_has_passed_the_appeal_goes_back(awaited: Appeal, department: Actor) -> None:
    with pytest.raises(UnlawfulError, match="data_still_awaited"):
        screening.turn_back(awaited.pk, asked=Asked(by=department, at=moment(3, 10)))
    assert queries.not_supplied(awaited.office_id, date(2026, 3, 11)).count() == 1

    screening.turn_back(awaited.pk, asked=Asked(by=department, at=moment(3, 11)))

    awaited.refresh_from_db()
    assert (awaited.stage, awaited.due_on) == (State.LEFT, None)
    letter = Message.objects.get(notice="left", channel="email").text
    assert "почтовый адрес" in letter
    assert "жалобу" in letter


def test_it_can_be_taken_back_meanwhile(awaited: Appeal, asked_by: Callable[[Actor], Asked]) -> None:
    registry.withdraw(awaited.pk, asked=asked_by(Actor.applicant(awaited.office_id, awaited.pk)))

    awaited.refresh_from_db()
    assert awaited.stage is State.WITHDRAWN
    assert not awaited.terms.filter(kind=TermKind.DATA, met_on=None).exists()
