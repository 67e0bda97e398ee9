"""Reads: items of an office, those published, what must be taken down, and who must not be named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qabyldau.minutes import queries as minutes
from qabyldau.press.kinds import Stage
from qabyldau.press.models import Consent, Item, TakeDown
from qabyldau.review import queries as review
from qabyldau.schedule import queries as schedule
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.schedule.models import ReceptionDay

WITHIN = 1


def items(office_id: int) -> QuerySet[Item]:
    return Item.objects.filter(office_id=office_id).select_related("office", "day__official", "day__office")


def published(office_id: int) -> QuerySet[Item]:
    """What stands on the public site, newest first."""
    return items(office_id).filter(stage=Stage.PUBLISHED).order_by("-published_at", "-pk")


def of_day(day: ReceptionDay) -> dict[str, Item]:
    return {one.kind: one for one in Item.objects.filter(day=day)}


def days(office_id: int, since: date, until: date) -> list[tuple[ReceptionDay, dict[str, Item]]]:
    """Published days between the two, soonest first, with what is written about each."""
    there = schedule.published(office_id, since=since).filter(on__lte=until)
    rows = list(there)
    found: dict[int, dict[str, Item]] = {row.pk: {} for row in rows}
    for one in items(office_id).filter(day__in=found):
        found[one.day_id][one.kind] = one
    return [(row, found[row.pk]) for row in rows]


def consents(item: Item) -> list[Consent]:
    return list(item.consents.all())


def requests(item: Item) -> list[TakeDown]:
    return list(item.requests.all())


def owed(office_id: int) -> QuerySet[TakeDown]:
    """Requests to take something down that still stands."""
    rows = TakeDown.objects.filter(item__office_id=office_id, done_at=None)
    return rows.select_related("item").order_by("due_on", "pk")


def take_down_by(asked_on: date) -> date:
    """A working day after the request: a promise of the office, not a term of the law."""
    return worktime.calendar().shift(asked_on, WITHIN)


def names(day: ReceptionDay) -> list[str]:
    """Everybody of the day who must not be named: applicants and who speaks for them."""
    people = [one.appeal for one in review.appointments(day)]
    people += [one.appeal for one in minutes.received(day)]
    return [name for one in people for name in (one.applicant_name, one.representative) if name]
