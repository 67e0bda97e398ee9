"""What an appeal lacks: asked of the applicant with a day, added, or the appeal goes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.letters.facts import DataReceived, DataRequest, Left
from qabyldau.letters.spelling import Prose
from qabyldau.people.actor import Actor, Kind, PermissionDeniedError, require
from qabyldau.people.identifiers import fault
from qabyldau.people.roles import Right
from qabyldau.registry import amending, files
from qabyldau.registry.amending import Added
from qabyldau.registry.files import Upload
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.moves import Asked, Step, local_day, locked, meet, move
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Action, Notice, take
from qabyldau.regulation.norms.completeness import Completeness, Missing
from qabyldau.regulation.norms.deadlines import Completion, due
from qabyldau.regulation.norms.matter import looks_empty
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review.actions.prepare import note_left
from qabyldau.screening import models
from qabyldau.screening.queries import open_request, usual_day
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing. `until` None: by the day that the office usually gives."""

    missing: frozenset[Missing]
    until: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Supplied:
    """What came. `brought`: of papers, those that were shown or came with the files."""

    added: Added
    brought: frozenset[Missing] = frozenset()
    uploads: tuple[Upload, ...] = ()


@transaction.atomic
def ask_data(appeal_id: int, *, lack: Lack, asked: Asked) -> models.DataRequest:
    """Ask the applicant for what the Code requires of an appeal; the term of the answer runs on."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.ASK_DATA, appeal.office_id)
    take(Action.ASK_DATA, appeal.stage, appeal.edition)
    law, today = appeal.edition, local_day(appeal.office, asked.at)
    missing = law.get(Completeness).lacking(lack.missing)
    if not missing:
        raise UnlawfulError("nothing_missing", law.cite(Completeness))
    until = lack.until or usual_day(appeal, today)
    _may_be_the_day(appeal, until, today)
    row = models.DataRequest.objects.create(
        appeal=appeal,
        missing=[str(one) for one in missing],
        remark=lack.remark,
        until=until,
        by_user_id=asked.by.user_id,
        by_name=asked.by.name,
        at=asked.at,
    )
    amending.owe_until(appeal, TermKind.DATA, due(Completion, today, law, worktime.calendar()), until)
    letter = DataRequest(said(appeal, missing), until, appeal.due_on or until, Prose(lack.remark))
    facts = {"missing": row.missing, "until": until.isoformat()}
    move(appeal, Action.ASK_DATA, asked, Step(facts=dict(facts), tells=Told(Notice.DATA_REQUEST, letter)))
    return row


def _may_be_the_day(appeal: Appeal, until: date, today: date) -> None:
    """A working day ahead of us, and not behind the answer: the applicant must not lose the answer by it."""
    basis = appeal.edition.cite(Completion)
    if until <= today:
        raise UnlawfulError("data_day_not_ahead", basis)
    if not worktime.calendar().is_working(until):
        raise UnlawfulError("data_day_off", basis, day=until)
    if appeal.due_on and until > appeal.due_on:
        raise UnlawfulError("data_day_too_late", basis, limit=appeal.due_on)


def said(appeal: Appeal, missing: tuple[Missing, ...]) -> Prose:
    """A line for each, in the language of the applicant."""
    return Prose("\n".join(f"– {one.words[appeal.language]}" for one in missing))


@transaction.atomic
def supply_data(appeal_id: int, *, supplied: Supplied, asked: Asked) -> Appeal:
    """Add what was missing, all of it: by the applicant on the site, or by a worker who got it."""
    appeal = locked(appeal_id, asked)
    _may_supply(asked.by, appeal)
    take(Action.SUPPLY_DATA, appeal.stage, appeal.edition)
    request = open_request(appeal)
    if request is None:
        raise UnlawfulError("act_not_now", appeal.edition.cite(Completion))
    _is_all(appeal, request, supplied)
    files.check(supplied.uploads)
    amending.add(appeal, supplied.added)
    kept = files.attach(appeal, supplied.uploads, asked.at)
    request.supplied_at, request.supplied_by = asked.at, asked.by.label
    request.save(update_fields=["supplied_at", "supplied_by"])
    meet(appeal, TermKind.DATA, local_day(appeal.office, asked.at))
    facts = {"supplied": request.missing, "sha256": [one.sha256 for one in kept]}
    letter = DataReceived(appeal.due_on or request.until)
    move(appeal, Action.SUPPLY_DATA, asked, Step(facts=dict(facts), tells=Told(Notice.DATA_RECEIVED, letter)))
    return appeal


def _may_supply(by: Actor, appeal: Appeal) -> None:
    if by.kind is not Kind.APPLICANT:
        require(by, Right.SUPPLY_DATA, appeal.office_id)
    elif (by.office_id, by.appeal_id) != (appeal.office_id, appeal.pk):
        raise PermissionDeniedError(Right.SUPPLY_DATA)


def _is_all(appeal: Appeal, request: models.DataRequest, supplied: Supplied) -> None:
    added, basis = supplied.added, appeal.edition.cite(Completion)
    if added.number and fault(added.number):
        raise UnlawfulError("number_is_wrong", basis)
    there = {
        Missing.NAME: bool(added.name),
        Missing.NUMBER: bool(added.number),
        Missing.ADDRESS: bool(added.address),
        Missing.MATTER: bool(added.matter) and not looks_empty(added.matter),
    }
    if not all(there.get(one, one in supplied.brought) for one in request.lacking):
        raise UnlawfulError("data_not_all_supplied", basis)


@transaction.atomic
def turn_back(appeal_id: int, *, asked: Asked) -> Appeal:
    """The day has passed and nothing came: the appeal goes back, and another may be written."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.LEAVE, appeal.office_id)
    take(Action.TURN_BACK, appeal.stage, appeal.edition)
    request = open_request(appeal)
    if request is None or local_day(appeal.office, asked.at) <= request.until:
        until = {"until": request.until} if request else {}
        raise UnlawfulError("data_still_awaited", appeal.edition.cite(Completion), **until)
    note_left(appeal, "incomplete", asked)
    letter = Left("incomplete", said(appeal, request.lacking), request.until)
    move(appeal, Action.TURN_BACK, asked, Step(tells=Told(Notice.LEFT, letter)))
    return appeal
