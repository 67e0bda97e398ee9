"""The kiosk and the phone: «I am here», the own hour, the place and its reason; no name on the screen."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.reception import desk, queries
from qabyldau.registry import actions as registry
from qabyldau.registry.actions import Talon
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.reception import Mode
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, arrive, look, moment, on_the_day, statement

KIOSK = "/ru/kiosk/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(moment(3, 19, 15, 31), tick=False) as traveller:
        yield traveller


@pytest.fixture
def talon(office: Office, day: ReceptionDay, clerk: Actor, department: Actor, head: Actor) -> Talon:
    """Somebody with an hour today, and the talon in hand."""
    found = registry.register(office, statement(), by=clerk, at=MONDAY)
    look(found.appeal, department)
    by = Asked(by=department, at=MONDAY)
    review.take_up(found.appeal.pk, asked=by)
    proposed = review.Proposed("Факты.", Proposal.RECEIVE, day.official_id, day.pk)
    review.submit(found.appeal.pk, proposed=proposed, asked=by)
    review.approve(found.appeal.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=Asked(by=head, at=MONDAY))
    review.send_list(day.pk, asked=by)
    review.distribute(day.pk, asked=Asked(by=clerk, at=MONDAY))
    return found


def typed(talon: Talon, code: str = "") -> dict[str, str]:
    return {"number": talon.appeal.number, "code": code or talon.secret}


@pytest.mark.clause("9")
def test_p9_the_kiosk_tells_the_desk_and_gives_no_place(talon: Talon, client: Client) -> None:
    screen = client.post(KIOSK, typed(talon))
    again = client.post(KIOSK, {"number": f"{talon.appeal.number} {talon.secret}"})

    said = screen.content.decode()
    assert "15:00" in said
    assert talon.appeal.applicant_name not in said + again.content.decode()
    assert screen["Refresh"].endswith("/ru/kiosk/")
    day = ReceptionDay.objects.get()
    assert list(queries.announced(day.office_id, day.on)) == [talon.appeal.pk]
    assert queries.line(day, moment(3, 19, 15, 31)) == []


def test_a_wrong_code_and_another_day_are_told_so(talon: Talon, client: Client) -> None:
    wrong = client.post(KIOSK, typed(talon, "WRONG234"))
    with time_machine.travel(moment(3, 18, 15), tick=False):
        early = client.post(KIOSK, typed(talon)).content.decode()

    assert wrong.status_code == 422
    assert "19 марта" in early


def test_who_was_checked_in_sees_the_number_and_the_place(talon: Talon, client: Client, clerk: Actor) -> None:
    visit = arrive(talon.appeal, clerk)

    screen = client.post(KIOSK, typed(talon)).content.decode()

    assert f'<p class="kiosk-number">{visit.ticket}</p>' in screen
    assert "перед вами: 0" in screen


@pytest.mark.clause("11")
def test_p11_the_phone_shows_the_place_its_reason_and_the_call(
    talon: Talon, client: Client, clerk: Actor, day: ReceptionDay
) -> None:
    client.post("/ru/track/", typed(talon))
    before = client.get("/ru/track/appeal/")
    visit = arrive(Appeal.objects.get(pk=talon.appeal.pk), clerk)
    waiting = client.get("/ru/track/appeal/")
    desk.call(day.pk, asked=on_the_day(clerk, 15, 30))
    called = client.get("/ru/track/appeal/").content.decode()

    assert "Refresh" not in before
    assert waiting["Refresh"] == "30"
    assert all(
        words in waiting.content.decode() for words in (f"№ {visit.ticket}", "в порядке", "перед вами: 0")
    )
    assert "Вас вызвали" in called
