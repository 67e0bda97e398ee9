"""Everything a paper says, as plain JSON: what is kept, printed and edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qabyldau.papers.sheet import plain
from qabyldau.papers.text import Around, written
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.documents.typeset import Data
    from qabyldau.letters.template import Template
    from qabyldau.papers.facts import Facts, Told


def content(
    around: Around, templates: Mapping[Language, Template], facts: Facts | Told, *, own_layout: bool
) -> dict[str, Data]:
    return {
        "office": plain(around.office),
        "address": plain(around.office_address),
        "phone": around.office_phone,
        "number": around.number,
        "written_on": plain(around.date),
        "signature": plain(facts.signature),
        "texts": {
            language: _text(template, facts, around, language) for language, template in templates.items()
        },
        "sheet": plain(facts) if own_layout else None,
    }


def _text(template: Template, facts: Facts | Told, around: Around, language: Language) -> Data:
    said = written(template, facts, around, language)
    return {"subject": said.subject, "blocks": said.blocks, "addressee": facts.addressee.lines(language)}
