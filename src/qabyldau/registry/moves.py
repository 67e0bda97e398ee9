"""The one place where an appeal changes state: it moves, is journaled, and the applicant is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.journal import actions as journal
from qabyldau.journal.actions import Facts
from qabyldau.outbox import actions as outbox
from qabyldau.people.actor import Actor
from qabyldau.registry.errors import StaleError
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal, Flag, Term
from qabyldau.registry.notices import Owing, Told, issue, owed
from qabyldau.regulation.edition import Citation, Norm
from qabyldau.regulation.lifecycle import AT_REST, Action, State, take
from qabyldau.regulation.norms.deadlines import Due

if TYPE_CHECKING:
    from qabyldau.people.models import Office

ANSWERED = AT_REST | {State.APPOINTED}
# What ends with the consideration itself, besides the answer.
ENDS_WITH_IT = (TermKind.NOTE, TermKind.REDIRECTION, TermKind.ALARM, TermKind.DATA)


@dataclass(frozen=True, slots=True)
class Asked:
    """How the act was asked for: by whom, when, seen at which version, under which key."""

    by: Actor
    at: datetime
    version: int | None = None
    once: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What an act adds to the move: a narrower basis, facts, the letter's body, who receives and when."""

    under: type[Norm] | None = None
    facts: Facts = field(default_factory=dict)
    tells: Told | None = None
    official_id: int | None = None
    reception_at: datetime | None = None


def locked(appeal_id: int, asked: Asked) -> Appeal:
    """The appeal for an act; refuses a page that was opened before somebody else acted."""
    appeal = Appeal.objects.select_for_update(of=("self",)).select_related("office").get(pk=appeal_id)
    if asked.version is not None and asked.version != appeal.version:
        raise StaleError(appeal.number)
    return appeal


def move(appeal: Appeal, action: Action, asked: Asked, step: Step | None = None) -> Citation:
    """Move a locked appeal along the table; returns the clause it was done under."""
    step = step or Step()
    row = take(action, appeal.stage, appeal.edition)
    basis = appeal.edition.cite(step.under or row.under)
    came_from = appeal.state
    enter(appeal, row.target, step)
    if row.target in ANSWERED:
        _answer_given(appeal, local_day(appeal.office, asked.at))
    save(appeal)
    facts = {"from": came_from, "to": str(row.target), **step.facts}
    note(appeal, action, asked, basis, facts, step.tells)
    return basis


def enter(appeal: Appeal, target: State, step: Step) -> None:
    """The new state, in memory: the one line that sets it, for one appeal and for many."""
    appeal.state = target
    appeal.official_id = step.official_id or appeal.official_id
    appeal.reception_at = step.reception_at or appeal.reception_at


def note(
    appeal: Appeal, action: str, asked: Asked, basis: Citation | None, facts: Facts, tells: Told | None = None
) -> None:
    """Journal an act on an appeal and put the letter it owes in the outbox."""
    entry = journal.write(
        action,
        about=appeal.key,
        by=asked.by,
        at=asked.at,
        citation=basis,
        facts=facts,
        once=asked.once,
        asked=asked.digest,
    )
    if tells and basis:
        key = f"journal-{appeal.office_id}-{entry.seq}"
        due = Owing(appeal, tells, basis, key)
        issued = issue([due], by=asked.by, at=asked.at)
        letters = owed(due, day=local_day(appeal.office, asked.at), paper_id=issued.get(key))
        outbox.put(appeal.office_id, letters, at=asked.at)


def save(appeal: Appeal) -> None:
    appeal.version += 1
    appeal.save()


def local_day(office: Office, at: datetime) -> date:
    return at.astimezone(ZoneInfo(office.zone)).date()


def owe(appeal: Appeal, kind: TermKind, found: Due) -> Term:
    """Something is owed by a day, counted under its clause."""
    return Term.objects.create(
        appeal=appeal,
        kind=kind,
        norm=found.kind,
        event_on=found.event,
        due_on=found.on,
        target_on=found.target,
        citation=found.citation.as_row(),
        calendar_version=found.calendar_version,
    )


def meet(appeal: Appeal, kind: TermKind, day: date) -> None:
    """What was owed by a day is done, or is owed no more."""
    appeal.terms.filter(kind=kind, met_on=None, replaced_by=None).update(met_on=day)


def open_term(appeal: Appeal, kind: TermKind) -> Term | None:
    return appeal.terms.filter(kind=kind, met_on=None, replaced_by=None).first()


def flag(appeal: Appeal, code: str, norm: type[Norm], asked: Asked) -> None:
    """Record a fact that falls short of a clause, with the clause."""
    Flag.objects.create(appeal=appeal, code=code, citation=appeal.edition.cite(norm).as_row(), at=asked.at)


def prolong(appeal: Appeal, old: Term, until: date, limit: Due, target: date) -> Term:
    """Put a longer answer term in place of the open one; both stay readable, side by side."""
    # One open term of a kind is all the schema allows: the new one is closed until the old one has made room.
    term = Term.objects.create(
        appeal=appeal,
        kind=TermKind.ANSWER,
        norm=limit.kind,
        event_on=appeal.registered_on,
        due_on=until,
        target_on=target,
        citation=limit.citation.as_row(),
        calendar_version=limit.calendar_version,
        set_by_hand=True,
        met_on=until,
    )
    Term.objects.filter(pk=old.pk).update(replaced_by=term)
    Term.objects.filter(pk=term.pk).update(met_on=None)
    term.met_on = None
    appeal.due_on, appeal.due_target = until, target
    return term


def _answer_given(appeal: Appeal, day: date) -> None:
    """The clock of the answer stops; it never starts again but by a named event of the law."""
    ending = [TermKind.ANSWER, *ENDS_WITH_IT]
    appeal.terms.filter(kind__in=ending, met_on=None, replaced_by=None).update(met_on=day)
    appeal.due_on = None
    appeal.due_target = None
