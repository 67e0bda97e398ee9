"""The note on paper: one for each language it is written in, numbered when it goes before the head."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from qabyldau.papers import actions as papers
from qabyldau.papers import queries as issued
from qabyldau.papers.facts import Signature, Table
from qabyldau.papers.facts.notes import Note as Facts
from qabyldau.papers.kinds import PaperKind
from qabyldau.people import queries as people
from qabyldau.registry.moves import local_day
from qabyldau.regulation.norms.deadlines import ReferenceNote
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.norms.refusal import Ground
from qabyldau.regulation.words import Language, Words
from qabyldau.review import notes
from qabyldau.review.kinds import Position

if TYPE_CHECKING:
    from qabyldau.papers.models import Paper
    from qabyldau.people.actor import Actor
    from qabyldau.regulation.edition import Edition
    from qabyldau.review.models import Note

MODES = {
    Mode.IN_PERSON: Words(kk="жеке кездесу", ru="при личной встрече"),
    Mode.VIDEO: Words(kk="бейнебайланыс арқылы", ru="по видеосвязи"),
}
POSITIONS = {
    "": Words(kk="жауап берілмеген", ru="ответа нет"),
    Position.AGREED: Words(kk="келісілді", ru="согласовано"),
    Position.REMARKS: Words(kk="ескертумен келісілді", ru="согласовано с замечаниями"),
    Position.DECLINED: Words(kk="келісілмеді", ru="не согласовано"),
}
HISTORY = (
    Words(kk="Нөмірі, күні", ru="Номер, дата"),
    Words(kk="Мәні", ru="Суть"),
    Words(kk="Жауап", ru="Ответ"),
)
MATERIALS = (
    Words(kk="Кім ұсынды", ru="Кто представил"),
    Words(kk="Не сұралды", ru="Что запрошено"),
    Words(kk="Жауап", ru="Ответ"),
)
AGREEMENT = (
    Words(kk="Кім", ru="Кто"),
    Words(kk="Шешімі", ru="Решение"),
    Words(kk="Ескертпе", ru="Замечание"),
)


def of(note: Note) -> list[Paper]:
    """Papers of this version, one a language."""
    return issued.of(note.key)


def issue(note: Note, *, by: Actor, at: datetime) -> list[Paper]:
    """In the transaction that needs it; what is issued once is not issued again."""
    made = of(note)
    if made:
        return made
    written = Language(note.language)
    languages = [written, *(one for one in Language if one is not written and note.facts_other)]
    return [
        papers.issue(
            note.appeal.office,
            PaperKind.NOTE,
            about=note.key,
            languages=(language,),
            facts=_facts(note, local_day(note.appeal.office, at), other=language is not written, by=by),
            by=by,
            at=at,
        )
        for language in languages
    ]


def _facts(note: Note, day: date, *, other: bool, by: Actor) -> Facts:
    appeal, law = note.appeal, note.appeal.edition
    return Facts(
        signature=Signature(
            Words(kk=by.name, ru=by.name), people.position(by.office_id, by.user_id or 0, day)
        ),
        citation=law.cite(ReferenceNote),
        appeal=appeal.number,
        registered_on=appeal.registered_on,
        applicant=appeal.applicant_name,
        text=appeal.substance,
        facts=note.facts_other if other else note.facts,
        conclusion=note.conclusion_other if other else note.conclusion,
        history=Table(HISTORY, tuple(_before(one) for one in note.history)),
        materials=Table(MATERIALS, tuple(_material(one) for one in note.materials)),
        agreement=Table(AGREEMENT, tuple(_agreement(note))),
        official=note.official.name if note.official else None,
        position=note.official.position if note.official else None,
        day=note.day.on if note.day else None,
        mode=MODES[Mode(note.mode)] if note.mode else None,
        ground=_ground(note.ground, law),
        due=notes.note_deadline(appeal, note.day.on) if note.day else None,
        late=note.late,
    )


def _ground(code: str, law: Edition) -> Words | None:
    """The clause of the ground; None: no refusal is proposed."""
    found = (norm for _, _, norm in law.rows() if isinstance(norm, Ground) and norm.code == code)
    norm = next(found, None) if code else None
    return law.cite(type(norm)).words if norm else None


def _before(one: dict[str, str]) -> tuple[Words | str, ...]:
    return f"{one['number']}\n{one['on']}", one["matter"], one["answer"] or "—"


def _material(one: dict[str, str]) -> tuple[Words | str, ...]:
    return Words(kk=one["body_kk"], ru=one["body_ru"]), one["question"], one["text"]


def _agreement(note: Note) -> list[tuple[Words | str, ...]]:
    return [(one.name, POSITIONS[one.position], one.remark or "—") for one in notes.agreements(note)]
