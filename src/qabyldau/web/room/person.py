"""What the official knows of the person: the note in five lines, the whole of it, earlier appeals, orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext

from qabyldau.control import queries as control
from qabyldau.participation import queries as participation
from qabyldau.registry import queries as registry
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.review import queries as review
from qabyldau.web.labels import TOPICS
from qabyldau.web.staff.page import language
from qabyldau.web.staff.words import PROPOSALS

if TYPE_CHECKING:
    from qabyldau.control.models import Instruction
    from qabyldau.people.actor import Actor
    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Note

EARLIER = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One of the five: what it is about, and the words."""

    about: str
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """Everything beside the forms."""

    lines: tuple[Line, ...]
    note: Note | None
    facts: str
    conclusion: str
    earlier: tuple[Appeal, ...]
    by_video: bool
    needs_interpreter: bool


def known(actor: Actor, visit: Visit) -> Known:
    appeal = visit.appeal
    note = review.latest_note(appeal)
    facts, conclusion = _said(note) if note else ("", "")
    before = registry.visible_to(actor).filter(pk__in=registry.earlier(appeal).values("pk"))
    earlier = tuple(before.order_by("-registered_at")[:EARLIER])
    return Known(
        lines=tuple(_lines(visit, note, facts, conclusion, len(earlier))),
        note=note,
        facts=facts,
        conclusion=conclusion,
        earlier=earlier,
        by_video=Mode(visit.mode) is Mode.VIDEO,
        needs_interpreter=participation.interpreter(appeal) is not None,
    )


def instructions(appeal: Appeal) -> list[Instruction]:
    return control.of_appeal(appeal)


def _said(note: Note) -> tuple[str, str]:
    """In the language of the page where the note has it."""
    if note.language != language() and note.facts_other:
        return note.facts_other, note.conclusion_other
    return note.facts, note.conclusion


def _lines(visit: Visit, note: Note | None, facts: str, conclusion: str, before: int) -> list[Line]:
    appeal = visit.appeal
    who = [str(TOPICS[appeal.topic])]
    if visit.standing:
        who.append(Standing(visit.standing).words[language()])
    if appeal.representative:
        who.append(gettext("speaks for %(name)s") % {"name": appeal.applicant_name})
    proposed = conclusion or (str(PROPOSALS.get(note.proposal, "")) if note else "")
    return [
        Line(gettext("Who and on what"), " · ".join(who)),
        Line(gettext("Asks"), appeal.substance),
        Line(gettext("Known"), facts or gettext("There is no note.")),
        Line(gettext("Proposed"), proposed or "—"),
        Line(gettext("Before"), _before(before)),
    ]


def _before(count: int) -> str:
    if not count:
        return gettext("asks for the first time")
    return ngettext("%(count)s earlier appeal", "%(count)s earlier appeals", count) % {"count": count}
