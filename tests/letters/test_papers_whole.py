"""Every paper in both languages, whole, from invented facts; and as a file that officials edit."""

import re
from io import BytesIO

import docx
import pytest
from syrupy.assertion import SnapshotAssertion

from qabyldau.documents.docx import Sheet
from qabyldau.documents.docx import docx as docx_of
from qabyldau.papers import sample
from qabyldau.papers.templates import built_in, papers
from qabyldau.papers.text import Written, written
from qabyldau.regulation.words import Language
from tests.flow.conftest import MONDAY
from tests.letters.test_letters import KAZAKH_ONLY, GoldenLetter

EVERY_PAPER = [(name, language) for name in papers() for language in Language]


def made(name: str, language: Language) -> Written:
    return written(built_in(name, language), sample.told(name, language), sample.around(language), language)


def as_text(said: Written) -> str:
    return "\n\n".join([said.subject, *map(_block, said.blocks)]) + "\n"


def _block(block: object) -> str:
    match block:
        case {"heading": words}:
            return f"## {words}"
        case {"head": [*head], "rows": [*rows]}:
            return "\n".join(
                " | ".join(str(cell).replace("\n", " / ") for cell in row) for row in [head, *rows]
            )
        case [*lines]:
            return "\n".join(map(str, lines))
    raise TypeError(block)


@pytest.mark.parametrize(("name", "language"), EVERY_PAPER)
def test_paper_reads_as_approved(name: str, language: Language, snapshot: SnapshotAssertion) -> None:
    assert as_text(made(name, language)) == snapshot(extension_class=GoldenLetter)


@pytest.mark.parametrize("name", papers())
def test_a_kazakh_paper_has_no_russian_sentence_of_ours(name: str) -> None:
    template = built_in(name, Language.KK)
    lines = [line for one in template.paragraphs for line in one.splitlines() if line.count(" ") > 2]

    assert all(KAZAKH_ONLY.search(line) for line in [template.subject, *lines])
    assert not any(KAZAKH_ONLY.search(line) for line in built_in(name, Language.RU).paragraphs)


@pytest.mark.parametrize(("name", "language"), EVERY_PAPER)
def test_docx_says_the_same_words(name: str, language: Language) -> None:
    said = made(name, language)

    file = docx.Document(BytesIO(docx_of(sheet(said), language)))

    words = [paragraph.text for paragraph in file.paragraphs]
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    for block in as_text(said).split("\n\n"):
        if "|" not in block:
            assert block.removeprefix("## ").strip() in words
    assert [
        str(cell)
        for block in said.blocks
        if isinstance(block, dict)
        for row in block.get("rows", [])
        for cell in row
    ] <= cells or not cells
    assert file.core_properties.language == {Language.KK: "kk-KZ", Language.RU: "ru-RU"}[language]


def test_docx_is_the_same_file_every_time_and_holds_no_program() -> None:
    said = made("reception_list", Language.KK)

    first, second = (docx_of(sheet(said), Language.KK) for _ in range(2))

    assert first == second
    assert b"vbaProject" not in first
    assert b"{official}" not in first


def sheet(said: Written) -> Sheet:
    return Sheet(
        heads=("Мекеме", "Учреждение"),
        address="Орал",
        number="12-1/2026",
        written_on="2026 жылғы 2 наурыз",
        addressee=["Образцова Проба"],
        subject=said.subject,
        blocks=said.blocks,
        signature=("руководитель", "Примеров Образец"),
        dated=MONDAY,
    )


@pytest.mark.parametrize(("name", "language"), EVERY_PAPER)
def test_paper_has_no_hole_and_no_doubled_full_stop(name: str, language: Language) -> None:
    assert not re.search(r"[{}]|\(\)|\.\.| {2}", as_text(made(name, language)))
