"""Ask a central body to take part by video, tell the applicant in time, and record what it answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyKind
from qabyldau.letters.facts import CentralNotice
from qabyldau.outbox import actions as outbox
from qabyldau.participation import letters, papers, queries
from qabyldau.participation.actions.refusals import open_central
from qabyldau.participation.kinds import CentralAnswer
from qabyldau.participation.models import CentralExtension, CentralRequest
from qabyldau.people import queries as people
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.moves import (
    Asked,
    Step,
    local_day,
    locked,
    meet,
    move,
    note,
    open_term,
    owe,
    prolong,
    save,
)
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import FINAL, Action, Notice, State
from qabyldau.regulation.norms.deadlines import CentralRequestNotice, Due, ExtensionCap, due
from qabyldau.regulation.norms.extension import Extension, check_extension
from qabyldau.regulation.norms.reception import CentralRequest as CentralNorm
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.wording import date_words
from qabyldau.regulation.words import Language, Words
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.registry.models import Appeal, Term

ASKED_IN = frozenset({State.REVIEW, State.DECISION, State.APPROVED, State.APPOINTED, State.MISSED})
NOTICE = "central_request"


@transaction.atomic
def request_central(appeal_id: int, *, body_id: int, question: str, asked: Asked) -> CentralRequest:
    """One step: the numbered letter to the first head goes; the applicant must be told within the term."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.ASK_CENTRAL, appeal.office_id)
    law = appeal.edition
    if appeal.stage not in ASKED_IN:
        code = "already_over" if appeal.stage in FINAL else "act_not_now"
        raise UnlawfulError(code, law.cite(CentralNorm), action="request_central", state=appeal.state)
    today = local_day(appeal.office, asked.at)
    body = _central_body(appeal, body_id, today)
    paper = papers.central_request(appeal, body, question, asked)
    row = CentralRequest.objects.create(
        appeal=appeal,
        body=body,
        number=paper.number,
        paper=paper,
        question=question,
        sent_on=today,
        sent_at=asked.at,
        by_user_id=asked.by.user_id,
    )
    outbox.put(appeal.office_id, [letters.carried(paper, body, NOTICE, today)], at=asked.at)
    found = due(CentralRequestNotice, today, law, worktime.calendar())
    if open_term(appeal, TermKind.CENTRAL_NOTICE) is None:
        owe(appeal, TermKind.CENTRAL_NOTICE, found)
    save(appeal)
    facts = {"request": row.pk, "number": row.number, "body": body.pk, "tell_by": found.on.isoformat()}
    note(appeal, "request_central", asked, law.cite(CentralNorm), dict(facts))
    return row


def _central_body(appeal: Appeal, body_id: int, today: date) -> Body:
    """The letter goes to the first head of a central body: both must be known."""
    clause = appeal.edition.cite(CentralNorm)
    body = bodies.body(appeal.office_id, body_id)
    if body.kind != BodyKind.CENTRAL or not body.stands_on(today):
        raise UnlawfulError("not_a_central_body", clause)
    if not body.head.ru:
        raise UnlawfulError("first_head_unknown", clause)
    if any(one.body_id == body_id for one in queries.unanswered(appeal)):
        raise UnlawfulError("central_body_asked", clause)
    return body


@transaction.atomic
def extend_for_central(appeal_id: int, *, until: date, reason: str, asked: Asked) -> Term:
    """The head extends the consideration because a central body was asked; one letter tells of both."""
    # ВОПРОС 25: the request alone extends nothing.
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.EXTEND, appeal.office_id)
    requests = _requests(appeal)
    old, limit = _extensible(appeal, until, reason, asked)
    term = prolong(appeal, old, until, limit, worktime.calendar().on_or_before(until))
    _decided(appeal, old.due_on, until, reason, asked)
    body = CentralNotice(
        asked=_named(requests),
        old=old.due_on,
        new=until,
        reason=reason,
        decided_by=Words(kk=asked.by.name, ru=asked.by.name),
        limit=limit,
    )
    _told(appeal, requests, asked)
    facts = {
        "old": old.due_on.isoformat(),
        "new": until.isoformat(),
        "requests": [one.pk for one in requests],
    }
    tells = Told(Notice.CENTRAL_NOTICE, body)
    move(appeal, Action.EXTEND, asked, Step(under=CentralRequestNotice, facts=dict(facts), tells=tells))
    return term


