"""Paragraphs 16 and 22: who helps on the day, whom they helped, and who else was asked to come."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from qabyldau.consulting import callins, queries, roster
from qabyldau.consulting.callins import Meeting
from qabyldau.consulting.kinds import Answer, Kind, Outcome
from qabyldau.consulting.models import Consultant, Consultation
from qabyldau.consulting.roster import Helped, Turn
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, RECEPTION, moment

NAME, PHONE = "Канареева Үлгі", "+77009998877"
PLACE = Words(kk="12-кабинет", ru="кабинет 12")


def turn(on: date = RECEPTION, kind: Kind = Kind.LAWYER) -> Turn:
    return Turn(on, kind, "Кеңесші Үлгі", time(9), time(13))


def cited(code: str, number: str) -> Callable[[UnlawfulError], bool]:
    return lambda found: (found.code, found.citation and found.citation.number) == (code, number)


@pytest.fixture
def lawyer(office: Office, day: ReceptionDay, clerk: Actor) -> Consultant:
    return roster.put_on(office, turn=turn(day.on), by=clerk, at=MONDAY)


@pytest.mark.clause("16")
def test_p16_a_volunteer_helps_on_a_day_of_reception_only(
    office: Office, day: ReceptionDay, clerk: Actor
) -> None:
    volunteer = turn(day.on, Kind.VOLUNTEER)
    with pytest.raises(UnlawfulError, check=cited("volunteer_without_reception", "16")):
        roster.put_on(office, turn=replace(volunteer, on=date(2026, 3, 20)), by=clerk, at=MONDAY)

    assert roster.put_on(office, turn=volunteer, by=clerk, at=MONDAY).kind == Kind.VOLUNTEER
    assert roster.put_on(office, turn=turn(date(2026, 3, 20)), by=clerk, at=MONDAY).kind == Kind.LAWYER


@pytest.mark.clause("16")
def test_p16_a_consultation_keeps_whom_what_and_what_came_of_it(
    office: Office, lawyer: Consultant, appointed: Appeal, clerk: Actor
) -> None:
    declined = Helped(lawyer.pk, "water", Outcome.DECLINED_TO_BOOK, "kk", name=NAME, phone=PHONE)
    drawn = Helped(lawyer.pk, "water", Outcome.REQUEST_DRAWN_UP, "ru", appeal_id=appointed.pk)
    at = moment(3, 19, 10)

    rows = [roster.consult(office, helped=one, by=clerk, at=at) for one in (declined, drawn)]

    assert list(queries.declined(office.pk, RECEPTION, RECEPTION)) == rows[:1]
    found = Consultation.objects.get(pk=rows[0].pk)
    assert (found.name, found.phone, found.may_call) == (NAME, PHONE, True)
    assert NAME not in found.sealed_name
    assert not rows[1].may_call


@pytest.mark.clause("16")
def test_p16_who_is_not_on_the_roster_of_the_day_consults_nobody(
    office: Office, lawyer: Consultant, clerk: Actor, staff: Callable[..., Actor]
) -> None:
    helped = Helped(lawyer.pk, "water", Outcome.EXPLAINED, "ru")
    with pytest.raises(UnlawfulError, check=cited("not_on_roster", "16")):
        roster.consult(office, helped=helped, by=clerk, at=moment(3, 18))
    with pytest.raises(PermissionDeniedError):
        roster.consult(office, helped=helped, by=staff(Role.PRESS), at=moment(3, 19))

    assert roster.consult(office, helped=helped, by=clerk, at=moment(3, 19)).outcome == Outcome.EXPLAINED
    roster.take_off(lawyer.pk, by=clerk, at=moment(3, 19, 12))
    with pytest.raises(UnlawfulError, check=cited("not_on_roster", "16")):
        roster.consult(office, helped=helped, by=clerk, at=moment(3, 19, 13))


def test_the_roster_names_nobody_twice_and_no_day_that_is_over(
    office: Office, lawyer: Consultant, clerk: Actor
) -> None:
    with pytest.raises(UnlawfulError, check=cited("already_on_roster", "16")):
        roster.put_on(office, turn=turn(lawyer.on), by=clerk, at=MONDAY)
    with pytest.raises(UnlawfulError, check=cited("roster_day_past", "16")):
        roster.put_on(office, turn=turn(date(2026, 3, 1)), by=clerk, at=MONDAY)


@pytest.mark.clause("22")
def test_p22_an_employee_called_in_came_or_refused_and_it_stands_on_the_appeal(
    appointed: Appeal, clerk: Actor
) -> None:
    asked = Asked(by=clerk, at=moment(3, 19, 15))
    with pytest.raises(UnlawfulError, check=cited("call_in_without_reception", "22")):
        callins.call_in(
            appointed.pk, employee="Үлгі", position="заңгер", asked=Asked(by=clerk, at=moment(3, 18))
        )
    first, second = (
        callins.call_in(appointed.pk, employee=name, position="заңгер", asked=asked)
        for name in ("Үлгі А.", "Үлгі Б.")
    )

    callins.answer(first.pk, came=True, asked=asked)
    with pytest.raises(UnlawfulError, check=cited("call_in_without_reason", "22")):
        callins.answer(second.pk, came=False, asked=asked)
    callins.answer(second.pk, came=False, reason="сотта", asked=asked)
    with pytest.raises(UnlawfulError, check=cited("call_in_answered", "22")):
        callins.answer(second.pk, came=True, asked=asked)

    assert [one.answer for one in queries.called_in(appointed)] == [Answer.CAME, Answer.REFUSED]
    assert queries.came_in([appointed], RECEPTION) == [first]


@pytest.mark.clause("22")
def test_p22_an_agreed_hour_stands_in_the_day_of_the_official(
    appointed: Appeal, deputy: Official, clerk: Actor
) -> None:
    asked = Asked(by=clerk, at=moment(3, 19, 15))
    meeting = Meeting(deputy.pk, moment(3, 20, 10), PLACE)
    with pytest.raises(UnlawfulError, check=cited("agreed_hour_past", "22")):
        callins.agree(appointed.pk, meeting=replace(meeting, starts_at=asked.at), asked=asked)

    row = callins.agree(appointed.pk, meeting=meeting, asked=asked)

    assert queries.agreed_with(deputy.pk, date(2026, 3, 20)) == [row] == queries.agreed(appointed)
    with pytest.raises(UnlawfulError, check=cited("agreed_hour_taken", "22")):
        callins.agree(appointed.pk, meeting=meeting, asked=asked)
