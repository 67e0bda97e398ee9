"""What a tick does about instructions: remind before the day; tell somebody higher what has run out, once."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.control import papers, queries
from qabyldau.control.actions.steps import note
from qabyldau.control.kinds import Level
from qabyldau.control.models import Escalation
from qabyldau.people.actor import Actor
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.control.models import Executor
    from qabyldau.people.models import Office

AHEAD = (5, 3, 1)
# How many working days after the last one somebody is told.
TOLD_AFTER = {Level.BODY: 1, Level.HEAD_OF_OFFICE: 3, Level.AKIM: 7}


def tick(office: Office, at: datetime) -> int:
    """In working hours only, each thing once; returns how many papers went out."""
    local = at.astimezone(ZoneInfo(office.zone))
    if not worktime.calendar().is_working(local.date()) or not office.opens <= local.time() < office.closes:
        return 0
    asked = Asked(by=Actor.system("tick", office.pk), at=at)
    return _remind(office, local.date(), asked) + sum(
        _escalate(office, level, local.date(), asked) for level in TOLD_AFTER
    )


def _remind(office: Office, today: date, asked: Asked) -> int:
    """One paper a body a day, of what is due in five, three and one working days."""
    calendar, sent = worktime.calendar(), 0
    for days in AHEAD:
        day = calendar.shift(today, days)
        ids = queries.due_between(office.pk, day, day)
        for parts in _by_body(queries.leading_parts(office.pk, ids)):
            sent += _reminded(parts, today, asked)
    return sent


def _by_body(parts: list[Executor]) -> list[list[Executor]]:
    found = sorted(parts, key=lambda one: one.body_id)
    return [list(group) for _, group in groupby(found, key=lambda one: one.body_id)]


@transaction.atomic
def _reminded(parts: list[Executor], today: date, asked: Asked) -> int:
    fresh = [part for part in parts if part.reminded_on != today]
    if not fresh:
        return 0
    papers.remind(fresh, asked)
    queries.note_reminded(fresh, today)
    return 1


@transaction.atomic
def _escalate(office: Office, level: Level, today: date, asked: Asked) -> int:
    """Each instruction once a level for each of its days; a body, or the office, gets one paper of them."""
    last = worktime.calendar().shift(today, -TOLD_AFTER[level])
    parts = queries.leading_parts(office.pk, queries.not_told(office.pk, level, last))
    sheets = _by_body(parts) if level is Level.BODY else [parts] if parts else []
    for sheet in sheets:
        paper = papers.tell_late(sheet, level, asked)
        Escalation.objects.bulk_create(
            Escalation(
                instruction=part.instruction,
                level=level,
                due_on=part.instruction.due_on or last,
                on=today,
                paper=paper,
            )
            for part in sheet
        )
        for part in sheet:
            citation = part.instruction.appeal.edition.cite(InstructionControl)
            note(part.instruction, "tell_late", asked, citation, {"level": str(level), "paper": paper.pk})
    return len(sheets)
