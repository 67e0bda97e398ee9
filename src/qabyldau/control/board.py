"""The board of control: buckets by day, groups by executor, official, subject and kind of body, trends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth

from qabyldau.control.kinds import AT_WORK, ON_CONTROL, Stage
from qabyldau.control.models import Executor, Instruction

if TYPE_CHECKING:
    from django.db.models import QuerySet

MOST_GROUPS = 12


class Bucket(StrEnum):
    """Where an instruction stands on the board."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    WAITING = "waiting"
    FULFILLED = "fulfilled"


class Group(StrEnum):
    """By what the board is gone through."""

    EXECUTOR = "executor"
    OFFICIAL = "official"
    SUBJECT = "subject"
    KIND = "kind"


COLUMNS = {
    Group.EXECUTOR: "executors__body_id",
    Group.OFFICIAL: "given_by_id",
    Group.SUBJECT: "appeal__topic",
    Group.KIND: "executors__body__kind",
}
OF_A_BODY = frozenset({Group.EXECUTOR, Group.KIND})


@dataclass(frozen=True, slots=True)
class Counted:
    """How many instructions of a group are on control, and how many of them are late."""

    key: str
    count: int
    overdue: int


def narrowed(rows: QuerySet[Instruction], chosen: dict[Group, str]) -> QuerySet[Instruction]:
    """Only those of the chosen groups; of a body: where it leads."""
    for group, key in chosen.items():
        if group is Group.EXECUTOR:
            rows = rows.filter(pk__in=_led(body_id=key))
        elif group is Group.KIND:
            rows = rows.filter(pk__in=_led(body__kind=key))
        else:
            rows = rows.filter(**{COLUMNS[group]: key})
    return rows


def _led(**of: str) -> QuerySet[Executor, int]:
    return Executor.objects.filter(lead=True, **of).values_list("instruction_id", flat=True)


def in_bucket(rows: QuerySet[Instruction], bucket: str, today: date, soon: date) -> QuerySet[Instruction]:
    """What stands there, the nearest day first; all that is on control where no bucket is named."""
    at_work = Q(stage__in=AT_WORK)
    conditions = {
        Bucket.OVERDUE: at_work & Q(due_on__lt=today),
        Bucket.SOON: at_work & Q(due_on__gte=today, due_on__lte=soon),
        Bucket.LATER: at_work & Q(due_on__gt=soon),
        Bucket.WAITING: Q(stage=Stage.REPORTED),
        Bucket.FULFILLED: Q(stage=Stage.FULFILLED),
    }
    found = conditions[Bucket(bucket)] if bucket else Q(stage__in=ON_CONTROL)
    return rows.filter(found).order_by("due_on", "pk")


def groups(rows: QuerySet[Instruction], group: Group, today: date) -> list[Counted]:
    """The largest groups of what is on control, those with the most late ones first."""
    standing = rows.filter(stage__in=ON_CONTROL)
    if group in OF_A_BODY:
        standing = standing.filter(executors__lead=True)
    late = Q(stage__in=AT_WORK, due_on__lt=today)
    counted = standing.order_by().values(key=F(COLUMNS[group]))
    found = counted.annotate(count=Count("pk"), overdue=Count("pk", filter=late))
    ordered = found.order_by("-overdue", "-count", "key")[:MOST_GROUPS]
    return [Counted(str(row["key"]), row["count"], row["overdue"]) for row in ordered]


@dataclass(frozen=True, slots=True)
class Month:
    """How many instructions were given, carried out in time and late in a month."""

    first: date
    given: int = 0
    in_time: int = 0
    late: int = 0


def trend(rows: QuerySet[Instruction], since: date) -> list[Month]:
    """By the month of giving and of the report, from a day on; months without anything are left out."""
    given = _monthly(
        rows.filter(given_on__gte=since).exclude(stage__in=[Stage.DRAFT, Stage.DROPPED]), "given_on"
    )
    reported = rows.filter(reported_on__gte=since)
    in_time = _monthly(reported.filter(reported_on__lte=F("due_on")), "reported_on")
    late = _monthly(reported.filter(reported_on__gt=F("due_on")), "reported_on")
    months = sorted(given.keys() | in_time.keys() | late.keys())
    return [Month(one, given.get(one, 0), in_time.get(one, 0), late.get(one, 0)) for one in months]


def _monthly(rows: QuerySet[Instruction], column: str) -> dict[date, int]:
    counted = rows.order_by().annotate(month=TruncMonth(column)).values("month").annotate(count=Count("pk"))
    return {row["month"]: row["count"] for row in counted}
