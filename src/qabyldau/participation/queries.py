"""Reads: who is invited to a day and what they said, what is owed because of it, and the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, QuerySet

from qabyldau.bodies import queries as bodies
from qabyldau.participation.kinds import Answer, CentralAnswer
from qabyldau.participation.models import (
    CentralRequest,
    Interpreter,
    Invitation,
    RefusalReport,
    RegimeApproval,
    Reply,
    TreatyNote,
)
from qabyldau.people import queries as people
from qabyldau.people.kinds import ApplicantKind
from qabyldau.registry import queries as registry
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions import by_code, governing
from qabyldau.regulation.norms.deadlines import Due, due
from qabyldau.regulation.norms.deadlines import RefusalReport as ReportTerm
from qabyldau.regulation.norms.reception import Citizenship, InvitedBodies, InvitedBody, SecrecyRegime
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay

CITIZENSHIPS = {
    ApplicantKind.FOREIGNER: Citizenship.FOREIGNER,
    ApplicantKind.STATELESS: Citizenship.STATELESS,
}


def law_of(day: ReceptionDay) -> Edition:
    return governing(day.office.code, day.on).edition


def is_akims(day: ReceptionDay) -> bool:
    """A reception of the akim's own, not of a deputy's."""
    first = day.official.rank == Rank.AKIM_AND_DEPUTIES
    return first and not people.is_deputy(day.official, day.on)


def required(day: ReceptionDay) -> tuple[InvitedBody, ...]:
    """Bodies that the law wants at this reception; none before the law named them."""
    law = law_of(day)
    return law.get(InvitedBodies).required(akims=is_akims(day)) if law.has(InvitedBodies) else ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at the table: a body that must come or was asked. None: not in the register, or not asked."""

    named: InvitedBody | None
    body: Body | None
    invitation: Invitation | None

    @property
    def is_required(self) -> bool:
        return self.named is not None

    @property
    def answer(self) -> Answer:
        return Answer(self.invitation.answer) if self.invitation else Answer.SILENT

    @property
    def is_filled(self) -> bool:
        return self.answer is Answer.CONFIRMED


def seats(day: ReceptionDay) -> list[Seat]:
    """Those whom the law wants first, in its order; then those the office asked besides."""
    invited = {one.body_id: one for one in invitations(day)}
    known = bodies.coded(day.office_id, day.on, [one.code for one in required(day)])
    wanted = [Seat(one, known.get(one.code), None) for one in required(day)]
    placed = [
        Seat(one.named, one.body, invited.pop(one.body.pk, None) if one.body else None) for one in wanted
    ]
    return placed + [Seat(None, one.body, one) for one in invited.values()]


def missing(day: ReceptionDay) -> tuple[InvitedBody, ...]:
    """Required bodies of whom nobody has confirmed."""
    law = law_of(day)
    if not (law.has(InvitedBodies) and is_akims(day)):
        return ()
    confirmed = [one.body.code for one in invitations(day) if one.answer == Answer.CONFIRMED]
    return law.get(InvitedBodies).missing(confirmed)


def invitations(day: ReceptionDay) -> list[Invitation]:
    """Those not recalled, with bodies, replies and presence."""
    return list(_whole(Invitation.objects.filter(day=day, recalled_at=None)).order_by("pk"))


def _whole(rows: QuerySet[Invitation]) -> QuerySet[Invitation]:
    replies = Prefetch("replies", Reply.objects.order_by("pk"))
    there = rows.select_related("body", "day", "day__official", "day__office", "presence", "paper")
    return there.prefetch_related(replies, "matters__appeal")


def of_office(office_id: int) -> QuerySet[Invitation]:
    return _whole(Invitation.objects.filter(office_id=office_id))


def of_bodies(office_id: int, there: Iterable[Body]) -> QuerySet[Invitation]:
    """What these bodies were asked to, the nearest day first."""
    rows = Invitation.objects.filter(office_id=office_id, body__in=[one.pk for one in there])
    return _whole(rows).order_by("-day__on", "-pk")


