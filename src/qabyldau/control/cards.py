"""The card of control as a paper: everything about one instruction as it stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.control.actions.steps import locked
from qabyldau.papers import actions as papers
from qabyldau.papers.facts import Table
from qabyldau.papers.facts.control import ControlCard
from qabyldau.papers.kinds import PaperKind
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.registry.moves import local_day
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.wording import date_words
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from qabyldau.control.models import Instruction
    from qabyldau.papers.models import Paper
    from qabyldau.registry.moves import Asked

BY_DAY = Words(kk="Мерзімі", ru="Срок")
EXECUTORS = (Words(kk="Орындаушы", ru="Исполнитель"), Words(kk="Кім орындайды", ru="Кто исполняет"), BY_DAY)
DAYS = (
    Words(kk="Бұрынғы", ru="Прежний"),
    Words(kk="Жаңа", ru="Новый"),
    Words(kk="Себебі", ru="Причина"),
    Words(kk="Кім шешті", ru="Кто решил"),
)
REPLIES = (Words(kk="Күні", ru="Дата"), Words(kk="Кім", ru="Кто"), Words(kk="Мәтіні", ru="Текст"))
MINUTES = Words(kk="қабылдау хаттамасы", ru="протокол приёма")


@transaction.atomic
def issue(instruction_id: int, stages: Mapping[str, Words], *, asked: Asked) -> Paper:
    """Numbered, in both languages; another one on another day stands beside it."""
    row = locked(instruction_id, asked)
    require(asked.by, Right.CONTROL, row.office_id)
    languages = (Language.KK, Language.RU)
    return papers.issue(
        row.office,
        PaperKind.CONTROL_CARD,
        about=row.key,
        languages=languages,
        facts=_card(row, stages[row.stage]),
        by=asked.by,
        at=asked.at,
    )


def _card(row: Instruction, stage: Words) -> ControlCard:
    answer = reception.final_answer(row.appeal) if row.off_on else None
    return ControlCard(
        citation=row.appeal.edition.cite(InstructionControl),
        appeal=row.appeal.number,
        registered_on=row.appeal.registered_on,
        source=MINUTES,
        given_on=row.given_on,
        official=row.given_by.name,
        position=row.given_by.position,
        text=row.text,
        due=row.due_on or row.given_on,
        stage=stage,
        executors=_executors(row),
        days=_days(row),
        replies=_replies(row),
        answer=answer.text if answer else "",
    )


def _executors(row: Instruction) -> Table:
    parts = row.executors.select_related("body", "person")
    return Table(
        EXECUTORS,
        tuple(
            (one.body.name, one.person.name if one.person else "—", _said(one.due_on or row.due_on))
            for one in parts
        ),
    )


def _days(row: Instruction) -> Table:
    made = row.day_changes.filter(granted=True).select_related("official")
    return Table(
        DAYS,
        tuple(
            (_said(one.before), _said(one.until), one.reason, one.official.name if one.official else "—")
            for one in made
        ),
    )


def _replies(row: Instruction) -> Table:
    given = row.replies.select_related("part__body")
    return Table(
        REPLIES, tuple((_said(local_day(row.office, one.at)), one.part.body.name, one.text) for one in given)
    )


def _said(day: date | None) -> Words:
    if day is None:
        return Words(kk="—", ru="—")
    return Words(kk=date_words(day, Language.KK), ru=date_words(day, Language.RU))
