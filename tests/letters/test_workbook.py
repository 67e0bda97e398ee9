"""Workbooks and charts: what was typed stays text, and what colour tells is told without it."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from qabyldau.documents import charts
from qabyldau.documents.charts import Series
from qabyldau.documents.workbook import Page, xlsx

AT = datetime(2026, 4, 6, tzinfo=UTC)
TYPED = ["=cmd|' /C calc'!A0", "+7 700 000 00 01", "@SUM(A1)", "-2", "https://example.org", "010101300010"]


def parts(made: bytes) -> tuple[str, str]:
    book = ZipFile(BytesIO(made))
    return book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("typed", TYPED)
def test_what_a_person_typed_is_text_and_never_a_formula_a_link_or_a_number(typed: str) -> None:
    sheet, strings = parts(xlsx("Отчёт", "Аппарат", [Page("Лист", ["Имя", "Число"], [[typed, 7]])], AT))

    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert re.search(r'<c r="A2" s="\d+" t="s">', sheet)
    assert re.search(r'<c r="B2" s="\d+"><v>7</v>', sheet)
    assert etree.fromstring(strings.encode()).xpath(f'//*[text()="{typed}"]')


def test_the_same_tables_give_the_same_workbook() -> None:
    first, second = (xlsx("Есеп", "Мекеме", [Page("Парақ [1]", ["А"], [["б"]])], AT) for _ in range(2))

    assert first == second


def test_a_chart_carries_its_figures_and_escapes_its_words() -> None:
    drawn = charts.bars("По темам", [("Вода <b>&", 12), ("Жер", 0)])

    picture = etree.fromstring(drawn.encode())
    assert "Вода <b>&" in picture.xpath("//*/text()")
    assert {"12", "0"} <= set(picture.xpath("//*/text()"))
    assert "style=" not in drawn


def test_what_is_late_is_hatched_as_well_as_red() -> None:
    series = [Series("в срок", [3, 0], "solid"), Series("с опозданием", [1, 0], "hatched")]
    drawn = charts.columns("По неделям", ["01.01", "08.01"], series, "weeks")

    picture = etree.fromstring(drawn.encode())
    fills = [one.get("fill") for one in picture.iter("{*}rect")]
    assert "url(#weeks-hatched)" in fills
    assert picture.xpath('//*[@id="weeks-hatched"]')
    assert "4" in picture.xpath("//*/text()")


def test_a_line_shows_the_norm_in_words() -> None:
    drawn = charts.line("Срок", ["01.2026"], [11.8], (15, "норма 15 дн."))

    assert {"норма 15 дн.", "11,8"} <= set(etree.fromstring(drawn.encode()).xpath("//*/text()"))