def last_reply(invitation: Invitation) -> Reply | None:
    """The one that counts; reads what was prefetched."""
    replies = list(invitation.replies.all())
    return replies[-1] if replies else None


def may_be_told(actor: Actor, day: ReceptionDay) -> list[Appeal]:
    """Appeals that this official receives on that day, or that wait for an hour with them."""
    mine = registry.visible_to(actor).filter(official_id=day.official_id)
    on_the_day = Q(reception_at__date=day.on)
    waiting = Q(reception_at=None, state="approved")
    return list(mine.filter(on_the_day | waiting).order_by("reception_at", "pk"))


def silent(office_id: int, since: date, until: date) -> QuerySet[Invitation]:
    """Invitations without an answer to days between the two."""
    rows = Invitation.objects.filter(
        office_id=office_id, answer=Answer.SILENT, recalled_at=None, day__on__range=(since, until)
    )
    return _whole(rows).order_by("day__on", "pk")


def unready_days(office_id: int, since: date, until: date) -> list[ReceptionDay]:
    """The akim's published days between the two at which a required body is still missing."""
    days = schedule.published(office_id, since=since).filter(on__lte=until).select_related("office")
    return [day for day in days if missing(day)]


# --- refusals (reported to the President's Administration) ------------------------------------------


def refusals(office_id: int) -> QuerySet[RefusalReport]:
    rows = RefusalReport.objects.filter(office_id=office_id)
    return rows.select_related("body", "invitation__day__official", "request__appeal", "paper", "office")


def owed_refusals(office_id: int) -> QuerySet[RefusalReport]:
    """Refusals not reported yet, the most urgent first."""
    return refusals(office_id).filter(sent_on=None, taken_back_at=None).order_by("due_on", "pk")


def report_due(row: RefusalReport, calendar: WorkingCalendar) -> Due:
    """The term counted again, for its arithmetic."""
    return due(ReportTerm, row.refused_on, by_code(row.edition_code), calendar)


# --- central bodies ----------------------------------------------------------------------------------


def central(appeal: Appeal) -> list[CentralRequest]:
    return list(CentralRequest.objects.filter(appeal=appeal).select_related("body", "paper").order_by("pk"))


def central_of_office(office_id: int) -> QuerySet[CentralRequest]:
    rows = CentralRequest.objects.filter(appeal__office_id=office_id)
    return rows.select_related("body", "appeal", "appeal__office").order_by("-pk")


def untold(appeal: Appeal) -> list[CentralRequest]:
    """Requests of which the applicant was not told yet."""
    return [one for one in central(appeal) if one.told_on is None]


def unanswered(appeal: Appeal) -> list[CentralRequest]:
    return [one for one in central(appeal) if one.answer == CentralAnswer.WAITING]


# --- foreigners --------------------------------------------------------------------------------------


def citizenship(appeal: Appeal) -> Citizenship:
    return CITIZENSHIPS.get(ApplicantKind(appeal.applicant.kind), Citizenship.CITIZEN)


def regime(appeal: Appeal) -> RegimeApproval | None:
    return RegimeApproval.objects.filter(appeal=appeal).order_by("-pk").first()


def regime_lacking(appeal: Appeal) -> str | None:
    """The code of what keeps a foreigner's reception from starting; None: nothing does."""
    stands = citizenship(appeal)
    if stands is Citizenship.CITIZEN or not appeal.edition.has(SecrecyRegime):
        return None
    return appeal.edition.get(SecrecyRegime).lacking(stands, approved=regime(appeal) is not None)


def interpreter(appeal: Appeal) -> Interpreter | None:
    return Interpreter.objects.filter(appeal=appeal).order_by("-pk").first()


def treaty_note(appeal: Appeal) -> TreatyNote | None:
    return TreatyNote.objects.filter(appeal=appeal).order_by("-pk").first()
