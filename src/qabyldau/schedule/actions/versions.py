"""The version of a month that is being worked on: there is at most one, and the database holds that."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from qabyldau.journal import actions as journal
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import ApprovedSchedule
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.kinds import Stage
from qabyldau.schedule.models import Version

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.people.models import Office


def opened(office: Office, day: date, *, by: Actor, at: datetime) -> Version:
    """The open version of the day's month, made if there is none; a checked one is a draft again."""
    month = day.replace(day=1)
    Version.objects.bulk_create([Version(office=office, month=month)], ignore_conflicts=True)
    found = locked(office.pk, month)
    if found.stage == Stage.APPROVED:
        law = governing(office.code, day).edition
        raise UnlawfulError("month_is_approved", law.cite(ApprovedSchedule), day=day)
    if found.stage == Stage.CHECKED:
        found.stage, found.problems = Stage.DRAFT, []
        found.save(update_fields=["stage", "problems"])
        journal.write("reopen_schedule", about=found.key, by=by, at=at)
    return found


def locked(office_id: int, month: date) -> Version:
    """The open version, locked; raises Version.DoesNotExist when nothing is being worked on."""
    there = Version.objects.select_for_update(of=("self",)).select_related("office")
    return there.exclude(stage=Stage.POSTED).get(office_id=office_id, month=month)
