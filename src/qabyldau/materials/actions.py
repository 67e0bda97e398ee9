"""Ask for materials, take the answer, give more time, withdraw: each a demand under the same clause."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyKind
from qabyldau.journal import actions as journal
from qabyldau.materials import letters
from qabyldau.materials.kinds import AnswerKind, RequestState
from qabyldau.materials.models import AnswerFile, MaterialAnswer, MaterialRequest, MoreTime
from qabyldau.materials.queries import for_answer, open_wish
from qabyldau.outbox import actions as outbox
from qabyldau.papers import actions as papers
from qabyldau.papers.facts import Addressee, Signature
from qabyldau.papers.facts.materials import MaterialRequest as Paper
from qabyldau.papers.kinds import PaperKind
from qabyldau.people import queries as people
from qabyldau.people.actor import Actor, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry import files
from qabyldau.registry.files import Upload
from qabyldau.registry.moves import Asked, local_day, locked, note
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.norms.control import BindingRequests
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language, Words
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.registry.models import Appeal

BOUND = frozenset({BodyKind.UNIT, BodyKind.TERRITORIAL})
FINISHED = Words(kk="Жолданым бойынша жұмыс аяқталды.", ru="Работа по обращению завершена.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, of whom, by when. `note_due`: the day of the note itself; None: not proposed."""

    body_id: int
    question: str
    due_on: date
    note_due: date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer. `paper`: number and date of the paper it came on; `by_name`: who signed that paper."""

    text: str
    kind: AnswerKind = AnswerKind.ANSWER
    uploads: tuple[Upload, ...] = ()
    paper: str = ""
    by_name: str = ""


@transaction.atomic
def ask(appeal_id: int, *, wanted: Wanted, asked: Asked) -> MaterialRequest:
    """Demand materials of a unit or a territorial body, by a numbered paper."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.ASK_MATERIALS, appeal.office_id)
    body = bodies.body(appeal.office_id, wanted.body_id)
    _may_be_asked(appeal, body, wanted, local_day(appeal.office, asked.at))
    row = MaterialRequest.objects.create(
        office_id=appeal.office_id,
        appeal=appeal,
        body=body,
        number="",
        language=body.language,
        question=wanted.question,
        due_on=wanted.due_on,
        after_note=wanted.note_due is not None and wanted.due_on > wanted.note_due,
        asked_by_id=asked.by.user_id,
        asked_by_name=asked.by.name,
        asked_at=asked.at,
    )
    _send(row, asked)
    facts = {"request": row.pk, "number": row.number, "body": body.pk, "due": wanted.due_on.isoformat()}
    note(appeal, "ask_material", asked, appeal.edition.cite(BindingRequests), dict(facts))
    return row


def _may_be_asked(appeal: Appeal, body: Body, wanted: Wanted, today: date) -> None:
    law = appeal.edition.cite(BindingRequests)
    if appeal.stage in FINAL:
        raise UnlawfulError("already_over", law, action="ask_material", state=appeal.state)
    if body.kind not in BOUND or not body.stands_on(today):
        raise UnlawfulError("material_not_bound", law)
    _working_day_ahead(appeal, wanted.due_on, today)


def _working_day_ahead(appeal: Appeal, day: date, today: date) -> None:
    law = appeal.edition.cite(BindingRequests)
    if day < today:
        raise UnlawfulError("material_due_past", law, day=day)
    if not worktime.calendar().is_working(day):
        raise UnlawfulError("material_due_day_off", law, day=day)


def _send(row: MaterialRequest, asked: Asked) -> None:
    """Number the paper, and send it where the body reads its letters."""
    body, appeal, language = row.body, row.appeal, Language(row.language)
    facts = Paper(
        addressee=Addressee(name=body.head, position=body.position, address=body.name, typed=body.addressed),
        signature=_signature(asked, local_day(appeal.office, asked.at)),
        citation=appeal.edition.cite(BindingRequests),
        appeal=appeal.number,
        registered_on=appeal.registered_on,
        text=row.question,
        due=row.due_on,
        url=letters.url(row.pk, language),
    )
    paper = papers.issue(
        appeal.office,
        PaperKind.MATERIAL_REQUEST,
        about=row.key,
        languages=(language,),
        facts=facts,
        by=asked.by,
        at=asked.at,
    )
    row.number = paper.number
    row.save(update_fields=["number"])
    to = letters.address(body, local_day(appeal.office, asked.at))
    outbox.put(appeal.office_id, letters.asked(row, paper, to), at=asked.at)


def _signature(asked: Asked, day: date) -> Signature:
    """A person signs with their position in both languages."""
    name = Words(kk=asked.by.name, ru=asked.by.name)
    return Signature(name, people.position(asked.by.office_id, asked.by.user_id or 0, day))


@transaction.atomic
def answer(request_id: int, *, given: Given, by: Actor, at: datetime) -> MaterialAnswer:
    """What was asked for, or why it cannot be given; files are checked like those of an appeal."""
    row = _open(for_answer(request_id))
    _may_answer(row, by, at)
    files.check(given.uploads)
    late = local_day(row.office, at) > row.due_on
    said = MaterialAnswer.objects.create(
        request=row,
        kind=given.kind,
        text=given.text,
        paper=given.paper,
        by_user_id=by.user_id,
        by_name=given.by_name or by.name,
        late=late,
        at=at,
    )
    AnswerFile.objects.bulk_create(_files(said, given.uploads))
    state = RequestState.ANSWERED if given.kind is AnswerKind.ANSWER else RequestState.UNABLE
    _close(row, state, at)
    facts = {"request": row.pk, "kind": str(given.kind), "files": len(given.uploads), "late": late}
    _journal("answer_material", row, by, at, **facts)
    return said


