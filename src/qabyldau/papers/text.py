"""From facts to what a paper says in one language: subject and blocks, ready to be set or edited.

A block is a list of lines (a paragraph), `{"heading": …}`, or `{"head": […], "rows": [[…]]}` (a table).
What people typed is put into fields only: it never becomes a heading, a table or a field.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.letters.fields import fields_of, mentioned, spelled
from qabyldau.letters.render import template_name
from qabyldau.letters.spelling import Parts, one_line, prose, spell
from qabyldau.letters.template import Template
from qabyldau.papers.facts import Addressee, Facts, Signature, Table, Told
from qabyldau.papers.kinds import PaperKind
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.documents.typeset import Data

HEADING = "## "
ALONE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Around:
    """What every template may name beside its facts: the office, and the paper's own number and day."""

    number: str
    date: date
    office: Words
    office_address: Words
    office_phone: str


@dataclass(frozen=True, slots=True)
class Written:
    subject: str
    blocks: list[Data]


def name_of(kind: PaperKind, facts: Facts | Told) -> str:
    """Papers of one kind may have templates of their own: `refusal_heard_before`."""
    if type(facts) is Told:
        return template_name(facts.notice, facts.body)
    return f"{kind}_{facts.kind}" if facts.kind else kind.value


def version_of(template: Template) -> str:
    """Tells two texts of one template apart."""
    said = "\n\n".join((template.subject, template.sms, template.sms_also, *template.paragraphs))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def fields_for(facts: Facts | Told, around: Around, language: Language) -> Parts:
    """Every field that a template of this paper may name."""
    if type(facts) is Told:
        return fields_of(facts.heading, facts.body, language)
    law = by_code(facts.citation.edition)
    return mentioned(law, language) | spelled(facts, language) | spelled(around, language)


def written(template: Template, facts: Facts | Told, around: Around, language: Language) -> Written:
    fields = fields_for(facts, around, language)
    return Written(template.fill(template.subject, fields), list(_blocks(template, facts, fields, language)))


def _blocks(template: Template, facts: Facts | Told, fields: Parts, language: Language) -> Iterator[Data]:
    tables = _tables(facts)
    for paragraph in template.kept(fields):
        alone = ALONE.fullmatch(paragraph)
        if alone and alone[1] in tables:
            yield _table(tables[alone[1]], language)
        elif paragraph.startswith(HEADING):
            yield {"heading": template.fill(paragraph.removeprefix(HEADING), fields)}
        else:
            yield from paragraphs(template.fill(paragraph, fields))


def paragraphs(text: str) -> Iterator[Data]:
    """Paragraphs of lines: an empty line parts paragraphs."""
    return (list(block.strip().splitlines()) for block in text.split("\n\n") if block.strip())


def _tables(facts: Facts | Told) -> dict[str, Table]:
    found = {field.name: getattr(facts, field.name) for field in dataclass_fields(facts)}
    return {name: value for name, value in found.items() if type(value) is Table}


def _table(table: Table, language: Language) -> Data:
    rows = [[_cell(cell, language) for cell in row] for row in table.rows]
    return {"head": [one_line(words[language]) for words in table.head], "rows": rows}


def _cell(cell: Words | str, language: Language) -> str:
    return prose(cell if isinstance(cell, str) else cell[language])


@spell.register
def _(value: Table, _language: Language) -> Parts:
    """For conditions only: a paragraph may stand where a table has rows."""
    return {"": "+" if value.rows else ""}


@spell.register
def _(value: tuple, _language: Language) -> Parts:  # type: ignore[type-arg]  # of anything
    return {"": "+" if value else ""}


@spell.register
def _(value: Addressee, language: Language) -> Parts:
    return {
        "": one_line(value.name[language]),
        "position": one_line(value.position[language]),
        "typed": one_line(value.typed[language]),
    }


@spell.register
def _(value: Signature, language: Language) -> Parts:
    return {"": one_line(value.name[language]), "position": one_line(value.position[language])}
