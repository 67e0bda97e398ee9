"""From the same words to a DOCX that officials edit: plain paragraphs, headings, tables; nothing runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt

from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from qabyldau.documents.typeset import Data

# The text is 170 mm broad; a first column of numbers needs little of it.
NUMBERED, BREADTH, NUMBER_BREADTH = "№", 170, 10
FONT = "Times New Roman"
TONGUES = {Language.KK: "kk-KZ", Language.RU: "ru-RU"}
# A fixed moment inside the archive: the same words give the same file.
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter in one language. `signature`: position and name, empty where nobody signs."""

    heads: tuple[str, str]
    address: str
    number: str
    written_on: str
    addressee: Sequence[str]
    subject: str
    blocks: Sequence[Data]
    signature: tuple[str, str] | None
    dated: datetime


def docx(sheet: Sheet, language: Language) -> bytes:
    """The letter on A4, ready to be edited."""
    paper = Document()
    _prepare(paper, sheet, language)
    _head(paper, sheet)
    for line in sheet.addressee:
        _line(paper, line, WD_ALIGN_PARAGRAPH.RIGHT)
    paper.add_heading(sheet.subject, level=1)
    for block in sheet.blocks:
        _block(paper, block)
    if sheet.signature:
        position, name = sheet.signature
        _line(paper, "")
        _line(paper, f"{position}\t{name}".strip()).paragraph_format.tab_stops.add_tab_stop(Mm(120))
    return _saved(paper)


def _prepare(paper: Docx, sheet: Sheet, language: Language) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    section.top_margin, section.bottom_margin = Mm(15), Mm(20)
    for name, size in (("Normal", 12), ("Heading 1", 14), ("Heading 2", 12)):
        _style(paper, name, size, TONGUES[language])
    about = paper.core_properties
    about.title, about.language, about.author = sheet.subject, TONGUES[language], sheet.heads[0]
    about.created = about.modified = sheet.dated.replace(tzinfo=None)
    about.comments, about.last_modified_by = "", ""


def _style(paper: Docx, name: str, size: int, tongue: str) -> None:
    style = paper.styles[name]
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = None
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), tongue)
    for before in properties.findall(qn("w:lang")):
        properties.remove(before)
    properties.append(spoken)


def _head(paper: Docx, sheet: Sheet) -> None:
    for head in sheet.heads:
        _line(paper, head.upper(), WD_ALIGN_PARAGRAPH.CENTER, bold=True)
    _line(paper, sheet.address, WD_ALIGN_PARAGRAPH.CENTER)
    _line(paper, "")
    _line(paper, f"№ {sheet.number}")
    _line(paper, sheet.written_on)


def _block(paper: Docx, block: Data) -> None:
    match block:
        case {"heading": str(words)}:
            paper.add_heading(words, level=2)
        case {"head": [*head], "rows": [*rows]}:
            _table(paper, head, rows)
        case [*lines]:
            _lines(paper.add_paragraph(), map(str, lines))


def _table(paper: Docx, head: Sequence[Data], rows: Sequence[Data]) -> None:
    table = paper.add_table(rows=0, cols=len(head), style="Table Grid")
    _row(table, head, bold=True)
    # A long table names its columns again on each page, and a reader of screens knows its head.
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    table.autofit = head[0] != NUMBERED
    for row in rows:
        _row(table, row if isinstance(row, list) else [], bold=False)
    if head[0] == NUMBERED:
        _widths(table, len(head))
    paper.add_paragraph()


def _widths(table: Table, count: int) -> None:
    """A narrow column for the number, the rest alike."""
    rest = (BREADTH - NUMBER_BREADTH) // (count - 1)
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            cell.width = Mm(rest if place else NUMBER_BREADTH)


def _row(table: Table, cells: Sequence[Data], *, bold: bool) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]  # theirs carries no types
    for cell, said in zip(row.cells, cells, strict=True):
        _lines(cell.paragraphs[0], str(said).split("\n"), bold=bold)


def _line(
    paper: Docx, words: str, align: WD_ALIGN_PARAGRAPH | None = None, *, bold: bool = False
) -> Paragraph:
    paragraph = paper.add_paragraph()
    if align is not None:
        paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(words).bold = bold
    return paragraph


def _lines(paragraph: Paragraph, lines: Iterable[str], *, bold: bool = False) -> None:
    for place, line in enumerate(lines):
        run = paragraph.add_run()
        if place:
            run.add_break(WD_BREAK.LINE)
        run.add_text(line)
        run.bold = bold


def _saved(paper: Docx) -> bytes:
    """Repacked with a fixed moment in the archive."""
    made, fixed = BytesIO(), BytesIO()
    paper.save(made)
    with ZipFile(made) as before, ZipFile(fixed, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name, EPOCH), before.read(name), ZIP_DEFLATED)
    return fixed.getvalue()
