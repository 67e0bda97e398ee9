"""A foreigner's reception: approved by the rules of secrecy before it starts, with an interpreter asked."""

from datetime import date

import pytest

from qabyldau.participation import actions, queries
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Applicant
from qabyldau.reception import actions as reception
from qabyldau.reception.actions import Seen
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from tests.flow.conftest import moment

ON_THE_DAY = moment(3, 19, 15)
PASSPORT = Seen("passport")


@pytest.fixture
def foreigner(appointed: Appeal) -> Appeal:
    Applicant.objects.filter(pk=appointed.applicant_id).update(kind="foreigner")
    return Appeal.objects.get(pk=appointed.pk)


def approve(appeal: Appeal, by: Actor, on: date = date(2026, 3, 10)) -> None:
    asked = Asked(by=by, at=moment(3, 11))
    actions.approve_regime(appeal.pk, number="7-дсп", approved_on=on, approved_by="отдел", asked=asked)


@pytest.mark.clause("10")
def test_p10_without_the_approval_a_foreigners_reception_does_not_start(
    foreigner: Appeal, clerk: Actor, department: Actor
) -> None:
    asked = Asked(by=clerk, at=ON_THE_DAY)
    with pytest.raises(UnlawfulError, match="regime_not_approved") as refused:
        reception.hold(foreigner.pk, seen=PASSPORT, asked=asked)
    assert refused.value.citation
    assert refused.value.citation.number == "10"

    approve(foreigner, department)
    reception.hold(foreigner.pk, seen=PASSPORT, asked=asked)

    foreigner.refresh_from_db()
    assert foreigner.state == "held"


@pytest.mark.clause("10")
def test_p10_a_citizen_needs_no_approval(appointed: Appeal, department: Actor) -> None:
    assert queries.regime_lacking(appointed) is None
    with pytest.raises(UnlawfulError, match="not_a_foreigner"):
        approve(appointed, department)


@pytest.mark.clause("10")
def test_p10_an_approval_has_number_day_and_author_and_is_no_promise(
    foreigner: Appeal, department: Actor
) -> None:
    with pytest.raises(UnlawfulError, match="approved_in_future"):
        approve(foreigner, department, on=date(2026, 3, 12))
    approve(foreigner, department)

    found = queries.regime(foreigner)
    assert found
    assert (found.number, found.approved_on, found.approved_by) == ("7-дсп", date(2026, 3, 10), "отдел")


@pytest.mark.clause("10")
def test_p10_an_interpreter_is_asked_and_confirms(foreigner: Appeal, clerk: Actor) -> None:
    asked = Asked(by=clerk, at=moment(3, 11))
    with pytest.raises(UnlawfulError, match="interpreter_not_asked"):
        actions.confirm_interpreter(foreigner.pk, comes=True, asked=asked)

    actions.ask_interpreter(foreigner.pk, language="узбекский", name="Толмачев Тимур", asked=asked)
    found = queries.interpreter(foreigner)
    assert found
    assert found.ready == "asked"

    actions.confirm_interpreter(foreigner.pk, comes=True, asked=asked)
    found.refresh_from_db()
    assert found.ready == "confirmed"


@pytest.mark.clause("10")
def test_p10_what_a_treaty_says_is_noted(foreigner: Appeal, department: Actor, head: Actor) -> None:
    text = "Минская конвенция 1993 г.: документы без легализации."
    actions.note_treaty(foreigner.pk, text=text, asked=Asked(by=department, at=moment(3, 11)))

    note = queries.treaty_note(foreigner)
    assert note
    assert note.text == text
    with pytest.raises(PermissionDeniedError):
        actions.note_treaty(foreigner.pk, text=text, asked=Asked(by=head, at=moment(3, 11)))
