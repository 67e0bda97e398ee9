"""Who was asked, came, declined, how often, in a period: for the page, the table and the quarterly report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.participation.kinds import Answer, CentralAnswer
from qabyldau.participation.models import CentralRequest, Invitation, RefusalReport

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body


@dataclass(frozen=True, slots=True)
class Row:
    """One body in a period, by the days of reception it was asked to. `absent`: known not to have come."""

    body: Body
    asked: int
    confirmed: int
    declined: int
    silent: int
    came: int
    absent: int
    substitutes: int


@dataclass(frozen=True, slots=True)
class Totals:
    """A period in numbers, all bodies together; central bodies by the day of the request."""

    asked: int
    came: int
    absent: int
    declined: int
    refusals: int
    late_reports: int
    central_asked: int
    central_agreed: int
    central_declined: int
    central_told_late: int


def of(office_id: int, since: date, until: date) -> list[Row]:
    """Bodies asked to days between the two, the most often asked first."""
    counts: dict[int, Counter[str]] = {}
    known: dict[int, Body] = {}
    for one in _invitations(office_id, since, until):
        known[one.body_id] = one.body
        counts.setdefault(one.body_id, Counter()).update(_marks(one))
    rows = [_row(known[body_id], found) for body_id, found in counts.items()]
    return sorted(rows, key=lambda row: (-row.asked, row.body.pk))


def _invitations(office_id: int, since: date, until: date) -> list[Invitation]:
    rows = Invitation.objects.filter(office_id=office_id, recalled_at=None, day__on__range=(since, until))
    return list(rows.select_related("body", "presence").prefetch_related("replies").order_by("pk"))


def _marks(one: Invitation) -> list[str]:
    presence = getattr(one, "presence", None)
    marks = ["asked", one.answer]
    if presence is not None:
        marks.append("came" if presence.came else "absent")
    names = [reply.name for reply in one.replies.all() if reply.answer == Answer.CONFIRMED]
    return marks + ["substituted"] * (len(set(names)) > 1)


def _row(body: Body, found: Counter[str]) -> Row:
    return Row(
        body=body,
        asked=found["asked"],
        confirmed=found[Answer.CONFIRMED],
        declined=found[Answer.DECLINED],
        silent=found[Answer.SILENT],
        came=found["came"],
        absent=found["absent"],
        substitutes=found["substituted"],
    )


def totals(office_id: int, since: date, until: date) -> Totals:
    rows = of(office_id, since, until)
    refused = RefusalReport.objects.filter(office_id=office_id, refused_on__range=(since, until))
    requests = CentralRequest.objects.filter(appeal__office_id=office_id, sent_on__range=(since, until))
    late = requests.filter(appeal__flags__code="central_notice_overdue").distinct()
    return Totals(
        asked=sum(row.asked for row in rows),
        came=sum(row.came for row in rows),
        absent=sum(row.absent for row in rows),
        declined=sum(row.declined for row in rows),
        refusals=refused.filter(taken_back_at=None).count(),
        late_reports=refused.filter(breached_on__isnull=False).count(),
        central_asked=requests.count(),
        central_agreed=requests.filter(answer=CentralAnswer.AGREED).count(),
        central_declined=requests.filter(answer=CentralAnswer.DECLINED).count(),
        central_told_late=late.count(),
    )
