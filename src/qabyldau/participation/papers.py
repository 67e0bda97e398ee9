"""The numbered papers of participation: from our rows to what each paper is written from."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyCode
from qabyldau.papers import actions as papers
from qabyldau.papers.facts import Addressee, Signature, Table
from qabyldau.papers.facts import participation as facts
from qabyldau.papers.kinds import PaperKind
from qabyldau.participation import letters, queries
from qabyldau.people import queries as people
from qabyldau.people.actor import Actor
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.edition import Citation, Edition
from qabyldau.regulation.norms.deadlines import RefusalReport as ReportTerm
from qabyldau.regulation.norms.reception import CentralRequest as CentralNorm
from qabyldau.regulation.norms.reception import InvitedBodies
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.papers.models import Paper
    from qabyldau.participation.models import Invitation, RefusalReport
    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal

HEAD = (
    Words(kk="№", ru="№"),
    Words(kk="Жолданым", ru="Обращение"),
    Words(kk="Мәселенің мәні", ru="Суть вопроса"),
)
ADMINISTRATION = Words(
    kk="Қазақстан Республикасы Президентінің Әкімшілігі, жолданымдарды қарауды бақылау бөлімі",
    ru="Администрация Президента Республики Казахстан, отдел по контролю за рассмотрением обращений",
)


def invitation(row: Invitation, *, by: Actor, at: datetime, replaces: Paper | None = None) -> Paper:
    """In the language of the body, with the matters it is told of."""
    day, body = row.day, row.body
    law = queries.law_of(day)
    said = facts.Invitation(
        addressee=_head(body),
        signature=_signature(day.office, by, at),
        citation=law.cite(InvitedBodies),
        day=day.on,
        opens=day.opens,
        official=day.official.name,
        position=day.official.position,
        place=day.place,
        matters=_matters(row),
        answer_by=row.answer_by,
        url=letters.url(row.pk, body.language),
        report=_reported(law) if row.required else None,
    )
    return papers.issue(
        day.office,
        PaperKind.INVITATION,
        about=row.key,
        languages=(Language(body.language),),
        facts=said,
        by=by,
        at=at,
        replaces=replaces,
    )


def _matters(row: Invitation) -> Table:
    told = row.matters.select_related("appeal").order_by("appeal_id")
    rows = tuple((str(place), one.appeal.number, one.gist) for place, one in enumerate(told, start=1))
    return Table(HEAD, rows)


def central_request(appeal: Appeal, body: Body, question: str, asked: Asked) -> Paper:
    """To the first head of a central body, in its language."""
    said = facts.CentralRequest(
        addressee=_head(body),
        signature=_signature(appeal.office, asked.by, asked.at),
        citation=appeal.edition.cite(CentralNorm),
        appeal=appeal.number,
        registered_on=appeal.registered_on,
        text=question,
        report=_reported(appeal.edition),
    )
    return papers.issue(
        appeal.office,
        PaperKind.CENTRAL_REQUEST,
        about=appeal.key,
        languages=(Language(body.language),),
        facts=said,
        by=asked.by,
        at=asked.at,
    )


def refusal_report(row: RefusalReport, *, by: Actor, at: datetime) -> Paper:
    """To the President's Administration, in both languages."""
    asked_to = row.invitation.day if row.invitation else None
    request = row.request
    said = facts.ParticipationRefusalReport(
        addressee=_administration(row.office, at),
        signature=_signature(row.office, by, at),
        citation=row.cited,
        body=row.body.name,
        refused_on=row.refused_on,
        text=row.reason,
        due=row.due_on,
        day=asked_to.on if asked_to else None,
        official=asked_to.official.name if asked_to else None,
        position=asked_to.official.position if asked_to else None,
        appeal=request.appeal.number if request else "",
        request=request.number if request else "",
        sent_on=request.sent_on if request else None,
    )
    return papers.issue(
        row.office,
        PaperKind.PARTICIPATION_REFUSAL_REPORT,
        about=row.key,
        languages=(Language.KK, Language.RU),
        facts=said,
        by=by,
        at=at,
        replaces=row.paper,
    )


def _reported(law: Edition) -> Citation | None:
    return law.cite(ReportTerm) if law.has(ReportTerm) else None


def _head(body: Body) -> Addressee:
    """The first head, or the body itself while nobody is named."""
    if not body.head.ru:
        return Addressee(name=body.name, address=body.address, typed=body.addressed)
    return Addressee(name=body.head, position=body.position, address=_whereabouts(body), typed=body.addressed)


def _whereabouts(body: Body) -> Words:
    lines = {one: ", ".join(filter(None, (body.name[one], body.address[one]))) for one in Language}
    return Words(kk=lines[Language.KK], ru=lines[Language.RU])


def _administration(office: Office, at: datetime) -> Addressee:
    day = local_day(office, at)
    known = bodies.coded(office.pk, day, [BodyCode.ADMINISTRATION]).get(BodyCode.ADMINISTRATION)
    if known is None:
        return Addressee(name=ADMINISTRATION)
    return Addressee(name=known.name, address=known.address, typed=known.addressed)


def _signature(office: Office, by: Actor, at: datetime) -> Signature | None:
    if by.user_id is None:
        return None
    position = people.position(office.pk, by.user_id, local_day(office, at))
    return Signature(Words(kk=by.name, ru=by.name), position)
