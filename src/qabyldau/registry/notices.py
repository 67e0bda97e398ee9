"""Turn what an act owes the applicant into messages and, where a letter is official, into a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from qabyldau import letters
from qabyldau.letters.facts import Body, Heading
from qabyldau.letters.render import template_name
from qabyldau.outbox.actions import Owed
from qabyldau.papers import actions as papers
from qabyldau.papers import choosing
from qabyldau.papers.actions import Wanted
from qabyldau.papers.facts import Addressee, Signature
from qabyldau.papers.facts import Told as ToldPaper
from qabyldau.papers.kinds import PaperKind
from qabyldau.people import queries as people
from qabyldau.people.actor import Actor
from qabyldau.registry.models import Appeal
from qabyldau.registry.ways import ways
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.papers.models import Paper
    from qabyldau.people.models import Office


# Their reasons do not fit a short message: without e-mail they go on paper as well.
REASONED = frozenset(
    {
        Notice.LEFT,
        Notice.DATA_REQUEST,
        Notice.REDIRECTION,
        Notice.REFUSAL,
        Notice.EXTENSION,
        Notice.CENTRAL_NOTICE,
        Notice.HEARING,
        Notice.FINAL_ANSWER,
    }
)


# Letters that are papers of their own. A talon has the number of the appeal, the rest are only messages.
PAPERS: dict[Notice, PaperKind] = {
    Notice.LEFT: PaperKind.LEFT,
    Notice.DATA_REQUEST: PaperKind.DATA_REQUEST,
    Notice.REFUSAL: PaperKind.REFUSAL,
    Notice.EXTENSION: PaperKind.EXTENSION,
    Notice.CENTRAL_NOTICE: PaperKind.CENTRAL_NOTICE,
    Notice.APPOINTMENT: PaperKind.APPOINTMENT,
    Notice.DATA_REQUEST: PaperKind.DATA_REQUEST,
    Notice.REDIRECTION: PaperKind.REDIRECT_NOTICE,
    Notice.CENTRAL_NOTICE: PaperKind.CENTRAL_NOTICE,
    Notice.HEARING: PaperKind.HEARING,
    Notice.MOVED: PaperKind.CHANGE,
    Notice.BY_VIDEO: PaperKind.CHANGE,
    Notice.HOUR_CANCELLED: PaperKind.CHANGE,
    Notice.WITHDRAWAL: PaperKind.WITHDRAWAL,
    Notice.FINAL_ANSWER: PaperKind.FINAL_ANSWER,
}
# Whoever has just applied waits for it; an hour that is gone must be known before anybody sets out.
URGENT = frozenset({Notice.REGISTERED, Notice.HOUR_CANCELLED})
# Who decided signs; the other letters carry nobody's name, for nobody decided anything new in them.
SIGNED = frozenset({Notice.REFUSAL, Notice.EXTENSION})


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice says beyond its heading."""

    notice: Notice
    body: Body


def heading(appeal: Appeal, office: Office, citation: Citation) -> Heading:
    local = appeal.registered_at.astimezone(ZoneInfo(office.zone))
    return Heading(
        office=office.name,
        office_address=office.address,
        office_phone=office.phone,
        number=appeal.number,
        applicant=appeal.representative or appeal.applicant_name,
        registered_at=local,
        track_url=f"{settings.PUBLIC_URL}/{appeal.language}/track/",
        citation=citation,
    )


def letter_of(appeal: Appeal, office: Office, told: Told, citation: Citation, day: date) -> letters.Letter:
    """As it will go: in the applicant's language, by the wording that the office uses on this day."""
    language = Language(appeal.language)
    template = choosing.template(office, template_name(told.notice, told.body), language, day)
    return letters.render(told.notice, language, heading(appeal, office, citation), told.body, template)


@dataclass(frozen=True, slots=True)
class Owing:
    """A letter that an act owes; `key` is that of its messages."""

    appeal: Appeal
    told: Told
    citation: Citation
    key: str


def issue(letters_due: Sequence[Owing], *, by: Actor, at: datetime) -> dict[str, int]:
    """Number those letters of one office that are papers: the id of each paper by the key of its messages."""
    issued: dict[str, int] = {}
    for notice, due in groupby(letters_due, key=lambda one: one.told.notice):
        if notice in PAPERS:
            issued |= {paper.key: paper.pk for paper in _issue(notice, list(due), by, at)}
    return issued


def _issue(notice: Notice, letters_due: Sequence[Owing], by: Actor, at: datetime) -> list[Paper]:
    office = letters_due[0].appeal.office
    day = at.astimezone(ZoneInfo(office.zone)).date()
    signature = _signature(office.pk, by, day) if notice in SIGNED else None
    wanted = [
        Wanted(one.appeal.key, (Language(one.appeal.language),), _facts(one, signature))
        for one in letters_due
    ]
    return papers.issue_all(office, PAPERS[notice], wanted, by=by, at=at)


def _facts(due: Owing, signature: Signature | None) -> ToldPaper:
    appeal, told = due.appeal, due.told
    name = appeal.representative or appeal.applicant_name
    return ToldPaper(
        notice=told.notice,
        heading=heading(appeal, appeal.office, due.citation),
        body=told.body,
        addressee=Addressee(name=Words(name, name), address=Words(appeal.address, appeal.address)),
        signature=signature,
        key=due.key,
    )


def _signature(office_id: int, by: Actor, day: date) -> Signature | None:
    """Staff by name and position; what the software did is signed by nobody."""
    if by.user_id is None:
        return None
    return Signature(Words(by.name, by.name), people.position(office_id, by.user_id, day))


def owed(due: Owing, *, day: date, paper_id: int | None = None) -> list[Owed]:
    """By the ways that the applicant left, or the one they prefer."""
    appeal, told = due.appeal, due.told
    language = Language(appeal.language)
    letter = letter_of(appeal, appeal.office, told, due.citation, day)
    reaching = ways(appeal, letter, told.notice, reasoned=told.notice in REASONED)
    return [
        Owed(
            key=f"{due.key}:{channel}",
            about=appeal.key,
            notice=told.notice,
            channel=channel,
            language=language,
            address=address[:254],
            subject=letter.subject,
            text=text,
            urgent=told.notice in URGENT,
            paper_id=paper_id,
        )
        for channel, address, text in reaching
    ]
