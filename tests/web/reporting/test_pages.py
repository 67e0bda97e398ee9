"""Reports, the office beside each paragraph, the laboratory, and open data, as people see them."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.test import Client
from pypdf import PdfReader

from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.reporting.models import Report
from qabyldau.schedule.models import ReceptionDay
from tests.web.staff.conftest import Enter, words

QUARTER = "/ru/staff/reports/2026-01-01/"


@pytest.mark.usefixtures("april")
def test_the_department_makes_the_report_and_notes_that_it_was_sent(hall: list[Appeal], enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)
    assert "Отчёт к отправке: 1 квартал 2026 года" in words(browser.get("/ru/staff/"))
    assert "не составлен" in words(browser.get(QUARTER))

    browser.post(f"{QUARTER}freeze/")
    refused = browser.post(f"{QUARTER}sent/", {"on": "2026-03-31", "way": "sed"})
    browser.post(f"{QUARTER}sent/", {"on": "2026-04-06", "way": "sed", "number": "5"})

    row = Report.objects.get()
    assert refused.status_code == 409
    assert (row.sent_way, row.sent_number) == ("sed", "5")
    assert row.figures["received_by_channel"] == {hall[0].channel: 3}
    assert "отправлен 06.04" in words(browser.get("/ru/staff/reports/"))
    assert "Отчёт к отправке" not in words(browser.get("/ru/staff/"))


def test_a_running_quarter_is_shown_as_preliminary_and_refused_with_its_clause(
    registered: Appeal, enter: Enter
) -> None:
    browser = enter(Role.DEPARTMENT)
    assert registered.pk
    assert "предварительные" in words(browser.get(QUARTER))

    refused = browser.post(f"{QUARTER}freeze/")

    assert refused.status_code == 409
    assert "Этот период ещё не закончился" in words(refused)
    assert "#p38" in refused.content.decode()


def test_a_figure_opens_its_rows_and_its_definition(hall: list[Appeal], enter: Enter) -> None:
    browser = enter(Role.HEAD_OF_OFFICE)
    page = browser.get(f"{QUARTER}rows/", {"of": "received_by_topic", "part": hall[0].topic})

    assert "3 строки" in words(page)
    assert "Обращения, зарегистрированные в периоде, по теме" in words(page)
    assert all(one.number in words(page) for one in hall)


@pytest.mark.parametrize(
    "address",
    [
        "reports/2026-02-01/",
        "reports/2027-01-01/",
        "reports/never/",
        "reports/2026-01-01/rows/?of=nothing",
        "reports/2026-01-01/rows/?of=days_held&part=x",
        "reports/2026-01-01/ru/pdf/",
        "compliance/99/",
    ],
)
def test_what_is_not_there_is_not_found(registered: Appeal, enter: Enter, address: str) -> None:
    assert registered.pk
    assert enter(Role.DEPARTMENT).get(f"/ru/staff/{address}").status_code == 404


@pytest.mark.parametrize(("spoken", "title"), [("kk", "2026 жылғы 1-тоқсан"), ("ru", "1 квартал 2026 года")])
def test_the_report_is_a_pdf_a_docx_and_a_workbook(
    frozen: Report, enter: Enter, spoken: str, title: str
) -> None:
    browser = enter(Role.AUDITOR)
    pdf, docx, xlsx = (browser.get(f"{QUARTER}{spoken}/{form}/") for form in ("pdf", "docx", "xlsx"))

    pages = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages)
    assert frozen.digest[:16] in pages
    assert title in " ".join(pages.split())
    assert "word/document.xml" in ZipFile(BytesIO(docx.content)).namelist()
    strings = ZipFile(BytesIO(xlsx.content)).read("xl/sharedStrings.xml").decode()
    assert ("Көрсеткіш" if spoken == "kk" else "Показатель") in strings


def test_a_frozen_report_counted_again_is_the_same(frozen: Report, enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)
    assert "каждый показатель тот же" in words(browser.get(f"{QUARTER}?recount=yes"))

    Appeal.objects.filter(office_id=frozen.office_id).update(language="kk")

    assert "отличаются" in words(browser.get(f"{QUARTER}?recount=yes"))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_pages_are_whole_in_both_languages(frozen: Report, enter: Enter, language: str) -> None:
    browser = enter(Role.DEPARTMENT)
    day = frozen.office.appeals.first()
    assert day
    pages = (
        "reports/",
        "reports/2026-01-01/",
        "compliance/",
        "compliance/29/",
        "lab/?edition=zko-289%402020",
    )

    assert {browser.get(f"/{language}/staff/{page}").status_code for page in pages} == {200}


@pytest.mark.usefixtures("april")
def test_the_office_stands_beside_each_paragraph(hall: list[Appeal], enter: Enter) -> None:
    browser = enter(Role.AKIM)

    page = words(browser.get("/ru/staff/compliance/"))

    assert "п. 38" in page
    assert "соблюдается" in page
    assert "нарушен" in page
    clause = words(browser.get("/ru/staff/compliance/25/"))
    assert hall[0].number in clause
    assert "test_p25_" in clause


def test_the_laboratory_counts_past_cases_under_another_number_of_days(
    hall: list[Appeal], enter: Enter
) -> None:
    browser = enter(Role.DEPARTMENT)
    asked = {"edition": "zko-289@2023", "days": "0"}
    assert browser.get("/ru/staff/lab/", asked).status_code == 422

    page = browser.get("/ru/staff/lab/", {**asked, "days": "5", "unit": "calendar"})

    assert page.context["outcome"].moved == len(hall)
    assert "5 календарных дней" in words(page)
    assert hall[0].number in words(page)


def test_who_receives_reads_an_analysis_before_the_day(
    hall: list[Appeal], day: ReceptionDay, enter: Enter
) -> None:
    browser = enter(Role.DEPARTMENT)

    page = browser.get(f"/ru/staff/days/{day.pk}/analysis/")

    assert (page.context["pack"].people, page.context["pack"].out_of_turn) == (len(hall), 1)
    assert "Анализ перед приёмом" in words(browser.get(f"/ru/staff/days/{day.pk}/"))


def test_open_data_leaves_small_counts_out(frozen: Report) -> None:
    Report.objects.filter(pk=frozen.pk).update(
        figures={
            "received_by_channel": {"post": 3, "oral": 9, "portal": 40},
            "received_by_topic": {"water": 12},
            "came_by_official": {"1": 50},
        }
    )
    browser = Client()

    told = json.loads(browser.get("/ru/statistics/receptions.json").content)
    table = list(
        csv.DictReader(StringIO(browser.get("/ru/statistics/receptions.csv").content.decode("utf-8-sig")))
    )

    counts = {row["part"]: row["count"] for row in told["rows"]}
    assert counts == {"post": None, "oral": None, "portal": 40, "water": 12}
    assert {row["part"]: row["count"] for row in table} == {
        "post": "",
        "oral": "",
        "portal": "40",
        "water": "12",
    }
    assert told["licence"] == "CC BY 4.0"
    assert "не показано" in words(browser.get("/ru/statistics/"))
    assert browser.get("/kk/statistics/").status_code == 200