def _files(said: MaterialAnswer, uploads: tuple[Upload, ...]) -> list[AnswerFile]:
    kept = [files.keep(one) for one in uploads]
    return [
        AnswerFile(
            answer=said, name=one.name, kind=one.kind, size=one.size, sha256=one.sha256, stored=one.stored
        )
        for one in kept
    ]


def _may_answer(row: MaterialRequest, by: Actor, at: datetime) -> None:
    """The department, from paper; else whoever speaks for the body on that day."""
    if by.office_id == row.office_id and by.may(Right.ASK_MATERIALS):
        return
    require(by, Right.ANSWER_MATERIALS, row.office_id)
    mine = bodies.of_user(row.office_id, by.user_id, local_day(row.office, at))
    if row.body_id not in {one.pk for one in mine}:
        raise PermissionDeniedError(Right.ANSWER_MATERIALS)


@transaction.atomic
def ask_more_time(request_id: int, *, until: date, reason: str, by: Actor, at: datetime) -> MoreTime:
    """A wish of the body; until the asker grants it, the day stays."""
    row = _open(for_answer(request_id))
    _may_answer(row, by, at)
    law = row.appeal.edition.cite(BindingRequests)
    if open_wish(row) is not None:
        raise UnlawfulError("material_wish_waits", law)
    if until <= row.due_on:
        raise UnlawfulError("material_time_not_later", law, due=row.due_on)
    _working_day_ahead(row.appeal, until, local_day(row.office, at))
    wish = MoreTime.objects.create(
        request=row,
        before=row.due_on,
        until=until,
        reason=reason,
        by_user_id=by.user_id,
        by_name=by.name,
        at=at,
    )
    _journal("ask_more_time", row, by, at, request=row.pk, until=until.isoformat())
    return wish


@transaction.atomic
def grant_time(request_id: int, *, remark: str = "", by: Actor, at: datetime) -> MoreTime:
    """The later day stands from now on; the earlier one stays in the history."""
    row, wish = _wish(request_id, by)
    row.due_on, row.escalated_on = wish.until, None
    row.save(update_fields=["due_on", "escalated_on"])
    _decide(wish, granted=True, remark=remark, by=by, at=at)
    _journal("grant_time", row, by, at, request=row.pk, old=wish.before.isoformat(), new=str(wish.until))
    _tell(row, "more_time_granted", at, again=f"-{wish.pk}", remark=remark)
    return wish


@transaction.atomic
def deny_time(request_id: int, *, remark: str, by: Actor, at: datetime) -> MoreTime:
    """The day stays; the body is told why."""
    row, wish = _wish(request_id, by)
    _decide(wish, granted=False, remark=remark, by=by, at=at)
    _journal("deny_time", row, by, at, request=row.pk)
    _tell(row, "more_time_denied", at, again=f"-{wish.pk}", remark=remark)
    return wish


def _wish(request_id: int, by: Actor) -> tuple[MaterialRequest, MoreTime]:
    row = for_answer(request_id)
    require(by, Right.ASK_MATERIALS, row.office_id)
    wish = open_wish(_open(row))
    if wish is None:
        raise UnlawfulError("material_no_wish", row.appeal.edition.cite(BindingRequests))
    return row, wish


def _decide(wish: MoreTime, *, granted: bool, remark: str, by: Actor, at: datetime) -> None:
    wish.granted, wish.remark, wish.decided_by_name, wish.decided_at = granted, remark, by.name, at
    wish.save(update_fields=["granted", "remark", "decided_by_name", "decided_at"])


@transaction.atomic
def withdraw(request_id: int, *, reason: str, by: Actor, at: datetime) -> MaterialRequest:
    """It is not needed any more; the body is told so."""
    row = for_answer(request_id)
    require(by, Right.ASK_MATERIALS, row.office_id)
    _open(row)
    row.withdrawn_because = reason
    row.save(update_fields=["withdrawn_because"])
    _close(row, RequestState.WITHDRAWN, at)
    _journal("withdraw_material", row, by, at, request=row.pk)
    _tell(row, "withdrawn", at, remark=reason)
    return row


def close_finished(row: MaterialRequest, *, at: datetime) -> None:
    """Withdrawn by the software, because the work on the appeal is over."""
    by, reason = Actor.system("tick", row.office_id), FINISHED[Language(row.language)]
    row.withdrawn_because = reason
    row.save(update_fields=["withdrawn_because"])
    _close(row, RequestState.WITHDRAWN, at)
    _journal("withdraw_material", row, by, at, request=row.pk)
    _tell(row, "withdrawn", at, remark=reason)


def _open(row: MaterialRequest) -> MaterialRequest:
    if row.state != RequestState.OPEN:
        raise UnlawfulError("material_closed", row.appeal.edition.cite(BindingRequests))
    return row


def _close(row: MaterialRequest, state: RequestState, at: datetime) -> None:
    row.state, row.closed_at = state, at
    row.save(update_fields=["state", "closed_at"])


def _tell(row: MaterialRequest, name: str, at: datetime, *, again: str = "", remark: str = "") -> None:
    to = letters.address(row.body, local_day(row.office, at))
    outbox.put(row.office_id, letters.told(row, name, to, again=again, remark=remark), at=at)


def _journal(action: str, row: MaterialRequest, by: Actor, at: datetime, **facts: object) -> None:
    citation = row.appeal.edition.cite(BindingRequests)
    journal.write(action, about=row.appeal.key, by=by, at=at, citation=citation, facts=facts)
