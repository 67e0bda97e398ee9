"""The schedule of a month on its pages: grid, series, approval, versions, places, rehearsal."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay, Rehearsal, Room, Version
from tests.flow.conftest import MONDAY, moment
from tests.flow.posting import plan, posted
from tests.web.staff.conftest import Enter, words

MONTH = "/ru/staff/planning/2026/3/"
DAY: dict[str, Any] = {
    "on": "2026-03-26",
    "opens": "10:00",
    "minutes": 20,
    "places": 6,
    "mode": "in_person",
    "place_kk": "қабылдау бөлмесі",
    "place_ru": "приёмная",
}
ACT = {"act_number": "12-ө", "act_on": "2026-03-02"}


@pytest.fixture
def drafted(akim: Official, enter: Enter) -> ReceptionDay:
    enter(Role.CLERK).post("/ru/staff/days/plan/", {**DAY, "official_id": akim.pk})
    return ReceptionDay.objects.get()


def test_a_month_goes_from_the_draft_over_the_akim_to_the_wall(drafted: ReceptionDay, enter: Enter) -> None:
    clerk, akim = enter(Role.CLERK), enter(Role.AKIM)
    assert "Черновик" in words(clerk.get(MONTH))

    clerk.post(f"{MONTH}check/")
    version = Version.objects.get()
    assert "Ожидает акима" in words(clerk.get(MONTH))
    assert "ожидает Вашего утверждения" in words(akim.get("/ru/staff/"))
    akim.post(f"/ru/staff/planning/versions/{version.pk}/approve/", ACT)
    clerk.post(f"/ru/staff/planning/versions/{version.pk}/publish/")

    page = words(clerk.get(MONTH))
    assert "версия 1" in page
    drafted.refresh_from_db()
    assert drafted.published_at
    assert "утвержд" in words(clerk.get(f"/ru/staff/planning/versions/{version.pk}/"))


@pytest.mark.clause("6")
@pytest.mark.parametrize("role", [Role.CLERK, Role.DEPARTMENT, Role.HEAD_OF_OFFICE])
def test_p6_whoever_is_not_the_akim_is_told_the_clause(
    role: Role, drafted: ReceptionDay, enter: Enter
) -> None:
    enter(Role.CLERK).post(f"{MONTH}check/")
    version = Version.objects.get()

    answer = enter(role).post(f"/ru/staff/planning/versions/{version.pk}/approve/", ACT)

    assert answer.status_code == 409
    assert "утверждает только аким" in words(answer)
    assert "п. 6" in words(answer)
    assert drafted.published_at is None


def test_a_draft_of_the_akim_is_not_posted_by_itself(drafted: ReceptionDay, enter: Enter) -> None:
    answer = enter(Role.CLERK).post(f"/ru/staff/days/{drafted.pk}/publish/")

    assert answer.status_code == 409
    assert "только после утверждения акимом" in words(answer)


def test_the_gap_of_a_deputy_is_seen_and_asked_about(
    drafted: ReceptionDay, deputy: Official, enter: Enter
) -> None:
    clerk, akim = enter(Role.CLERK), enter(Role.AKIM)
    assert "нет приёма в этом месяце" in words(clerk.get(MONTH))
    clerk.post(f"{MONTH}check/")
    version = Version.objects.get()

    answer = akim.post(f"/ru/staff/planning/versions/{version.pk}/approve/", ACT)
    assert answer.status_code == 409
    assert "напишите причину" in words(answer)
    akim.post(f"/ru/staff/planning/versions/{version.pk}/approve/", {**ACT, "gap_reason": "Отпуск."})

    version.refresh_from_db()
    assert (version.stage, version.gap_reason) == ("approved", "Отпуск.")
    assert deputy.name_ru in words(clerk.get(MONTH))
    assert drafted.on == date(2026, 3, 26)


def test_every_cell_of_the_grid_is_a_link_and_speaks(drafted: ReceptionDay, enter: Enter) -> None:
    html = enter(Role.CLERK).get(MONTH).content.decode()
    assert f'href="/ru/staff/days/{drafted.pk}/"' in html
    assert f"official={drafted.official_id}&amp;on=2026-03-27" in html
    assert "26 марта 2026 г., четверг, 10:00" in html
    assert "on=2026-03-21" not in html
    assert "on=2026-02" not in html


def test_a_cell_opens_the_form_with_its_official_and_day(akim: Official, enter: Enter) -> None:
    html = enter(Role.CLERK).get(f"/ru/staff/days/plan/?official={akim.pk}&on=2026-03-25").content.decode()

    assert 'value="2026-03-25"' in html
    assert f'<option value="{akim.pk}" selected>' in html


def test_a_series_is_planned_from_one_form(akim: Official, enter: Enter) -> None:
    asked = {
        **DAY,
        "official_id": akim.pk,
        "weekday": "3",
        "which": "0",
        "until": "2026-04-30",
        "on_day_off": "skip",
    }

    answer = enter(Role.CLERK).post("/ru/staff/planning/series/", asked)

    assert answer.headers["Location"] == MONTH
    assert ReceptionDay.objects.count() == 6


def test_a_series_that_overlaps_says_so_with_the_clause(drafted: ReceptionDay, enter: Enter) -> None:
    asked = {
        **DAY,
        "official_id": drafted.official_id,
        "weekday": "3",
        "which": "0",
        "until": "2026-04-30",
        "on_day_off": "skip",
    }

    answer = enter(Role.CLERK).post("/ru/staff/planning/series/", asked)

    assert answer.status_code == 422
    assert "Серия пересекается" in words(answer)
    assert "п. 7" in words(answer)


def test_a_posted_day_is_changed_in_the_draft_and_may_be_kept(
    office: Office, akim: Official, clerk: Actor, enter: Enter
) -> None:
    day = posted(office, plan(akim), by=clerk, at=MONDAY)
    browser = enter(Role.CLERK)

    browser.post(f"/ru/staff/planning/days/{day.pk}/change/", {**DAY, "official_id": akim.pk})
    assert "изменится со следующей версией" in words(browser.get(MONTH))
    browser.post(f"/ru/staff/planning/days/{day.pk}/keep/")

    day.refresh_from_db()
    assert (day.on, day.opens.hour) == (date(2026, 3, 19), 15)
    assert "изменится со следующей версией" not in words(browser.get(f"/ru/staff/days/{day.pk}/"))


def test_a_day_with_people_is_not_taken_off_here(appointed: Appeal, day: ReceptionDay, enter: Enter) -> None:
    answer = enter(Role.CLERK).post(f"/ru/staff/planning/days/{day.pk}/remove/")

    assert answer.status_code == 409
    assert "п. 15" in words(answer)
    assert appointed.state == "appointed"


def test_places_are_entered_once_and_closed(enter: Enter) -> None:
    browser, asked = (
        enter(Role.CLERK),
        {"name_kk": "101-бөлме", "name_ru": "кабинет 101", "video": "on", "since": "2026-01-01"},
    )
    browser.post("/ru/staff/planning/rooms/", asked)
    assert browser.post("/ru/staff/planning/rooms/", asked).status_code == 422

    room = Room.objects.get()
    browser.post(f"/ru/staff/planning/rooms/{room.pk}/close/")

    room.refresh_from_db()
    assert (room.video, room.until) == (True, MONDAY.date())


@pytest.mark.clause("8")
def test_p8_an_instruction_posts_a_day_at_once(deputy: Official, enter: Enter) -> None:
    asked = {
        **DAY,
        "official_id": deputy.pk,
        "instruction_number": "45",
        "instruction_on": "2026-03-01",
        "instruction_for": "2026-03-26",
    }
    refused = enter(Role.CLERK).post(
        "/ru/staff/planning/off-schedule/", {**asked, "instruction_for": "2026-03-27"}
    )
    assert "назван другой день" in words(refused)

    enter(Role.CLERK).post("/ru/staff/planning/off-schedule/", asked)

    assert ReceptionDay.objects.get().published_at


@pytest.mark.clause("6")
def test_p6_a_meeting_is_noted_and_followed_by_a_reception(akim: Official, enter: Enter) -> None:
    browser = enter(Role.CLERK)
    met = {"on": "2026-03-26", "place_kk": "Жәнібек", "place_ru": "Жанибек", "jointly_with": ["0", "2"]}

    answer = browser.post("/ru/staff/planning/meetings/", met)
    assert "Жанибек" in browser.get(answer.headers["Location"]).content.decode()
    browser.post(answer.headers["Location"], {**DAY, "official_id": akim.pk})

    assert ReceptionDay.objects.get().kind == "after_meeting"
    assert "26 марта 2026" in words(browser.get("/ru/staff/planning/meetings/"))


def test_a_month_is_rehearsed_and_says_how_little_it_knows(day: ReceptionDay, enter: Enter) -> None:
    browser, place = enter(Role.DEPARTMENT), f"{MONTH}rehearsal/"

    browser.post(place, {"weekday": "3", "minutes": "60"})

    kept = Rehearsal.objects.get()
    assert kept.found["wished"]["received"]["high"] >= kept.found["plain"]["received"]["high"]
    page = words(browser.get(place))
    assert "История слишком коротка" in page
    assert str(kept.seed) in page
    assert day.on.month == 3


def test_after_the_month_fact_stands_beside_the_forecast(
    day: ReceptionDay, enter: Enter, clock: time_machine.Traveller
) -> None:
    place = f"{MONTH}rehearsal/"
    enter(Role.DEPARTMENT).post(place, {"weekday": "3", "minutes": "0"})
    assert "Что произошло" not in words(enter(Role.DEPARTMENT).get(place))

    clock.move_to(moment(4, 2))

    assert "Что произошло" in words(enter(Role.DEPARTMENT).get(place))
    assert day.published_at


@pytest.mark.clause("3")
def test_p3_the_official_answers_on_a_page_of_their_own(
    registered: Appeal, department_head: Official, enter: Enter, staff: Callable[..., Actor]
) -> None:
    chief = enter(Role.OFFICIAL)
    Official.objects.filter(pk=department_head.pk).update(user=staff(Role.OFFICIAL).user_id)
    clerk = enter(Role.CLERK)
    form = clerk.get(f"/ru/staff/appeals/{registered.pk}/ask_today/")
    assert department_head.name_ru in words(form)
    clerk.post(
        f"/ru/staff/appeals/{registered.pk}/ask_today/",
        {"official_id": department_head.pk, "version": registered.version, "once": "today-1"},
    )
    page = chief.get("/ru/staff/today/")
    assert registered.number in words(page)
    asking = registered.askings.get()

    chief.post(f"/ru/staff/today/{asking.pk}/answer/", {"answer": "yes"})

    registered.refresh_from_db()
    assert registered.state == "appointed"


@pytest.mark.parametrize("address", ["planning/2026/13/", "planning/1999/1/", "planning/versions/999/"])
def test_what_is_not_there_is_not_found(address: str, enter: Enter) -> None:
    assert enter(Role.CLERK).get(f"/ru/staff/{address}").status_code == 404
