"""The official's page: who is here, what is known, what is written; sent twice is done once."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from qabyldau.bodies.models import Body
from qabyldau.control.models import Instruction
from qabyldau.minutes.models import Result
from qabyldau.people.models import Official
from qabyldau.people.roles import Role
from qabyldau.ports.video import Part
from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.schedule.models import ReceptionDay
from qabyldau.web.room import keeping
from qabyldau.web.room.forms import offered
from qabyldau.worktime import queries as worktime
from tests.flow.conftest import moment
from tests.flow.video import OwnServer
from tests.web.access.conftest import People, browser

SCRIPT = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(moment(3, 19, 15, 8), tick=False) as traveller:
        yield traveller


def at(day: ReceptionDay, rest: str = "") -> str:
    return f"/ru/staff/room/{day.pk}/{rest}"


def shown(client: Client, day: ReceptionDay) -> str:
    return client.get(at(day)).content.decode()


def said(text: str = "Воду подведут к июню.", seen: int = 0, once: str = "one") -> dict[str, str]:
    return {"text": text, "seen": str(seen), "once": once}


def test_the_official_comes_straight_to_who_is_in_front_of_them(
    inside: Visit, day: ReceptionDay, official: Client
) -> None:
    assert official.get("/ru/staff/room/")["Location"] == at(day)
    page = shown(official, day)

    assert inside.appeal.applicant_name in page
    assert "с 15:01, 15 мин" in page
    assert "ветеран Великой Отечественной войны" in page
    assert "Третью неделю нет воды" in page
    assert "обращается впервые" in page


@pytest.mark.clause("23")
def test_p23_what_is_sent_twice_is_written_once(inside: Visit, day: ReceptionDay, official: Client) -> None:
    address = at(day, f"answer/{inside.pk}/")

    first, again = (official.post(address, said(), headers=SCRIPT) for _ in range(2))

    assert (first.status_code, again.status_code) == (200, 200)
    assert [(row.answer, row.version) for row in Result.objects.all()] == [("Воду подведут к июню.", 1)]
    assert official.post(address, said("Иначе.")).status_code == 422
    assert "Воду подведут к июню." in shown(official, day)


def test_nobody_writes_over_what_they_have_not_seen(
    inside: Visit, day: ReceptionDay, official: Client, everybody: People
) -> None:
    address, clerk = at(day, f"answer/{inside.pk}/"), browser(everybody[Role.CLERK])
    clerk.post(address, said("Воду подведут к маю.", once="clerk"))

    by_script = official.post(address, said(once="mine"), headers=SCRIPT)
    plain = official.post(address, said(once="plain"))
    both = plain.content.decode()
    after = official.post(address, said(seen=1, once="after"), headers=SCRIPT)

    assert (by_script.status_code, by_script.json()) == (
        409,
        {"theirs": "Воду подведут к маю.", "version": 1},
    )
    assert plain.status_code == 409
    assert "Воду подведут к маю." in both
    assert "Воду подведут к июню." in both
    assert (after.status_code, Result.objects.get().version) == (200, 2)


@pytest.mark.clause("23")
def test_p23_an_instruction_is_dictated_with_executor_and_day(
    inside: Visit, day: ReceptionDay, official: Client, unit: Body
) -> None:
    address = at(day, f"instruct/{inside.pk}/")
    given = {"text": "Подвести воду к домам 1–5.", "executor": str(unit.pk), "once": "a"}

    past = official.post(address, {**given, "due_on": "2026-03-18"})
    soon = offered(day.office_id, day.on).days[0][0]
    quick = official.post(address, {**given, "quick": soon, "once": "b"})
    lacking = official.post(address, {"text": "Узнать о насосе.", "once": "c"})
    page = shown(official, day)

    assert (past.status_code, quick.status_code, lacking.status_code) == (422, 302, 302)
    assert "п. 23 " in past.content.decode()
    assert "Подвести воду к домам 1–5." in past.content.decode()
    days = [row.due_on for row in Instruction.objects.order_by("pk")]
    assert days == [worktime.calendar().shift(day.on, 3), None]
    assert "исполнителя пока нет" in page
    assert "через 3 рабочих дня" in page


def test_a_draft_is_worded_anew_and_taken_back(
    inside: Visit, day: ReceptionDay, official: Client, unit: Body
) -> None:
    official.post(at(day, f"instruct/{inside.pk}/"), {"text": "Подвести воду.", "once": "a"})
    row = Instruction.objects.get()
    anew = {"text": "Подвести воду к дому 5.", "executor": str(unit.pk), "version": "1"}

    changed = official.post(at(day, f"change/{row.pk}/"), {**anew, "once": "b"}, headers=SCRIPT)
    stale = official.post(at(day, f"change/{row.pk}/"), {**anew, "once": "c"}, headers=SCRIPT)
    dropped = official.post(at(day, f"drop/{row.pk}/"), {"once": "d"})

    assert (changed.status_code, stale.status_code, dropped.status_code) == (200, 409, 302)
    assert Instruction.objects.get().stage == "dropped"
    assert official.post(at(day, f"drop/{row.pk + 1}/")).status_code == 404


def test_finishing_calls_the_next_and_keeps_the_answer(
    inside: Visit, day: ReceptionDay, official: Client
) -> None:
    official.post(at(day, f"answer/{inside.pk}/"), said())
    pressed = {"once": "finish", "then_next": "yes"}

    answers = [
        official.post(at(day, f"visits/{inside.pk}/finish/"), pressed, headers=SCRIPT).status_code
        for _ in range(2)
    ]

    assert answers == [200, 200]
    assert Visit.objects.get(pk=inside.pk).stage == "done"
    assert Visit.objects.get(stage="called").ticket == 1
    assert inside.appointment.attendance.summary == "Воду подведут к июню."


def test_a_refusal_has_its_clause_and_an_empty_answer_its_words(
    inside: Visit, day: ReceptionDay, official: Client
) -> None:
    started = official.post(at(day, f"visits/{inside.pk}/start/"), headers=SCRIPT)
    empty = official.post(at(day, f"answer/{inside.pk}/"), said(""), headers=SCRIPT)

    assert (started.status_code, empty.status_code) == (422, 422)
    assert "п. " in started.json()["against"]
    assert empty.json() == {"against": "Напишите, что отвечено."}
    assert official.post(at(day, f"visits/{inside.pk}/fly/")).status_code == 404


@pytest.mark.clause("12")
def test_p12_the_host_enters_and_the_telephone_is_recorded(
    by_video: Appeal, day: ReceptionDay, official: Client, rooms: OwnServer, akim: Official
) -> None:
    address = at(day, f"video/{by_video.pk}/")
    Official.objects.filter(pk=akim.pk).update(rank=Rank.HEADS_OF_DEPARTMENTS)
    refused = official.post(address)
    Official.objects.filter(pk=akim.pk).update(rank=Rank.AKIM_AND_DEPUTIES)

    entered = official.post(address)
    rooms.broken = True
    failed = official.post(address)
    called = official.post(at(day, f"telephone/{by_video.pk}/"))

    assert (refused.status_code, entered.status_code, failed.status_code) == (422, 200, 503)
    assert "п. 12 " in refused.content.decode()
    assert [one.part for one in rooms.let_in] == [Part.HOST]
    assert called.status_code == 302


def test_the_key_of_what_is_kept_belongs_to_one_person_and_one_day(
    day: ReceptionDay, official: Client, everybody: People
) -> None:
    user = everybody[Role.AKIM].pk
    keys = {
        keeping.key(user, date(2026, 3, 19)),
        keeping.key(user, date(2026, 3, 20)),
        keeping.key(0, day.on),
    }

    assert len(keys) == 3
    assert keeping.key(user, day.on) in shown(official, day)


@pytest.mark.usefixtures("inside")
def test_a_stranger_to_the_minutes_is_turned_away(day: ReceptionDay, everybody: People) -> None:
    answers = [browser(everybody[role]).get(at(day)) for role in (Role.PRESS, Role.DEPARTMENT)]

    assert [one.status_code for one in answers] == [403, 200]
    assert "Завершить" not in answers[1].content.decode()
