"""Every screen speaks both languages and obeys the strict content policy."""

import re

import pytest

from tests.house import tree
from tools import translations

INLINE = re.compile(
    r"\sstyle\s*=|<style\b|<script\b(?![^>]*\ssrc\s*=)|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
)
FAR_AWAY = re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE)


def test_the_texts_are_complete_in_both_languages() -> None:
    assert not translations.problems()


@pytest.mark.parametrize(
    "bad",
    [
        '<p style="color:red">',
        "<style>",
        "<script>alert(1)</script>",
        '<a onclick="x()">',
        "javascript:void(0)",
    ],
)
def test_inline_code_would_be_seen(bad: str) -> None:
    assert INLINE.search(bad)


def test_no_page_carries_inline_styles_or_scripts() -> None:
    found = [
        f"{tree.place(path)}: {hit.group()}"
        for path in tree.sources(".html")
        if (hit := INLINE.search(path.read_text(encoding="utf-8")))
    ]

    assert not found


def test_no_page_fetches_anything_from_elsewhere() -> None:
    found = [
        f"{tree.place(path)}: {hit.group()}"
        for path in tree.sources(".html")
        for hit in FAR_AWAY.finditer(path.read_text(encoding="utf-8"))
        if "<a " not in path.read_text(encoding="utf-8")[max(0, hit.start() - 40) : hit.start()]
    ]

    assert not found
