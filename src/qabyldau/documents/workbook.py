"""From tables to an XLSX: whatever was typed stays text, nothing is a formula or a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

LONGEST_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
NARROWEST, BROADEST = 12, 60
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
Cell = str | int


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its name, the heads of its columns, its rows."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def xlsx(title: str, author: str, pages: Sequence[Page], dated: datetime) -> bytes:
    """The same tables give the same file."""
    file = BytesIO()
    book = Workbook(file, OPTIONS)
    book.set_properties({"title": title, "author": author, "created": dated.replace(tzinfo=None)})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    number = book.add_format({"num_format": "0", "valign": "top"})
    for page in pages:
        sheet = book.add_worksheet(page.name.translate(FORBIDDEN)[:LONGEST_NAME])
        sheet.freeze_panes(1, 0)
        for place, head in enumerate(page.head):
            sheet.write_string(0, place, head, bold)
            sheet.set_column(place, place, _breadth(page, place))
        for line, row in enumerate(page.rows, start=1):
            for place, cell in enumerate(row):
                if type(cell) is int:
                    sheet.write_number(line, place, cell, number)
                else:
                    sheet.write_string(line, place, str(cell), text)
    book.close()
    return file.getvalue()


def _breadth(page: Page, place: int) -> int:
    longest = max((len(str(row[place])) for row in page.rows), default=0)
    return min(max(longest + 2, NARROWEST), BROADEST)
