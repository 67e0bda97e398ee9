"""Acts on a registered appeal that need no decision: outside number, files, withdrawal, identity, recount."""

from datetime import date, datetime

from django.db import transaction

from qabyldau.happenings import announce
from qabyldau.letters.facts import Withdrawal as WithdrawalLetter
from qabyldau.people.actor import Actor, Kind, PermissionDeniedError, require
from qabyldau.people.kinds import Reveal
from qabyldau.people.queries import number_of
from qabyldau.people.roles import Right
from qabyldau.registry import files
from qabyldau.registry.events import AppealWithdrawn
from qabyldau.registry.files import Upload
from qabyldau.registry.intake import Talon, register
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal, Flag, Term
from qabyldau.registry.moves import Asked, Step, local_day, locked, move, note, open_term, save
from qabyldau.registry.notices import Told
from qabyldau.registry.queries import overdue_terms
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.lifecycle import Action, Notice
from qabyldau.regulation.norms import deadlines
from qabyldau.regulation.norms.deadlines import Due, Registration, Within, due
from qabyldau.worktime import queries as worktime

__all__ = [
    "Talon",
    "add_files",
    "note_external_number",
    "recount",
    "register",
    "release_external_number",
    "reveal",
    "withdraw",
    "would_move",
]
OVERDUE = {
    TermKind.ANSWER: "answer_overdue",
    TermKind.EXTERNAL_NUMBER: "external_number_overdue",
    TermKind.EXTENSION_NOTICE: "extension_notice_overdue",
    TermKind.CENTRAL_NOTICE: "central_notice_overdue",
    TermKind.REDIRECTION: "redirection_overdue",
    TermKind.ALARM: "alarm_overdue",
}


@transaction.atomic
def note_external_number(appeal_id: int, *, number: str, asked: Asked) -> Appeal:
    """Keep the number that the state's register gave, to a worker or to the exchange; its duty is met."""
    appeal = locked(appeal_id, asked)
    if asked.by != Actor.system("eotinish", appeal.office_id):
        require(asked.by, Right.NOTE_EXTERNAL_NUMBER, appeal.office_id)
    before = appeal.external_number
    appeal.external_number = number
    term = open_term(appeal, TermKind.EXTERNAL_NUMBER)
    if term:
        term.met_on = local_day(appeal.office, asked.at)
        term.save(update_fields=["met_on"])
    save(appeal)
    facts = {"number": number, "before": before}
    note(appeal, "note_external_number", asked, appeal.edition.cite(Registration), dict(facts))
    return appeal


@transaction.atomic
def release_external_number(appeal_id: int, *, asked: Asked) -> Appeal:
    """The number turned out to be another appeal's: it goes, and the duty to get one is open again."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.NOTE_EXTERNAL_NUMBER, appeal.office_id)
    before, appeal.external_number = appeal.external_number, ""
    last = appeal.terms.filter(kind=TermKind.EXTERNAL_NUMBER).last()
    if last:
        last.met_on = None
        last.save(update_fields=["met_on"])
    save(appeal)
    note(appeal, "release_external_number", asked, appeal.edition.cite(Registration), {"before": before})
    return appeal


@transaction.atomic
def add_files(appeal_id: int, *, uploads: tuple[Upload, ...], asked: Asked) -> Appeal:
    """Add papers that came later."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.ATTACH, appeal.office_id)
    files.check(uploads)
    rows = files.attach(appeal, uploads, asked.at)
    save(appeal)
    note(appeal, "add_files", asked, None, {"sha256": [row.sha256 for row in rows]})
    return appeal


@transaction.atomic
def withdraw(appeal_id: int, *, asked: Asked) -> Appeal:
    """The applicant takes the appeal back, themselves or through a worker who records it."""
    appeal = locked(appeal_id, asked)
    if asked.by.kind is Kind.APPLICANT:
        _own(asked.by, appeal)
    else:
        require(asked.by, Right.WITHDRAW, appeal.office_id)
    move(appeal, Action.WITHDRAW, asked, Step(tells=Told(Notice.WITHDRAWAL, WithdrawalLetter())))
    announce(AppealWithdrawn(appeal.pk, asked.at))
    return appeal


def _own(by: Actor, appeal: Appeal) -> None:
    if (by.office_id, by.appeal_id) != (appeal.office_id, appeal.pk):
        raise PermissionDeniedError(Right.WITHDRAW)


@transaction.atomic
def reveal(appeal_id: int, *, reason: Reveal, asked: Asked) -> str:
    """The whole ИИН or БИН, for a reason that the journal keeps."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.REVEAL_IDENTITY, appeal.office_id)
    note(appeal, "reveal", asked, None, {"reason": str(reason)})
    return number_of(appeal.applicant)


def would_move(office_id: int, calendar: WorkingCalendar) -> list[tuple[Term, Due]]:
    """Open terms that this calendar counts differently: shown before it is confirmed."""
    stale = Term.objects.filter(appeal__office_id=office_id, met_on=None, replaced_by=None, set_by_hand=False)
    rows = stale.exclude(kind=TermKind.NOTE).select_related("appeal", "appeal__office").order_by("pk")
    counted = [(term, _recounted(term, calendar)) for term in rows.iterator(chunk_size=2000)]
    return [
        (term, found) for term, found in counted if found.on != term.due_on or found.target != term.target_on
    ]


def _recounted(term: Term, calendar: WorkingCalendar) -> Due:
    norm: type[Within] = getattr(deadlines, term.norm)
    return due(norm, term.event_on, term.appeal.edition, calendar)


@transaction.atomic
def recount(office_id: int, *, by: Actor, at: datetime) -> int:
    """Put the ordered calendar into every open term; old and new days stand in the journal."""
    moved = would_move(office_id, worktime.calendar())
    for term, found in moved:
        _put_counted(term, found, Asked(by=by, at=at))
    return len(moved)


def _put_counted(term: Term, found: Due, asked: Asked) -> None:
    appeal, before = term.appeal, term.due_on
    term.due_on, term.target_on, term.calendar_version = found.on, found.target, found.calendar_version
    term.save(update_fields=["due_on", "target_on", "calendar_version"])
    if term.kind == TermKind.ANSWER:
        _show_due(appeal, found.on, found.target)
    facts = {"term": term.kind, "old": before.isoformat(), "new": found.on.isoformat()}
    note(appeal, "recount", asked, found.citation, {**facts, "calendar": found.calendar_version})


def _show_due(appeal: Appeal, on: date, target: date) -> None:
    appeal.due_on, appeal.due_target = on, target
    save(appeal)


@transaction.atomic
def flag_overdue(office_id: int, today: date, *, asked: Asked) -> int:
    """A term that ran out is a fact: flagged once, with its clause; returns how many were new."""
    terms = [term for term in overdue_terms(office_id, today) if term.kind in OVERDUE]
    flagged = set(
        Flag.objects.filter(appeal__in=[term.appeal_id for term in terms]).values_list("appeal_id", "code")
    )
    fresh = [term for term in terms if (term.appeal_id, OVERDUE[TermKind(term.kind)]) not in flagged]
    for term in fresh:
        code = OVERDUE[TermKind(term.kind)]
        Flag.objects.create(appeal=term.appeal, code=code, citation=term.citation, at=asked.at)
        note(term.appeal, "flag", asked, term.cited, {"code": code, "due": term.due_on.isoformat()})
    return len(fresh)
