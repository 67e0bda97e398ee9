"""The minutes on their pages: written, refused while something is missing, signed, added to."""

from datetime import date

import pytest
from django.test import Client

from qabyldau.bodies.models import Body
from qabyldau.minutes.models import Minutes
from qabyldau.outbox.models import Message
from qabyldau.papers.models import Paper
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official, User
from qabyldau.people.roles import Role
from qabyldau.reception import desk
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import arrive, on_the_day
from tests.web.staff.conftest import Enter, send, words

TASK = "Провести 300 м водопровода по улице Ауэзова."


@pytest.fixture
def unit(office: Office) -> Body:
    return Body.objects.create(
        office=office,
        kind="unit",
        name_kk="Тұрғын үй басқармасы",
        name_ru="Управление жилья",
        email="unit@example.org",
        since=date(2025, 1, 1),
    )


@pytest.fixture
def inside(appointed: Appeal, day: ReceptionDay, clerk: Actor) -> Appeal:
    visit = arrive(appointed, clerk)
    desk.call(day.pk, asked=on_the_day(clerk, minute=1))
    desk.start(visit.pk, asked=on_the_day(clerk, minute=2))
    return appointed


@pytest.fixture
def official(enter: Enter, day: ReceptionDay) -> Client:
    browser = enter(Role.AKIM)
    Official.objects.filter(pk=day.official_id).update(user=User.objects.get(username="akim"))
    return browser


def order(executor: object, due: str) -> dict[str, object]:
    return {"text": TASK, "executor_id": executor, "due_on": due}


@pytest.mark.clause("23")
def test_p23_minutes_are_written_refused_signed_and_added_to(
    inside: Appeal, day: ReceptionDay, unit: Body, official: Client
) -> None:
    page = f"/ru/staff/minutes/{day.pk}/"
    assert "1 человек принят" in words(official.get(page))

    send(official, f"{page}answer/{inside.pk}/", text="Воду дадут к апрелю.")
    send(official, f"{page}order/{inside.pk}/", **order("", ""))
    assert "Нет исполнителя" in words(official.get(page))
    refused = send(official, f"{page}sign/")
    assert refused.status_code == 409
    assert "не назван исполнитель" in words(refused)

    instruction = inside.instructions.get()
    send(official, f"/ru/staff/minutes/orders/{instruction.pk}/", **order(unit.pk, "2026-04-10"))
    send(official, f"{page}sign/")

    signed = Minutes.objects.get()
    assert signed.number in words(official.get(page))
    assert signed.number in words(official.get(f"/ru/staff/appeals/{inside.pk}/"))
    assert Message.objects.get(notice="extract").address == "unit@example.org"
    assert "Orders" not in words(official.get(page))
    send(official, f"{page}addendum/", text="Читать: 350 м.")
    kinds = set(Paper.objects.filter(about=day.key).values_list("kind", flat=True))
    assert kinds >= {"protocol", "extract", "addendum"}


@pytest.mark.usefixtures("inside")
def test_a_draft_is_seen_as_it_would_be_printed_in_both_languages(
    day: ReceptionDay, official: Client, enter: Enter
) -> None:
    page = f"/ru/staff/minutes/{day.pk}/"
    for spoken in ("kk", "ru"):
        assert official.get(f"{page}preview/{spoken}/").content[:5] == b"%PDF-"
    assert official.get(f"{page}preview/de/").status_code == 404
    assert "не начат" in words(official.get("/ru/staff/minutes/"))
    assert enter(Role.CLERK).get(f"{page}sign/").status_code == 403


def test_an_instruction_is_taken_out_of_the_draft(
    inside: Appeal, day: ReceptionDay, unit: Body, official: Client
) -> None:
    page = f"/ru/staff/minutes/{day.pk}/"
    send(official, f"{page}order/{inside.pk}/", **order(unit.pk, "2026-04-10"))
    instruction = inside.instructions.get()

    official.post(f"/ru/staff/minutes/orders/{instruction.pk}/drop/")

    assert TASK not in words(official.get(page))
