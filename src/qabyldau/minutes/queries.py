"""Reads: the minutes of a day with their answers, instructions and addenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau.control import queries as control
from qabyldau.minutes.models import Addendum, Minutes, Result

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.control.models import Instruction
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay


@dataclass(frozen=True, slots=True)
class Written:
    """All that stands in the minutes of a day so far."""

    minutes: Minutes
    results: tuple[Result, ...]
    instructions: tuple[Instruction, ...]
    addenda: tuple[Addendum, ...]


def of_day(day: ReceptionDay) -> Minutes | None:
    return Minutes.objects.filter(day=day).select_related("signed_by").first()


def of_office(office_id: int) -> QuerySet[Minutes]:
    """Newest day first."""
    rows = Minutes.objects.filter(office_id=office_id).select_related("day__official", "signed_by")
    return rows.order_by("-day__on", "-pk")


def written(minutes: Minutes) -> Written:
    return Written(
        minutes,
        tuple(minutes.results.select_related("appeal").order_by("pk")),
        tuple(control.given_in(minutes.office_id, minutes.key)),
        tuple(minutes.addenda.select_related("signed_by").order_by("place")),
    )


def result(appeal: Appeal) -> Result | None:
    """What was last answered to this person on the spot."""
    return Result.objects.filter(appeal=appeal).select_related("minutes").order_by("-pk").first()
