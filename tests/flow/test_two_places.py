"""Interpreters and representatives of bodies are in one place at a time, as officials and rooms are."""

from datetime import date, time

import pytest

from qabyldau.bodies import actions as bodies
from qabyldau.bodies.actions import BodySheet, Seat
from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.participation import actions as participation
from qabyldau.participation.actions import Guest, Said
from qabyldau.participation.kinds import Answer
from qabyldau.people.actor import Actor
from qabyldau.people.models import Applicant, Office, Official
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.schedule.actions import Plan
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, NUMBERS, RECEPTION, look, statement
from tests.flow.posting import posted

NAME = "Толмачев Тимур"


@pytest.fixture
def same_hour(office: Office, deputy: Official, clerk: Actor) -> ReceptionDay:
    """A day of the deputy at the hours of the akim's."""
    plan = Plan(deputy.pk, RECEPTION, time(15, 0), 15, 4, Words(kk="2-бөлме", ru="комната 2"))
    return posted(office, plan, by=clerk, at=MONDAY)


@pytest.fixture
def elsewhere(
    office: Office, same_hour: ReceptionDay, clerk: Actor, department: Actor, head: Actor
) -> Appeal:
    """Another person with the first hour of that day."""
    appeal = registry.register(office, statement(number=NUMBERS[1]), by=clerk, at=MONDAY).appeal
    prepared, decided = Asked(by=department, at=MONDAY), Asked(by=head, at=MONDAY)
    look(appeal, department)
    review.take_up(appeal.pk, asked=prepared)
    proposed = review.Proposed("Факты.", Proposal.RECEIVE, same_hour.official_id, same_hour.pk)
    review.submit(appeal.pk, proposed=proposed, asked=prepared)
    review.approve(appeal.pk, day_id=same_hour.pk, mode=Mode.IN_PERSON, asked=decided)
    review.send_list(same_hour.pk, asked=prepared)
    review.distribute(same_hour.pk, asked=prepared)
    return appeal


@pytest.mark.clause("10")
def test_p10_an_interpreter_is_not_at_two_receptions_at_once(
    appointed: Appeal, elsewhere: Appeal, department: Actor
) -> None:
    Applicant.objects.filter(pk__in=[appointed.applicant_id, elsewhere.applicant_id]).update(kind="foreigner")
    asked = Asked(by=department, at=MONDAY)
    participation.ask_interpreter(appointed.pk, language="узбекский", name=NAME, asked=asked)

    with pytest.raises(UnlawfulError, match="two_places_interpreter") as refused:
        participation.ask_interpreter(
            elsewhere.pk, language="узбекский", name=f" {NAME.upper()}", asked=asked
        )
    assert refused.value.citation
    assert refused.value.citation.number == "10"

    participation.confirm_interpreter(appointed.pk, comes=False, asked=asked)
    row = participation.ask_interpreter(elsewhere.pk, language="узбекский", name=NAME, asked=asked)
    assert row.ready == "asked"


@pytest.mark.clause("17")
def test_p17_a_representative_is_not_at_two_receptions_at_once(
    office: Office, day: ReceptionDay, same_hour: ReceptionDay, department: Actor
) -> None:
    sheet = BodySheet(BodyKind.TERRITORIAL, Words(kk="прокуратура", ru="прокуратура"), BodyCode.PROSECUTORS)
    body = bodies.enter_body(office.pk, sheet, since=date(2025, 1, 1), by=department, at=MONDAY)
    seat = Seat(Words(kk="Өкілов Ербол", ru="Окилов Ербол"))
    person = bodies.seat(body.pk, seat, since=date(2025, 1, 1), by=department, at=MONDAY)
    first, second = (
        participation.invite(one.pk, guests=(Guest(body.pk),), by=department, at=MONDAY)[0]
        for one in (day, same_hour)
    )
    comes = Said(Answer.CONFIRMED, representative_id=person.pk)
    participation.reply(first.pk, said=comes, by=department, at=MONDAY)

    with pytest.raises(UnlawfulError, match="two_places_representative"):
        participation.reply(second.pk, said=comes, by=department, at=MONDAY)

    substitute = Said(Answer.CONFIRMED, name="Орынбасар Асан")
    participation.reply(first.pk, said=substitute, by=department, at=MONDAY)
    assert participation.reply(second.pk, said=comes, by=department, at=MONDAY).representative_id == person.pk
