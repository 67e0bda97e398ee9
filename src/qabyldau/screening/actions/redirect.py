"""Pass an appeal, or a part of one, on to the competent body, and tell the applicant at the same time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.letters.facts import Redirection as Letter
from qabyldau.letters.spelling import Prose
from qabyldau.outbox import actions as outbox
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.papers import actions as papers
from qabyldau.papers.facts import Addressee, Signature
from qabyldau.papers.facts.screening import Redirect
from qabyldau.papers.kinds import PaperKind
from qabyldau.people import queries as people
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.moves import Asked, Step, flag, local_day, locked, meet, move, note, save
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Action, Notice, State, take
from qabyldau.regulation.norms.deadlines import AlarmForward, due
from qabyldau.regulation.norms.deadlines import Redirection as Norm
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language, Words
from qabyldau.review.queries import assessment
from qabyldau.screening.kinds import Scope
from qabyldau.screening.models import Redirection
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.bodies.models import Body
    from qabyldau.papers.models import Paper
    from qabyldau.registry.models import Appeal

NOTICE = "redirect"
PART_FROM = frozenset({State.REGISTERED, State.REVIEW, State.DECISION})
NORMS: dict[Scope, type[Norm | AlarmForward]] = {
    Scope.WHOLE: Norm,
    Scope.PART: Norm,
    Scope.ALARM: AlarmForward,
}


@dataclass(frozen=True, slots=True)
class Passing:
    """To whom, and why. `body_id` None: a body that the office does not keep, by its name."""

    body_id: int | None = None
    body: Words = Words(kk="", ru="")  # noqa: RUF009  frozen
    motive: str = ""
    part: str = ""


@transaction.atomic
def redirect(appeal_id: int, *, passing: Passing, asked: Asked) -> Redirection:
    """The whole appeal is another body's: it goes there with a letter, and ends here."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.REDIRECT, appeal.office_id)
    take(Action.REDIRECT, appeal.stage, appeal.edition)
    found = assessment(appeal)
    scope = Scope.ALARM if found.authored is False and found.tells_of_crime else Scope.WHOLE
    if scope is Scope.WHOLE and found.within_competence is not False:
        raise UnlawfulError("redirect_what_is_ours", appeal.edition.cite(Norm))
    row = _passed_on(appeal, scope, passing, asked)
    step = Step(under=NORMS[scope], facts=_noted(row), tells=Told(Notice.REDIRECTION, _letter(appeal, row)))
    move(appeal, Action.REDIRECT, asked, step)
    return row


