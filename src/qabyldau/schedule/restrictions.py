"""Restrictive measures: declared by an act for some days, inside which people are received by video alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms import reception as law_of_the_day
from qabyldau.regulation.norms.reception import Mode, VideoOnly
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.models import Restriction

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.people.models import Office


@dataclass(frozen=True, slots=True)
class Declared:
    """The act that declares it, and its days; `until` None: until it is lifted."""

    act_number: str
    act_date: date
    since: date
    until: date | None = None


def covering(office_id: int, day: date) -> Restriction | None:
    """The restriction under which this day falls; the latest of several."""
    there = Restriction.objects.filter(office_id=office_id, since__lte=day)
    return there.filter(Q(until=None) | Q(until__gte=day)).order_by("-pk").first()


def of_office(office_id: int) -> list[Restriction]:
    """Every restriction of an office, the latest first."""
    return list(Restriction.objects.filter(office_id=office_id).order_by("-pk"))


def restriction(office_id: int, restriction_id: int) -> Restriction:
    return Restriction.objects.select_related("office").get(office_id=office_id, pk=restriction_id)


def as_law_sees(office_id: int, day: date) -> list[law_of_the_day.Restriction]:
    found = covering(office_id, day)
    return [law_of_the_day.Restriction(found.since, found.until)] if found else []


def check_mode(office: Office, mode: Mode, day: date) -> bool:
    """Whether a restriction covers the day; a reception in person inside one is refused."""
    law, restricted = governing(office.code, day).edition, as_law_sees(office.pk, day)
    if code := law.get(VideoOnly).objection(mode, day, restricted):
        raise UnlawfulError(code, law.cite(VideoOnly), day=day)
    return bool(restricted)


def declare(office: Office, declared: Declared, *, by: Actor, at: datetime) -> Restriction:
    """Record the act; what stands inside it is turned by whoever declares (`replanning.actions`)."""
    require(by, Right.DECLARE_RESTRICTION, office.pk)
    law = governing(office.code, declared.since).edition
    if declared.until is not None and declared.until < declared.since:
        raise UnlawfulError("restriction_backwards", law.cite(VideoOnly))
    row = Restriction.objects.create(
        office=office,
        act_number=declared.act_number,
        act_date=declared.act_date,
        since=declared.since,
        until=declared.until,
        declared_at=at,
        by_user_id=by.user_id,
    )
    facts = {"since": declared.since.isoformat(), "until": declared.until and declared.until.isoformat()}
    citation = law.cite(VideoOnly)
    journal.write("declare_restriction", about=row.key, by=by, at=at, citation=citation, facts={**facts})
    return row


def lift(restriction_id: int, *, last_day: date, by: Actor, at: datetime) -> Restriction:
    """From the day after `last_day` it restricts no more; nothing that it turned comes back by itself."""
    row = Restriction.objects.select_for_update(of=("self",)).select_related("office").get(pk=restriction_id)
    require(by, Right.DECLARE_RESTRICTION, row.office_id)
    law = governing(row.office.code, row.since).edition
    if row.lifted_at is not None or (row.until is not None and row.until <= last_day):
        raise UnlawfulError("restriction_over", law.cite(VideoOnly))
    row.until, row.lifted_at = max(last_day, row.since - timedelta(days=1)), at
    row.save(update_fields=["until", "lifted_at"])
    facts = {"until": row.until.isoformat()}
    citation = law.cite(VideoOnly)
    journal.write("lift_restriction", about=row.key, by=by, at=at, citation=citation, facts={**facts})
    return row
