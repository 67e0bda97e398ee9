"""The text of the act: whole, addressable, and every paragraph of it answered for."""

import re

import pytest

from qabyldau.regulation.edition import NoNormError, Unknown, numbers
from qabyldau.regulation.texts import act, act_of, parse
from qabyldau.regulation.words import Language
from tests.law.given import LAW, LAW_1

TEXT = act_of(LAW)
PARAGRAPHS = [one for chapter in TEXT.chapters for one in chapter.paragraphs]
REWORDED = {"1", "6", "11", "17", "25", "30"}
NOT_HELD_BEFORE_2023 = sorted([*REWORDED, "34"], key=int)


def test_every_numbered_paragraph_of_the_text_is_answered_for_38_of_38() -> None:
    assert [one.number for one in PARAGRAPHS] == list(numbers(LAW)) == [str(n) for n in range(1, 39)]
    assert all(row.norms for row in LAW.clauses)
    assert all(row.norms for row in LAW_1.clauses)


def test_the_chapters_hold_their_paragraphs() -> None:
    assert [len(chapter.paragraphs) for chapter in TEXT.chapters] == [3, 21, 7, 7]
    assert TEXT.chapters[0].title == "Глава 1. Общие положения"


def test_the_passport_names_numbers_and_the_repeal() -> None:
    passport = " ".join(TEXT.passport)

    assert all(word in passport for word in ("№ 289", "№ 6533", "Утратило силу", "12.07.2023 № 153"))
    assert "№560" in TEXT.resolution[0]
    assert len([line for line in TEXT.resolution if re.match(r"\d\. ", line)]) == 5


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1", "в соответствии с административным процедурно-процессуальным кодексом Республики Казахстан"),
        ("6", "в соответствии с Указом Президента Республики Казахстан от 3 марта 2022 года № 826"),
        ("11", '"Халық қаһарманы"'),
        ("30", "В соответствии с пунктом 3 статьи 76 АППК, в случае сложного характера вопроса"),
    ],
)
def test_the_words_that_the_extraction_moved_stand_in_their_places(number: str, words: str) -> None:
    assert words in " ".join(TEXT.paragraph(number).lines)


def test_the_notes_of_amendment_stand_at_the_paragraphs_they_amend() -> None:
    assert {one.number for one in PARAGRAPHS if one.note} == REWORDED
    assert all("20.01.2023 № 10" in one.note for one in PARAGRAPHS if one.note)


def test_parts_and_points_are_lines_of_their_paragraph() -> None:
    assert len(TEXT.paragraph("6").lines) == 2
    assert [line[:2] for line in TEXT.paragraph("37").lines[1:]] == ["1)", "2)", "3)", "4)"]
    assert TEXT.paragraph("29").anchor == "p29" == LAW.cite_number("29").anchor


def test_no_trace_of_the_extraction_is_left() -> None:
    whole = " ".join(line for one in PARAGRAPHS for line in one.lines)

    assert not re.search(r"\s{2}| ,|\" Х|от от", whole)


@pytest.mark.parametrize("number", NOT_HELD_BEFORE_2023)
def test_a_wording_we_do_not_hold_is_said_to_be_unknown(number: str) -> None:
    paragraph = act_of(LAW_1).paragraph(number)

    assert any(isinstance(norm, Unknown) for norm in LAW_1.clause(number).norms)
    assert paragraph.lines == ()
    assert paragraph.unknown is not None
    assert paragraph.unknown.kk
    assert paragraph.unknown.ru


def test_the_other_paragraphs_read_the_same_in_both_editions() -> None:
    assert act_of(LAW_1).paragraph("29") == TEXT.paragraph("29")


def test_no_official_kazakh_text_is_held_and_the_page_says_so() -> None:
    kazakh = act(LAW.code, Language.KK)

    assert not kazakh.held
    assert kazakh.title.startswith("Батыс Қазақстан облысы")
    assert any("қазақша мәтіні бізде жоқ" in line for line in kazakh.passport)
    assert any("казахского текста" in line for line in kazakh.passport)


def test_an_act_without_a_text_is_not_held_and_a_missing_paragraph_is_an_error() -> None:
    assert not act("appk-350@2021", Language.RU).held
    with pytest.raises(NoNormError, match="99"):
        TEXT.paragraph("99")


def test_a_text_without_chapters_parses_to_its_passport() -> None:
    found = parse("# Акт\n\n> Принят.\n")

    assert (found.title, found.passport, found.held) == ("Акт", ("Принят.",), False)
