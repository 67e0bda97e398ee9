"""Days of reception: planned, published, listed, distributed, recorded."""

from datetime import date, time
from typing import Any

import pytest
import time_machine

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.schedule.actions import Plan
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, moment
from tests.flow.posting import posted
from tests.web.staff.conftest import Enter, words

DAY: dict[str, Any] = {
    "on": "2026-03-26",
    "opens": "10:00",
    "minutes": 20,
    "places": 6,
    "mode": "in_person",
    "place_kk": "қабылдау бөлмесі",
    "place_ru": "приёмная",
}


def test_a_day_is_planned_looked_at_and_published(department_head: Official, enter: Enter) -> None:
    browser = enter(Role.CLERK)

    answer = browser.post("/ru/staff/days/plan/", {**DAY, "official_id": department_head.pk})
    planned = ReceptionDay.objects.get()
    assert answer.headers["Location"] == f"/ru/staff/days/{planned.pk}/"
    assert "не опубликован" in words(browser.get(answer.headers["Location"]))
    browser.post(f"/ru/staff/days/{planned.pk}/publish/")

    planned.refresh_from_db()
    assert planned.published_at
    assert Slot.objects.filter(day=planned).count() == 6


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"on": "2026-02-27"}, "уже прошёл"),
        ({"on": "2026-03-21"}, "выходной или праздник"),
        ({"on": "2026-03-19"}, "приём уже есть"),
        ({"on": "2031-03-19"}, "Рабочий календарь на 2031 год"),
        ({"places": "60", "minutes": "60"}, "затянулся бы за полночь"),
        ({"on": "завтра"}, "Дата пишется так"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(
    changed: dict[str, str], said: str, day: ReceptionDay, enter: Enter
) -> None:
    answer = enter(Role.CLERK).post(
        "/ru/staff/days/plan/", {**DAY, "official_id": day.official_id, **changed}
    )

    assert answer.status_code == 422
    assert said in words(answer)


def test_a_list_is_formed_sent_and_its_hours_given(approved: Appeal, day: ReceptionDay, enter: Enter) -> None:
    department, place = enter(Role.DEPARTMENT), f"/ru/staff/days/{day.pk}/"
    assert approved.number in words(department.get(place))

    department.post(f"{place}list/")
    page = words(department.get(place))
    assert "в порядке регистрации" in page
    assert "1 человек из списка ждёт времени" in words(department.get("/ru/staff/"))
    department.post(f"{place}distribute/")

    approved.refresh_from_db()
    assert approved.state == "appointed"
    assert "Время получил 1 человек" in words(department.get(place))


def test_an_empty_list_is_not_sent(day: ReceptionDay, enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)

    browser.post(f"/ru/staff/days/{day.pk}/list/")

    assert "список был бы пуст" in words(browser.get(f"/ru/staff/days/{day.pk}/"))


def test_who_finds_the_day_full_waits_at_the_next_one(
    approved: Appeal, office: Office, day: ReceptionDay, department: Actor, clerk: Actor, enter: Enter
) -> None:
    plan = Plan(day.official_id, date(2026, 4, 2), time(15, 0), 15, 4, Words(kk="бөлме", ru="приёмная"))
    later = posted(office, plan, by=clerk, at=MONDAY)
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    for slot in Slot.objects.filter(day=day):
        Slot.objects.filter(pk=slot.pk).update(taken_by=slot.pk + 1000)
    browser = enter(Role.CLERK)

    assert "2 апреля 2026" in words(browser.get(f"/ru/staff/days/{day.pk}/"))
    assert approved.number in words(browser.get(f"/ru/staff/days/{later.pk}/"))
    browser.post(f"/ru/staff/days/{later.pk}/distribute/")

    approved.refresh_from_db()
    assert approved.reception_at
    assert approved.reception_at.date() == date(2026, 4, 2)


def test_on_the_day_the_desk_has_two_buttons(
    appointed: Appeal, day: ReceptionDay, enter: Enter, clock: time_machine.Traveller
) -> None:
    place = f"/ru/staff/days/{day.pk}/"
    assert "/hold/" not in enter(Role.CLERK).get(place).content.decode()

    clock.move_to(moment(3, 19, 14, 50))

    html = enter(Role.CLERK).get(place).content.decode()
    assert f"/ru/staff/appeals/{appointed.pk}/hold/" in html
    assert f"/ru/staff/appeals/{appointed.pk}/miss/" in html


@pytest.mark.parametrize(
    ("role", "path"),
    [
        (Role.HEAD_OF_OFFICE, "days/plan/"),
        (Role.AUDITOR, "days/{}/publish/"),
        (Role.CLERK, "days/{}/list/"),
        (Role.HEAD_OF_OFFICE, "days/{}/distribute/"),
    ],
)
def test_acts_of_a_day_are_for_those_who_may(role: Role, path: str, day: ReceptionDay, enter: Enter) -> None:
    assert enter(role).post(f"/ru/staff/{path.format(day.pk)}").status_code == 403


def test_an_official_opens_their_own_days_alone(day: ReceptionDay, enter: Enter) -> None:
    assert enter(Role.OFFICIAL).get(f"/ru/staff/days/{day.pk}/").status_code == 404
