"""Clause numbers stand in the editions' tables only; people read citations that were computed."""

import ast
import re
from pathlib import Path

import pytest

from tests.house import tree
from tools import translations
from tools.places import PACKAGE

EDITIONS = PACKAGE / "regulation" / "editions"
TYPED_BY_HAND = re.compile(
    r"(?<!\w)(?:п{1,2}|пп|подп|ст|пункт\w*|стать\w+|paragraph|clause)\.?\s*\d+(?!\d*\s*(?:шт|%))"
    r"|\d+-(?:тарма\w+|бап\w*|бабы\w*|тармақша\w*)",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "text", ["см. п. 29", "по п.5", "ст. 64 АППК", "29-тармағы", "64-бабының", "clause 29"]
)
def test_a_typed_citation_would_be_seen(text: str) -> None:
    assert TYPED_BY_HAND.search(text)


@pytest.mark.parametrize("text", ["п. {number}", "п.", "29 марта", "№ 289", "12-этаж"])
def test_other_words_with_numbers_are_let_through(text: str) -> None:
    assert not TYPED_BY_HAND.search(text)


def _strings(path: Path) -> list[str]:
    """The strings of a file that the program uses; docstrings are for us."""
    ours = tree.docstrings(path)
    return [
        f"{tree.place(path, node)} {node.value!r}"
        for node in ast.walk(tree.parsed(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node not in ours
        and TYPED_BY_HAND.search(node.value)
    ]


def test_no_string_of_the_program_cites_by_hand() -> None:
    typed = [text for path in tree.modules() if EDITIONS not in path.parents for text in _strings(path)]

    assert not typed


def test_no_page_and_no_letter_cites_by_hand() -> None:
    typed = [
        f"{tree.place(path)}: {found.group()}"
        for path in tree.sources(".html", ".txt", ".typ")
        if (found := TYPED_BY_HAND.search(path.read_text(encoding="utf-8")))
    ]

    assert not typed


def test_no_translation_cites_by_hand() -> None:
    typed = [
        f"{area.name} {language}: {entry.msgid!r}"
        for area in translations.areas()
        for language in translations.LANGUAGES
        for entry in translations.entries(area, language)
        if TYPED_BY_HAND.search(f"{entry.msgid} {entry.msgstr}")
    ]

    assert not typed
