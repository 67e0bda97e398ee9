"""Consultants and employees called in, as the desk enters them."""

import pytest

from qabyldau.consulting.models import CallIn, Consultant, Consultation
from qabyldau.people.models import Official
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.web.staff.conftest import Enter, send, words

TURN = {"kind": "volunteer", "name": "Ерікті Үлгі", "opens": "09:00", "closes": "18:00"}


@pytest.mark.clause("16")
def test_p16_the_desk_keeps_the_roster_and_records_whom_they_helped(day: ReceptionDay, enter: Enter) -> None:
    desk = enter(Role.CLERK)
    roster = "/ru/staff/consulting/roster/"
    refused = desk.post(roster, {**TURN, "on": "2026-03-20"})
    assert refused.status_code == 409
    assert "только в дни приёма" in words(refused)

    desk.post(roster, {**TURN, "on": day.on.isoformat()})
    given = {"consultant_id": Consultant.objects.get().pk, "topic": "water", "outcome": "declined"}
    page = "/ru/staff/consulting/"
    wrong = desk.post(page, {**given, "language": "kk", "number": "ZKO-1"})
    assert wrong.status_code == 422
    desk.post(page, {**given, "language": "kk", "name": "Канареева", "phone": "8 701 000 00 01"})

    shown = words(desk.get(page))
    assert "Отказался записываться" in shown
    assert "Канареева" not in shown
    assert Consultation.objects.get().phone == "+77010000001"
    desk.post(f"/ru/staff/consulting/roster/{given['consultant_id']}/off/")
    assert "Сегодня в графике никого нет" in words(desk.get(page))


@pytest.mark.clause("22")
def test_p22_call_ins_and_agreed_talks_stand_on_the_appeal_and_in_the_day_of_the_official(
    appointed: Appeal, day: ReceptionDay, akim: Official, enter: Enter
) -> None:
    desk = enter(Role.CLERK)
    appeal = f"/ru/staff/appeals/{appointed.pk}/"
    send(desk, f"{appeal}call-in/", employee="Үлгі Заңгер", position="юрист")
    row = CallIn.objects.get()
    refused = send(desk, f"/ru/staff/call-ins/{row.pk}/", came="no")
    assert refused.status_code == 409
    send(desk, f"/ru/staff/call-ins/{row.pk}/", came="yes")

    place = {"place_kk": "12-кабинет", "place_ru": "кабинет 12"}
    send(desk, f"{appeal}agree-hour/", official_id=akim.pk, on="2026-03-19", hour="17:30", **place)

    shown = words(desk.get(appeal))
    for said in ("Үлгі Заңгер", "пришёл", "кабинет 12", "К заявителю приглашён работник"):
        assert said in shown
    assert "кабинет 12" in words(desk.get(f"/ru/staff/days/{day.pk}/"))
