"""The shared look: shapes of deadlines, masks, addresses in the other language, and the font's letters."""

import gzip
import re
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Counting
from qabyldau.web import fonts
from qabyldau.web.components import Shape, Step
from qabyldau.web.navigation import in_language
from qabyldau.web.templatetags import law, look, words
from qabyldau.web.terms import days_left
from tools.places import PACKAGE

EDITION = by_code("zko-289@2023")


@pytest.mark.parametrize(
    ("left", "shape", "kk", "ru"),
    [
        (-2, Shape.LATE, "2 жұмыс күніне кешікті", "Просрочено на 2 рабочих дня"),
        (0, Shape.SOON, "Мерзімі бүгін", "Срок сегодня"),
        (1, Shape.SOON, "1 жұмыс күні қалды", "Остался 1 рабочий день"),
        (3, Shape.SOON, "3 жұмыс күні қалды", "Осталось 3 рабочих дня"),
        (11, Shape.FINE, "11 жұмыс күні қалды", "Осталось 11 рабочих дней"),
        (None, Shape.STILL, "Мерзім жүріп жатқан жоқ", "Срок не идёт"),
    ],
)
def test_a_deadline_has_a_shape_and_words(left: int | None, shape: Shape, kk: str, ru: str) -> None:
    said = {}
    for language in ("kk", "ru"):
        with translation.override(language):
            said[language] = look.left_words(left)

    assert look.shape_of(left) is shape
    assert said == {"kk": kk, "ru": ru}


@pytest.mark.parametrize(
    ("today", "due", "left"),
    [
        (date(2026, 3, 2), date(2026, 3, 17), 10),  # the 9th is a day off
        (date(2026, 3, 6), date(2026, 3, 10), 1),
        (date(2026, 3, 17), date(2026, 3, 17), 0),
        (date(2026, 3, 18), date(2026, 3, 17), -1),
        (date(2026, 3, 7), date(2026, 3, 6), -1),  # overdue on a Saturday
    ],
)
def test_days_left_are_working_days(today: date, due: date, left: int) -> None:
    assert days_left(today, due, KZ) == left


def test_a_citation_links_to_its_clause() -> None:
    with translation.override("ru"):
        assert 'href="/ru/act/#p29"' in law.cite(EDITION.cite(AnswerDeadline))
        assert 'href="/ru/act/#appk-350-p76-2"' in law.cite(EDITION.cite(Counting))
        assert ">п. 29<" in law.cite(EDITION.cite(AnswerDeadline).as_row(), "short")


@pytest.mark.parametrize(
    ("number", "shown", "masked"),
    [
        ("+77010000000", "+7\u00a0701\u00a0000\u00a000\u00a000", "+7\u00a0701\u00a0•••\u00a0••\u00a000"),
        ("1414", "1414", "•••"),
    ],
)
def test_phones_are_shown_as_people_write_them(number: str, shown: str, masked: str) -> None:
    assert words.phone(number) == shown
    assert words.masked_phone(number) == masked


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/kk/", "/ru/"),
        ("/kk/act/?on=2023-03-01", "/ru/act/?on=2023-03-01"),
        ("/kkk/", "/ru/"),
        ("/", "/ru/"),
    ],
)
def test_an_address_is_found_in_the_other_language(address: str, there: str) -> None:
    assert in_language(address, "ru") == there


def test_a_step_knows_what_is_behind_and_ahead() -> None:
    assert Step(number=2, all=4).phases == ["done", "now", "ahead", "ahead"]


def test_every_sign_that_a_page_asks_for_is_drawn() -> None:
    drawn = set(re.findall(r'id="(\w+)"', (PACKAGE / "web/static/ui/sprite.svg").read_text(encoding="utf-8")))
    templates = [path.read_text(encoding="utf-8") for path in (PACKAGE / "web").rglob("*.html")]
    asked = {name for text in templates for name in re.findall(r'{% icon "(\w+)"|sign="(\w+)"', text)}

    assert {one or other for one, other in asked} | set(Shape) <= drawn


def test_a_first_visit_weighs_little(tmp_path: Path) -> None:
    """The page itself comes to about three kilobytes more."""
    static = PACKAGE / "web" / "static" / "ui"
    sheets = ("base.css", "public.css", "print.css", "sprite.svg", "mark.svg", "ornament.svg")

    sent = sum(len(gzip.compress((static / name).read_bytes())) for name in sheets)

    assert sent + fonts.build(tmp_path).stat().st_size < 57 * 1024


def test_the_font_draws_every_letter_of_both_languages(tmp_path: Path) -> None:
    font = fonts.build(tmp_path)

    catalogues = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("django.po"))
    pages = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.html"))
    shown = {ord(sign) for text in (*catalogues, *pages) for sign in text if sign.isprintable()}
    signs = {ord(sign) for sign in fonts.KAZAKH + fonts.SIGNS}
    assert not {chr(sign) for sign in (shown | signs) - fonts.covered(font)}
    assert font.stat().st_size < 48 * 1024
