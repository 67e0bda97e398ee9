"""The texts of the acts, parsed: title, passport, chapters, paragraphs with their notes.

A text file is Markdown: a quotation under the title is the act's passport, a heading opens a chapter,
`**29.**` opens a paragraph, and an italic line is the editor's note on the paragraph before it.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from qabyldau.regulation.edition import Edition, NoNormError, Unknown
from qabyldau.regulation.words import Language, Words

CHAPTER = re.compile(r"## (?P<title>Глава \d+\..*|\d+-тарау\..*)")
SECTION = re.compile(r"## ")
NUMBERED = re.compile(r"\*\*(?P<number>\d+)\.\*\* (?P<text>.*)")
NOTE = re.compile(r"_(?P<text>.*)_")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph. `unknown`: why this edition's wording is not held, and `lines` are empty."""

    number: str
    lines: tuple[str, ...]
    note: str = ""
    unknown: Words | None = None

    @property
    def anchor(self) -> str:
        return f"p{self.number}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter and its paragraphs, in order."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A whole text. Without chapters there is no official text in this language; the passport says so."""

    title: str
    passport: tuple[str, ...]
    resolution: tuple[str, ...]
    chapters: tuple[Chapter, ...]

    @property
    def held(self) -> bool:
        return bool(self.chapters)

    def paragraph(self, number: str) -> Paragraph:
        for chapter in self.chapters:
            for one in chapter.paragraphs:
                if one.number == number:
                    return one
        raise NoNormError(f"No paragraph {number} in «{self.title}»")


NOT_HELD = Act(title="", passport=(), resolution=(), chapters=())


@cache
def act(edition_code: str, language: Language) -> Act:
    """The text as it stood last, whatever the edition: `zko-289@2020` and `@2023` share one file."""
    package = edition_code.partition("@")[0].replace("-", "_")
    folder = resources.files("qabyldau.regulation.editions") / package
    file = folder / f"text.{language}.md"
    return parse(file.read_text(encoding="utf-8")) if file.is_file() else NOT_HELD


def act_of(edition: Edition, language: Language = Language.RU) -> Act:
    """The text under one edition: paragraphs whose wording we do not hold say so instead."""
    whole = act(edition.code, language)
    unknown = {
        row.number: norm.why for row in edition.clauses for norm in row.norms if isinstance(norm, Unknown)
    }
    chapters = tuple(
        replace(chapter, paragraphs=tuple(_known(one, unknown.get(one.number)) for one in chapter.paragraphs))
        for chapter in whole.chapters
    )
    return replace(whole, chapters=chapters)


def _known(paragraph: Paragraph, why: Words | None) -> Paragraph:
    return paragraph if why is None else replace(paragraph, lines=(), note="", unknown=why)


def parse(text: str) -> Act:
    """Read a text file; see the head of this module for its form."""
    blocks = [line.strip() for line in text.splitlines() if line.strip()]
    first_section = next((i for i, line in enumerate(blocks) if SECTION.match(line)), len(blocks))
    first_chapter = next((i for i, line in enumerate(blocks) if CHAPTER.match(line)), len(blocks))
    quoted = (line.removeprefix(">").strip() for line in blocks[:first_section] if line.startswith(">"))
    return Act(
        title=blocks[0].removeprefix("# "),
        passport=tuple(line for line in quoted if line),
        resolution=tuple(line.replace("\\.", ".") for line in blocks[first_section + 1 : first_chapter]),
        chapters=_chapters(blocks[first_chapter:]),
    )


def _chapters(blocks: list[str]) -> tuple[Chapter, ...]:
    starts = [i for i, line in enumerate(blocks) if CHAPTER.match(line)]
    return tuple(
        Chapter(blocks[start].removeprefix("## "), _paragraphs(blocks[start + 1 : end]))
        for start, end in zip(starts, (*starts[1:], len(blocks)), strict=False)
    )


def _paragraphs(blocks: list[str]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for line in blocks:
        if opening := NUMBERED.fullmatch(line):
            found.append(Paragraph(opening["number"], (opening["text"],)))
        elif note := NOTE.fullmatch(line):
            found[-1] = replace(found[-1], note=note["text"])
        else:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
    return tuple(found)
