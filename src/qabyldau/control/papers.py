"""Numbered papers about instructions: reminders to bodies, news of what is late, the card of control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.control import letters
from qabyldau.control.kinds import Level
from qabyldau.outbox import actions as outbox
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.papers import actions as papers
from qabyldau.papers.facts import Addressee, Signature, Table
from qabyldau.papers.facts.control import Reminder
from qabyldau.papers.kinds import PaperKind
from qabyldau.people import queries as people
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.wording import date_words
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Executor
    from qabyldau.documents.typeset import Data
    from qabyldau.papers.models import Paper

HEAD = (
    Words(kk="Жолданым", ru="Обращение"),
    Words(kk="Тапсырма", ru="Поручение"),
    Words(kk="Мерзімі", ru="Срок"),
)
HEAD_LATE = (*HEAD, Words(kk="Орындаушы", ru="Исполнитель"))
LATE = "late"
MOST_OF_A_TEXT = 300


def remind(parts: Sequence[Executor], asked: Asked) -> Paper:
    """One body, all of its rows: a paper, and the same words by e-mail."""
    body = parts[0].body
    rows = Table(HEAD, tuple(_row(one) for one in parts))
    return _issue(parts, rows, _of(body), letters.address(body, _today(parts, asked)), asked)


def tell_late(parts: Sequence[Executor], level: Level, asked: Asked) -> Paper:
    """The body's own first head, then the head of the office, then the akim: what has run out."""
    body = parts[0].body
    if level is Level.BODY:
        rows = Table(HEAD, tuple(_row(one) for one in parts))
        return _issue(parts, rows, _of(body), letters.address(body, _today(parts, asked)), asked, late=LATE)
    office = parts[0].instruction.office
    rows = Table(HEAD_LATE, tuple((*_row(one), one.body.name) for one in parts))
    return _issue(parts, rows, HIGHER[level], office.email, asked, late=LATE)


HIGHER = {
    Level.HEAD_OF_OFFICE: Addressee(position=Words(kk="Аппарат басшысына", ru="Руководителю аппарата")),
    Level.AKIM: Addressee(position=Words(kk="Әкімге", ru="Акиму")),
}


def _issue(
    parts: Sequence[Executor], rows: Table, to: Addressee, email: str, asked: Asked, *, late: str = ""
) -> Paper:
    row, body = parts[0].instruction, parts[0].body
    language = Language(body.language)
    facts = Reminder(
        addressee=to,
        signature=_signature(asked, row.office_id, _today(parts, asked)),
        citation=row.appeal.edition.cite(InstructionControl),
        rows=rows,
        today=_today(parts, asked),
        url=letters.url("control/" if to in HIGHER.values() else "ordered/", language),
        late=late,
    )
    about = row.key if len(parts) == 1 else body.key
    languages = (Language.KK, Language.RU)
    kind = PaperKind.REMINDER
    paper = papers.issue(
        row.office, kind, about=about, languages=languages, facts=facts, by=asked.by, at=asked.at
    )
    _send(paper, email, language, row.office_id, asked)
    return paper


def _send(paper: Paper, to: str, language: Language, office_id: int, asked: Asked) -> None:
    """Nothing where there is no address: the paper is printed and handed over."""
    if not to:
        return
    said = paper.data["texts"][language]
    owed = Owed(
        key=f"control-paper-{paper.pk}",
        about=paper.about,
        notice="instruction",
        channel=Channel.EMAIL,
        language=language,
        address=to,
        subject=f"{said['subject']} ({paper.number})"[:200],
        text="\n\n".join("\n".join(_lines(block)) for block in said["blocks"]),
        paper_id=paper.pk,
    )
    outbox.put(office_id, [owed], at=asked.at)


def _lines(block: Data) -> list[str]:
    """A paragraph, a heading, or a table: each row on a line of its own."""
    match block:
        case {"rows": list(rows)}:
            return [" · ".join(map(str, row)) for row in rows if row]
        case {"heading": heading}:
            return [str(heading)]
        case list(lines):
            return [str(line) for line in lines]
    return []


def _row(part: Executor) -> tuple[Words | str, ...]:
    row = part.instruction
    text = row.text if len(row.text) <= MOST_OF_A_TEXT else f"{row.text[:MOST_OF_A_TEXT]}…"
    day = part.due_on or row.due_on or row.given_on
    return (row.appeal.number, text, Words(*(date_words(day, one) for one in (Language.KK, Language.RU))))


def _of(body: Body) -> Addressee:
    return Addressee(name=body.head, position=body.position, address=body.name, typed=body.addressed)


def _signature(asked: Asked, office_id: int, day: date) -> Signature | None:
    """Staff by name and position; what the software did is signed by nobody."""
    if asked.by.user_id is None:
        return None
    name = Words(kk=asked.by.name, ru=asked.by.name)
    return Signature(name, people.position(office_id, asked.by.user_id, day))


def _today(parts: Sequence[Executor], asked: Asked) -> date:
    return local_day(parts[0].instruction.office, asked.at)
