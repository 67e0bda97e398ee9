"""From a template and plain data to a PDF, by Typst.

A compiler must not be shared between threads, so each thread keeps its own; the fonts are read once.
Only the fonts of our packages are used: a letter that they lack would stop the printing, so it is
replaced before (see `printable`).
"""

import json
import threading
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

import fontpkg_noto_sans
import fontpkg_onest
import segno
import typst
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from typst import PDFStandard

TEMPLATES = Path(__file__).parent / "templates"
FONT_FOLDERS = tuple(package.ROOT / "files" for package in (fontpkg_onest, fontpkg_noto_sans))
STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
QR_MASK = 3
PIXELS = 96.0
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"

Data: TypeAlias = "str | int | Mapping[str, Data] | Sequence[Data] | None"


def typeset(template: str, data: Mapping[str, Data], *, dated: date) -> bytes:
    """Print a template of `templates/` with this data; `dated` is the date the file itself carries."""
    printed = _workshop.compiler.compile(
        input=TEMPLATES / f"{template}.typ",
        format="pdf",
        sys_inputs={"facts": _facts(data, dated)},
        pdf_standards=STANDARDS,
    )
    return cast("bytes", printed)


def drawn(template: str, data: Mapping[str, Data], *, dated: date) -> bytes:
    """The first page as a picture, for the screen."""
    pages = _workshop.compiler.compile(
        input=TEMPLATES / f"{template}.typ",
        format="png",
        ppi=PIXELS,
        sys_inputs={"facts": _facts(data, dated)},
    )
    return cast("bytes", pages[0] if isinstance(pages, list) else pages)


def _facts(data: Mapping[str, Data], dated: date) -> str:
    return json.dumps(printable({**data, "dated": [dated.year, dated.month, dated.day]}), ensure_ascii=False)


def printable(data: Data) -> Data:
    """The same data with every sign that our fonts cannot draw shown as a replacement mark."""
    if isinstance(data, str):
        return "".join(sign if sign in "\n\t" or ord(sign) in signs() else UNPRINTABLE for sign in data)
    if isinstance(data, Mapping):
        return {name: printable(value) for name, value in data.items()}
    return [printable(value) for value in data] if isinstance(data, Sequence) else data


def qr_svg(payload: str) -> str:
    """A QR code as an SVG picture without a quiet zone: the template leaves the room around it."""
    picture = BytesIO()
    # One mask for all: trying the eight of them takes five times as long, and readers need no best one.
    segno.make(payload, error="m", micro=False, mask=QR_MASK).save(
        picture, kind="svg", border=0, xmldecl=False
    )
    return picture.getvalue().decode()


@cache
def signs() -> frozenset[int]:
    """Every code point that our fonts can draw."""
    found: set[int] = set()
    for path in (path for folder in FONT_FOLDERS for path in folder.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in FONT_FOLDERS],
    )


class _Workshop(threading.local):
    """What each thread keeps for itself."""

    @cached_property
    def compiler(self) -> typst.Compiler:
        return typst.Compiler(root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True)


_workshop = _Workshop()