def _extensible(appeal: Appeal, until: date, reason: str, asked: Asked) -> tuple[Term, Due]:
    """The open term and the last day the law allows; refuses what no extension may be."""
    law, calendar = appeal.edition, worktime.calendar()
    old = open_term(appeal, TermKind.ANSWER)
    if old is None:
        raise UnlawfulError("already_over", law.cite(ExtensionCap), action="extend", state=appeal.state)
    wanted = Extension(until, reason, people.rank_of(asked.by))
    check_extension(wanted, appeal.registered_on, old.due_on, law, calendar)
    return old, due(ExtensionCap, appeal.registered_on, law, calendar)


def _decided(appeal: Appeal, before: date, until: date, reason: str, asked: Asked) -> None:
    CentralExtension.objects.create(
        appeal=appeal,
        before=before,
        until=until,
        reason=reason,
        by_user_id=asked.by.user_id,
        by_name=asked.by.name,
        at=asked.at,
    )


@transaction.atomic
def tell_central(appeal_id: int, *, asked: Asked) -> list[CentralRequest]:
    """Tell the applicant of the request while nobody has extended the term: it stays as it is."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.ASK_CENTRAL, appeal.office_id)
    law = appeal.edition
    requests = [one for one in _requests(appeal) if one.told_on is None]
    if not requests:
        raise UnlawfulError("central_already_told", law.cite(CentralRequestNotice))
    body = CentralNotice(asked=_named(requests), due=appeal.due_on)
    _told(appeal, requests, asked)
    save(appeal)
    facts: dict[str, object] = {"requests": [one.pk for one in requests]}
    clause = law.cite(CentralRequestNotice)
    note(appeal, "tell_central", asked, clause, facts, Told(Notice.CENTRAL_NOTICE, body))
    return requests


def _requests(appeal: Appeal) -> list[CentralRequest]:
    """What the notice is about: requests not told of yet, or else those that still wait."""
    found = queries.untold(appeal) or queries.unanswered(appeal)
    if not found:
        raise UnlawfulError("no_central_request", appeal.edition.cite(CentralRequestNotice))
    return found


def _named(requests: list[CentralRequest]) -> Words:
    lines = {
        one: "; ".join(
            f"{row.body.name[one]} (№ {row.number}, {date_words(row.sent_on, one)})" for row in requests
        )
        for one in Language
    }
    return Words(kk=lines[Language.KK], ru=lines[Language.RU])


def _told(appeal: Appeal, requests: list[CentralRequest], asked: Asked) -> None:
    today = local_day(appeal.office, asked.at)
    fresh = [one.pk for one in requests if one.told_on is None]
    CentralRequest.objects.filter(pk__in=fresh).update(told_on=today)
    meet(appeal, TermKind.CENTRAL_NOTICE, today)


@dataclass(frozen=True, slots=True)
class CentralSaid:
    """What a central body answered: the day it came, and the day for which it agreed or why it would not."""

    answer: CentralAnswer
    answered_on: date
    agreed_for: date | None = None
    text: str = ""


@transaction.atomic
def record_central_answer(
    appeal_id: int, *, request_id: int, said: CentralSaid, asked: Asked
) -> CentralRequest:
    """Agreed, declined, or no answer; a refusal opens the duty to report it."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.ASK_CENTRAL, appeal.office_id)
    clause = appeal.edition.cite(CentralNorm)
    row = CentralRequest.objects.select_related("body").get(pk=request_id, appeal=appeal)
    row.appeal = appeal
    if row.answer not in {CentralAnswer.WAITING, CentralAnswer.SILENT}:
        raise UnlawfulError("central_answered", clause)
    if not row.sent_on <= said.answered_on <= local_day(appeal.office, asked.at):
        raise UnlawfulError("central_day_impossible", clause, since=row.sent_on)
    if said.answer is CentralAnswer.DECLINED and not said.text.strip():
        raise UnlawfulError("refusal_without_reason", clause)
    row.answer, row.answered_on, row.agreed_for = said.answer, said.answered_on, said.agreed_for
    row.answer_text = said.text
    row.save(update_fields=["answer", "answered_on", "agreed_for", "answer_text"])
    if said.answer is CentralAnswer.DECLINED:
        open_central(row, said.text[:1000], on=said.answered_on, by=asked.by, at=asked.at)
    save(appeal)
    facts: dict[str, object] = {"request": row.pk, "answer": str(said.answer)}
    note(appeal, "record_central_answer", asked, clause, facts)
    return row
