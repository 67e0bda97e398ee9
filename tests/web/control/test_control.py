"""The board, one instruction, the executors' own page, the akim's page, and the applicant's "not done"."""

import pytest
from django.test import Client

from qabyldau.control.models import Instruction
from qabyldau.papers import queries as papers
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from tests.flow.control.conftest import lead
from tests.web.access.conftest import People, browser

ORDER = "Провести водопровод."
pytestmark = pytest.mark.clause("32")


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_p32_the_board_shows_what_is_late_and_reminds_of_it(given: Instruction, controlling: Client) -> None:
    page = text(controlling, "/ru/staff/control/?bucket=overdue")
    assert ORDER in page
    assert "Управление жилищного хозяйства" in page
    assert ORDER not in text(controlling, "/kk/staff/control/?bucket=later&by=subject")
    assert ORDER in text(controlling, f"/kk/staff/control/?executor={lead(given).body_id}&by=official")

    sent = controlling.post("/ru/staff/control/remind/", {"chosen": [given.pk]}, follow=True)

    assert "1 напоминание отправляется." in sent.content.decode()
    (paper,) = papers.of(given.key)
    made = controlling.get(f"/ru/staff/control/{given.pk}/papers/{paper.pk}/ru.pdf")
    assert made.content.startswith(b"%PDF")


def test_p32_an_executor_reports_on_the_own_page_and_the_department_judges(
    given: Instruction, carrying: Client, controlling: Client
) -> None:
    own, mine = f"/ru/staff/ordered/{given.pk}/", {"part_id": lead(given).pk}
    assert ORDER in text(carrying, "/ru/staff/ordered/")
    assert given.appeal.applicant_name not in text(carrying, own)
    assert carrying.post(f"{own}accept/", mine).status_code == 302
    wrong = carrying.post(f"{own}report/", {**mine, "text": ""})
    assert wrong.status_code == 422
    assert carrying.post(f"{own}meanwhile/", {**mine, "text": "Готовим проект."}).status_code == 302
    assert carrying.post(f"{own}report/", {**mine, "text": "Водопровод проведён."}).status_code == 302

    judged = f"/ru/staff/control/{given.pk}/"
    page = text(controlling, judged)
    assert "Готовим проект." in page
    back = controlling.post(f"{judged}judge/return/", {"remark": ""})
    assert (back.status_code, "с причиной" in back.content.decode()) == (409, True)
    assert controlling.post(f"{judged}judge/accept/", {"remark": ""}).status_code == 302
    assert controlling.post(f"{judged}card/").status_code == 302
    given.refresh_from_db()
    assert (given.stage, [one.kind for one in papers.of(given.key)]) == ("fulfilled", ["control_card"])


def test_p32_the_day_is_not_the_department_s_to_change(
    given: Instruction, carrying: Client, controlling: Client
) -> None:
    day = {"until": "08.05.2026", "reason": "Нет труб."}
    assert carrying.post(f"/ru/staff/ordered/{given.pk}/wish/", day).status_code == 302

    refused = controlling.post(f"/ru/staff/control/{given.pk}/day/grant/", {"remark": ""})

    assert refused.status_code == 409
    assert "только то должностное лицо" in refused.content.decode()


def test_p37_the_akim_sees_what_is_late_and_whose(given: Instruction, everybody: People) -> None:
    page = text(browser(everybody[Role.AKIM]), "/ru/staff/control/overview/")

    assert f"bucket=overdue&amp;executor={lead(given).body_id}" in page
    assert "Управление жилищного хозяйства" in page


@pytest.mark.clause("33")
def test_p33_the_applicant_says_not_done_on_the_page_of_the_appeal(closed: Appeal) -> None:
    site = Client()
    session = site.session
    session["opened_appeal"] = closed.pk
    session.save()
    assert "/ru/track/appeal/not-done/" in text(site, "/ru/track/appeal/")
    form = text(site, "/kk/track/appeal/not-done/")
    assert closed.number in form

    assert site.post("/ru/track/appeal/not-done/", {"words": "", "once": "a"}).status_code == 422
    sent = site.post("/ru/track/appeal/not-done/", {"words": "Воды нет.", "once": "b"}, follow=True)

    assert "Проверяем, исполнено ли обещанное" in sent.content.decode()
    assert "/not-done/" not in text(site, "/kk/track/appeal/")
