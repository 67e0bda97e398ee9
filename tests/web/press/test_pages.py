"""The press officer's pages, and what everybody reads of them."""

import pytest
from django.test import Client

from qabyldau.people.roles import Role
from qabyldau.press.models import Item
from qabyldau.registry.models import Appeal
from qabyldau.schedule.models import ReceptionDay
from tests.web.staff.conftest import Enter, words


@pytest.mark.clause("24")
def test_p24_a_report_is_drafted_refused_with_a_name_published_and_taken_down(
    appointed: Appeal, day: ReceptionDay, enter: Enter
) -> None:
    press, anybody = enter(Role.PRESS), Client()
    press.post(f"/ru/staff/press/days/{day.pk}/report/")
    row = Item.objects.get()
    page = f"/ru/staff/press/{row.pk}/"
    typed = {name: getattr(row, name) for name in ("title_kk", "title_ru", "text_kk", "people_shown")}

    refused = press.post(page, {**typed, "text_ru": f"Принята {appointed.applicant_name}."})
    assert refused.status_code == 409
    assert "только цифры" in words(refused)
    press.post(page, {**typed, "text_ru": "Принято менее 5 человек.", "people_shown": 1})
    press.post(f"{page}publish/")
    assert "согласие" in words(press.get(page))
    assert anybody.get(f"/ru/news/{row.pk}/").status_code == 404

    press.post(f"{page}consent/", {"name": "Үлгі", "how": "бумага", "given_on": "2026-03-19"})
    press.post(f"{page}publish/")
    assert "менее 5" in words(anybody.get(f"/ru/news/{row.pk}/"))
    assert row.title_kk in words(anybody.get("/kk/news/"))

    press.post(f"{page}ask/", {"reason": "Просят снять."})
    assert "20 марта 2026" in words(press.get("/ru/staff/press/"))
    press.post(f"{page}take-down/")
    assert anybody.get(f"/ru/news/{row.pk}/").status_code == 404
