"""An official cannot receive: the fact with its clause, and one confirmation for everybody it touches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people import queries as people
from qabyldau.people.actor import Actor, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.deadlines import AbsenceNotice
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import queries
from qabyldau.replanning.actions.applying import apply
from qabyldau.replanning.kinds import Cause
from qabyldau.replanning.models import Absence, AbsentDay
from qabyldau.replanning.options import Option, affected, options
from qabyldau.review.kinds import Why
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries as days
from qabyldau.schedule.hours_of import standing_days
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.schedule.models import ReceptionDay


@dataclass(frozen=True, slots=True)
class Told:
    """What was said: who cannot receive, on which days, why; by whom and when it was said."""

    official_id: int
    since: date
    until: date
    cause: Cause
    told_by: str
    told_at: datetime
    remark: str = ""


@transaction.atomic
def tell_absence(office: Office, told: Told, *, by: Actor, at: datetime) -> Absence:
    """A fact is recorded whenever it was told; what falls short of the clause is flagged, day by day."""
    _may_tell(by, told.official_id, office.pk)
    official = people.official(office.pk, told.official_id)
    law = governing(office.code, at.date()).edition
    if told.until < told.since or told.told_at > at:
        raise UnlawfulError("absence_backwards", law.cite(AbsenceNotice))
    row = Absence.objects.create(
        office=office,
        official=official,
        since=told.since,
        until=told.until,
        cause=told.cause,
        remark=told.remark,
        told_by=told.told_by,
        told_at=told.told_at,
        recorded_at=at,
        by_user_id=by.user_id,
    )
    touched = [_touch(row, day) for day in _days(office, told, at)]
    late = [one.day_id for one in touched if not one.timely]
    facts = {"official": official.pk, "since": told.since.isoformat(), "until": told.until.isoformat()}
    said = {**facts, "cause": str(told.cause), "days": [one.day_id for one in touched], "late": late}
    journal.write("tell_absence", about=row.key, by=by, at=at, citation=law.cite(AbsenceNotice), facts=said)
    return row


def _may_tell(by: Actor, official_id: int, office_id: int) -> None:
    """Somebody who replans, of anybody; an official, of themselves."""
    require(by, Right.TELL_ABSENCE, office_id)
    if not by.may(Right.REPLAN) and by.official_id != official_id:
        raise PermissionDeniedError(Right.TELL_ABSENCE)


def _days(office: Office, told: Told, at: datetime) -> list[ReceptionDay]:
    """Published days to come that no earlier notice has touched."""
    since = max(told.since, local_day(office, at))
    there = standing_days(office.pk, since, told.until).filter(
        official_id=told.official_id, published_at__isnull=False
    )
    taken = set(queries.open_absent_days(office.pk).values_list("day_id", flat=True))
    return [day for day in there if day.pk not in taken]


def _touch(row: Absence, day: ReceptionDay) -> AbsentDay:
    """No hour of the day is given to anybody until it is said what becomes of it."""
    law = governing(day.office.code, day.on).edition
    told_on = local_day(day.office, row.told_at)
    timely = law.get(AbsenceNotice).timely(told_on, day.on, worktime.calendar())
    schedule.close_hours(day.pk)
    return AbsentDay.objects.create(
        absence=row, day=day, timely=timely, citation=law.cite(AbsenceNotice).as_row()
    )


@transaction.atomic
def withdraw_absence(absence_id: int, *, by: Actor, at: datetime) -> Absence:
    """The official can receive after all: days of which nothing was decided are as they were."""
    row = Absence.objects.select_for_update(of=("self",)).select_related("office").get(pk=absence_id)
    _may_tell(by, row.official_id, row.office_id)
    law = governing(row.office.code, row.since).edition
    if row.withdrawn_at is not None:
        raise UnlawfulError("absence_over", law.cite(AbsenceNotice))
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    unsettled = AbsentDay.objects.filter(absence=row, settled_at=None)
    for one in unsettled:
        schedule.open_hours(one.day_id)
    unsettled.delete()
    journal.write("withdraw_absence", about=row.key, by=by, at=at, citation=law.cite(AbsenceNotice))
    return row


@transaction.atomic
def replan_day(day_id: int, *, key: str, seen: str, asked: Asked) -> Option:
    """Do what was shown and confirmed: hours, letters, the posted schedule at once. `seen`: its digest."""
    day = days.day_for_update(day_id)
    require(asked.by, Right.REPLAN, day.office_id)
    law = governing(day.office.code, day.on).edition
    absent = AbsentDay.objects.select_for_update().filter(day=day, settled_at=None).first()
    if absent is None:
        raise UnlawfulError("nothing_to_replan", law.cite(AbsenceNotice), day=day.on)
    found = affected(day)
    chosen = next((one for one in options(found, asked.at) if one.key == key), None)
    if chosen is None or chosen.digest != seen:
        raise UnlawfulError("plan_has_changed", law.cite(AbsenceNotice), day=day.on)
    absent.settled_at, absent.settled_by = asked.at, chosen.kind
    absent.save(update_fields=["settled_at", "settled_by"])
    schedule.open_hours(day.pk)
    apply(found, chosen, Why.ABSENCE, asked)
    facts = {
        "option": chosen.key,
        "moved": [one.appeal.pk for one in chosen.moved],
        "left": [one.appeal.pk for one in chosen.left],
        "timely": absent.timely,
    }
    citation = law.cite(AbsenceNotice)
    journal.write("replan_day", about=day.key, by=asked.by, at=asked.at, citation=citation, facts=dict(facts))
    return chosen