@transaction.atomic
def redirect_part(appeal_id: int, *, passing: Passing, asked: Asked) -> Redirection:
    """A part is another body's: it goes there, and what is ours goes on with its own term."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.REDIRECT, appeal.office_id)
    basis = appeal.edition.cite(Norm)
    if appeal.stage not in PART_FROM:
        raise UnlawfulError("act_not_now", basis, action="redirect_part", state=appeal.state)
    if assessment(appeal).within_competence is not True or not passing.part.strip():
        raise UnlawfulError("part_of_what_is_not_ours", basis)
    row = _passed_on(appeal, Scope.PART, passing, asked)
    meet(appeal, TermKind.REDIRECTION, local_day(appeal.office, asked.at))
    save(appeal)
    note(appeal, "redirect_part", asked, basis, _noted(row), Told(Notice.REDIRECTION, _letter(appeal, row)))
    return row


def _passed_on(appeal: Appeal, scope: Scope, passing: Passing, asked: Asked) -> Redirection:
    """The row, the numbered letter and its message; later than the law allows is recorded, and flagged."""
    today = local_day(appeal.office, asked.at)
    body = bodies.body(appeal.office_id, passing.body_id) if passing.body_id else None
    name = body.name if body else passing.body
    if not (name.kk.strip() and name.ru.strip()):
        raise UnlawfulError("no_body_named", appeal.edition.cite(NORMS[scope]))
    paper = _paper(appeal, scope, passing, (body, name), asked)
    row = Redirection.objects.create(
        appeal=appeal,
        scope=scope,
        body=body,
        body_kk=name.kk,
        body_ru=name.ru,
        part=passing.part,
        motive=passing.motive,
        paper=paper,
        late=scope is not Scope.ALARM and today > _limit(appeal),
        by_user_id=asked.by.user_id,
        by_name=asked.by.name,
        at=asked.at,
    )
    _send(appeal, row, body, paper, asked)
    if row.late:
        flag(appeal, "redirected_late", Norm, asked)
    return row


def _limit(appeal: Appeal) -> date:
    return due(Norm, appeal.registered_on, appeal.edition, worktime.calendar()).on


def _paper(
    appeal: Appeal, scope: Scope, passing: Passing, to: tuple[Body | None, Words], asked: Asked
) -> Paper:
    return papers.issue(
        appeal.office,
        PaperKind.REDIRECT,
        about=appeal.key,
        languages=(_language(appeal, to[0]),),
        facts=_facts(appeal, scope, passing, to, asked),
        by=asked.by,
        at=asked.at,
    )


def _facts(
    appeal: Appeal, scope: Scope, passing: Passing, to: tuple[Body | None, Words], asked: Asked
) -> Redirect:
    body, name = to
    contacts = [one for one in (appeal.address, appeal.phone, appeal.email) if one]
    return Redirect(
        addressee=Addressee(name=name, address=body.address, typed=body.addressed)
        if body
        else Addressee(name=name),
        signature=_signature(appeal, asked),
        citation=appeal.edition.cite(NORMS[scope]),
        appeal=appeal.number,
        registered_on=appeal.registered_on,
        applicant=appeal.representative or appeal.applicant_name,
        contacts="; ".join(contacts),
        substance=Prose(appeal.substance),
        motive=Prose(passing.motive),
        whole=scope is Scope.WHOLE,
        part=Prose(passing.part),
        alarm=scope is Scope.ALARM,
        answered=scope is not Scope.ALARM,
        files=appeal.attachments.count() or None,
    )


def _language(appeal: Appeal, body: Body | None) -> Language:
    return Language(body.language if body else appeal.language)


def _signature(appeal: Appeal, asked: Asked) -> Signature | None:
    if asked.by.user_id is None:
        return None
    name = Words(kk=asked.by.name, ru=asked.by.name)
    day = local_day(appeal.office, asked.at)
    return Signature(name, people.position(appeal.office_id, asked.by.user_id, day))


def _send(appeal: Appeal, row: Redirection, body: Body | None, paper: Paper, asked: Asked) -> None:
    """By e-mail with the paper enclosed where the body reads it; on paper otherwise."""
    language = _language(appeal, body)
    said = paper.data["texts"][language]
    text = "\n\n".join("\n".join(block) for block in said["blocks"] if isinstance(block, list))
    email = body.email if body else ""
    owed = Owed(
        key=f"redirection-{row.pk}:{Channel.EMAIL if email else Channel.PAPER}",
        about=appeal.key,
        notice=NOTICE,
        channel=Channel.EMAIL if email else Channel.PAPER,
        language=language,
        address=email or (body.address[language] if body else row.to[language])[:254],
        subject=f"{said['subject']} ({paper.number})"[:200],
        text=text,
        urgent=row.scope == Scope.ALARM,
        paper_id=paper.pk,
    )
    outbox.put(appeal.office_id, [owed], at=asked.at)


def _letter(appeal: Appeal, row: Redirection) -> Letter:
    return Letter(
        scope=str(row.scope),
        body=row.to,
        paper=row.paper.number,
        motive=row.motive,
        part=Prose(row.part),
        answer_by=appeal.due_on if row.scope == Scope.PART else None,
        body_address=row.body.address if row.body else None,
    )


def _noted(row: Redirection) -> dict[str, object]:
    return {"redirection": row.pk, "scope": str(row.scope), "to_kk": row.body_kk, "to_ru": row.body_ru}
