"""The talon as pages and papers show it: number, moment, what happens next and by when, its proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from qabyldau import letters
from qabyldau.documents import TalonFacts
from qabyldau.journal import queries as journal
from qabyldau.letters.facts import Registered
from qabyldau.papers import choosing
from qabyldau.people.actor import Actor
from qabyldau.registry import queries as registry
from qabyldau.registry.notices import heading
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Due, Registration, due
from qabyldau.regulation.norms.intake import Channel, RegistrationDay, Why
from qabyldau.regulation.norms.intake import Talon as TalonNorm
from qabyldau.regulation.words import Language, Words
from qabyldau.signatures import queries as signatures
from qabyldau.signatures.kinds import Paper
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal

SYSTEM = "Qabyldau"
SYSTEM_POSITION = Words(kk="ақпараттық жүйе", ru="информационная система")


@dataclass(frozen=True, slots=True)
class Talon:
    """A registered appeal with all that its talon says."""

    office: Office
    appeal: Appeal
    secret: str
    answer: Due
    why: Why
    journal_seq: int
    journal_hash: str

    @property
    def citation(self) -> Citation:
        """The clause that orders the talon."""
        return self.appeal.edition.cite(TalonNorm)

    @property
    def carried_under(self) -> Citation | None:
        """The clause that carried the registration to a later day; None: it is the day of receipt."""
        return None if self.why is Why.SAME_DAY else self.appeal.edition.cite(RegistrationDay)

    @property
    def channel(self) -> Words:
        return Channel(self.appeal.channel).words

    @property
    def signed_by(self) -> str:
        """Whose digital signature stands under the request; empty: none does."""
        row = signatures.about(self.office.pk, self.appeal.key).filter(paper=Paper.STATEMENT).first()
        return " · ".join(filter(None, (row.signer_name, row.organisation))) if row else ""

    @property
    def track_url(self) -> str:
        return f"{settings.PUBLIC_URL}/{self.appeal.language}/track/"

    def local(self, moment: datetime) -> datetime:
        return timezone.localtime(moment, ZoneInfo(self.office.zone))


def own(office: Office, appeal_id: int, secret: str) -> Talon:
    """The talon of somebody who has just registered, or has shown the number and the code."""
    seen = registry.visible_to(Actor.applicant(office.pk, appeal_id))
    return of(office, seen.select_related("office").get(pk=appeal_id), secret)


def of(office: Office, appeal: Appeal, secret: str) -> Talon:
    first = journal.about(office.pk, appeal.key).filter(action="register").get()
    calendar = worktime.calendar()
    answer = due(AnswerDeadline, appeal.registered_on, appeal.edition, calendar)
    why = Why(first.facts["why"])
    return Talon(office, appeal, secret, answer, why, journal_seq=first.seq, journal_hash=first.hash)


def sms(talon: Talon, language: Language) -> str:
    """The short text that went to the applicant's phone."""
    about = heading(talon.appeal, talon.office, talon.appeal.edition.cite(Registration))
    told = Registered(respond_by=talon.answer, secret=talon.secret)
    day = talon.local(talon.appeal.registered_at).date()
    template = choosing.template(talon.office, Notice.REGISTERED, language, day)
    return letters.render(Notice.REGISTERED, language, about, told, template).sms


def facts(talon: Talon) -> TalonFacts:
    """What the paper is printed from."""
    appeal, office = talon.appeal, talon.office
    staffed = bool(appeal.received_by)
    position = Words(kk=appeal.received_position, ru=appeal.received_position)
    return TalonFacts(
        office=office.name,
        office_address=office.address,
        office_phone=office.phone,
        number=appeal.number,
        received_at=talon.local(appeal.received_at),
        registered_at=talon.local(appeal.registered_at),
        channel=talon.channel,
        received_by=appeal.received_by if staffed else SYSTEM,
        received_by_position=position if staffed else SYSTEM_POSITION,
        respond_by=talon.answer,
        citation=talon.citation,
        secret=talon.secret,
        track_url=talon.track_url,
        journal_seq=talon.journal_seq,
        journal_hash=talon.journal_hash,
        carried_under=talon.carried_under,
        signed_by=talon.signed_by,
    )
