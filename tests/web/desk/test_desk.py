"""The desk's pages: check in, call, bring in, finish; a refusal has its clause, typed text stays."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from qabyldau.people.actor import Actor
from qabyldau.people.roles import Role
from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.regulation.lifecycle import State
from qabyldau.schedule.models import ReceptionDay, Slot
from qabyldau.web.staff.words import DOCUMENTS
from tests.flow.conftest import arrive, moment
from tests.web.access.conftest import People, browser

KINDS = list(DOCUMENTS)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(moment(3, 19, 15, 31), tick=False) as traveller:
        yield traveller


def at(day: ReceptionDay, rest: str = "") -> str:
    return f"/ru/staff/desk/{day.pk}/{rest}"


def shown(client: Client, day: ReceptionDay) -> str:
    return client.get(at(day)).content.decode()


@pytest.mark.clause("9")
def test_p9_check_in_asks_for_a_document_and_keeps_what_was_typed(
    hall: list[Appeal],
    day: ReceptionDay,
    desk: Client,
) -> None:
    address = at(day, f"arrive/{hall[0].pk}/")
    typed = {"document": "", "document_end": "4711", "standing": "", "once": "one"}

    refused = desk.post(address, typed)
    done = desk.post(address, {**typed, "document": KINDS[0], "once": "two"})

    assert refused.status_code == 422
    assert 'value="4711"' in refused.content.decode()
    assert "п. 9 " in refused.content.decode()
    assert (done.status_code, Visit.objects.get().document) == (302, KINDS[0])


def test_the_desk_sees_a_person_from_the_check_in_to_the_end(
    hall: list[Appeal],
    day: ReceptionDay,
    desk: Client,
    clerk: Actor,
) -> None:
    visit = arrive(hall[0], clerk)

    for act, words in (("call/", "Вызван"), ("start", "На приёме"), ("finish", "Завершено")):
        path = act if act.endswith("/") else f"visits/{visit.pk}/{act}/"
        desk.post(at(day, path))
        assert words in shown(desk, day)

    assert Appeal.objects.get(pk=hall[0].pk).state == State.HELD


@pytest.mark.clause("11")
def test_p11_the_line_stands_in_the_order_of_the_law_with_reasons(
    hall: list[Appeal],
    day: ReceptionDay,
    desk: Client,
    clerk: Actor,
) -> None:
    for appeal in hall:
        arrive(appeal, clerk)

    page = shown(desk, day)

    places = [page.index(f'<span class="desk-ticket">{ticket}</span>') for ticket in (3, 1, 2)]
    assert places == sorted(places)
    assert "ветеран Великой Отечественной войны" in page


@pytest.mark.clause("11")
def test_p11_out_of_order_needs_a_reason(
    hall: list[Appeal],
    day: ReceptionDay,
    desk: Client,
    clerk: Actor,
) -> None:
    arrive(hall[0], clerk)
    second = arrive(hall[1], clerk)
    address = at(day, f"call/{second.pk}/")

    refused, done = desk.post(address, {"motive": " "}), desk.post(address, {"motive": "стало плохо"})

    assert (refused.status_code, done.status_code) == (422, 302)
    assert Visit.objects.get(stage="called").pk == second.pk


def test_what_cannot_be_done_now_is_said_with_its_clause(
    hall: list[Appeal],
    day: ReceptionDay,
    desk: Client,
    clerk: Actor,
) -> None:
    visit = arrive(hall[0], clerk)

    answer = desk.post(at(day, f"visits/{visit.pk}/start/"), follow=True).content.decode()

    assert "не совершается" in answer
    assert "регламента личного приёма" in answer
    assert desk.post(at(day, f"visits/{visit.pk}/fly/")).status_code == 404


@pytest.mark.usefixtures("hall")
def test_only_who_records_receptions_comes_to_the_desk(day: ReceptionDay, everybody: People) -> None:
    answers = [browser(everybody[role]).get(at(day)).status_code for role in (Role.CLERK, Role.PRESS)]

    assert answers == [200, 403]


def test_several_receptions_of_today_are_chosen_from(day: ReceptionDay, desk: Client) -> None:
    assert desk.get("/ru/staff/desk/").headers["Location"] == at(day)


def test_a_button_pressed_twice_on_one_page_is_one_press(
    hall: list[Appeal], day: ReceptionDay, desk: Client, clerk: Actor
) -> None:
    visit = arrive(hall[0], clerk)
    for _ in range(2):
        desk.post(at(day, "call/"), {"once": "page-1"})
        desk.post(at(day, f"visits/{visit.pk}/call_again/"), {"once": "page-1"})

    assert Visit.objects.get().times_called == 2


@pytest.mark.parametrize(
    ("moved_to", "offered"), [(None, "Отметить приход"), (moment(3, 26, 15), "не сегодня")]
)
def test_who_came_is_found_with_what_can_be_done(
    hall: list[Appeal], desk: Client, moved_to: datetime | None, offered: str
) -> None:
    if moved_to:
        Slot.objects.filter(taken_by=hall[0].pk).update(
            starts_at=moved_to, ends_at=moved_to + timedelta(minutes=15)
        )

    page = desk.post("/ru/staff/desk/find/", {"q": hall[0].number}).content.decode()

    assert offered in page
    assert hall[0].applicant_name in page


def test_the_number_on_paper_names_nobody(
    hall: list[Appeal], day: ReceptionDay, desk: Client, clerk: Actor
) -> None:
    visit = arrive(hall[0], clerk)

    paper = desk.get(at(day, f"visits/{visit.pk}/slip/")).content.decode()

    assert "перед вами: 0" in paper
    assert hall[0].applicant_name not in paper
    assert hall[0].number not in paper


@pytest.mark.clause("10")
def test_p10_the_desk_is_warned_of_a_missing_approval(
    hall: list[Appeal], day: ReceptionDay, desk: Client
) -> None:
    hall[0].applicant.kind = "foreigner"
    hall[0].applicant.save()

    assert "нет согласования по режиму секретности" in shown(desk, day)
