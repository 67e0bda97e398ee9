"""How a stretch went: answers week by week, in time and late; how long an answer took, month by month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from qabyldau.registry import figures as registry

if TYPE_CHECKING:
    from qabyldau.worktime.spans import Span

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """Answers given in the week that begins on this day."""

    begins: date
    in_time: int
    late: int


@dataclass(frozen=True, slots=True)
class Month:
    """How many days from registration an answer took, on average, and of how many answers."""

    first: date
    days: float
    answers: int


def weeks(span: Span) -> list[Week]:
    """Every week of the stretch, also those without an answer."""
    answered: QuerySet[Any] = registry.answered(span).order_by()
    grouped = answered.values_list("met_on", "verdict").annotate(count=Count("pk"))
    found: Counter[tuple[date, str]] = Counter()
    for met_on, verdict, count in grouped:
        found[_monday(met_on), verdict] += count
    first, there = _monday(span.since), []
    while first < span.until:
        there.append(Week(first, found[first, registry.IN_TIME], found[first, registry.LATE]))
        first += WEEK
    return there


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def months(span: Span) -> list[Month]:
    """Those months of the stretch in which anything was answered."""
    grouped = registry.answered(span).order_by().values_list("event_on", "met_on").annotate(count=Count("pk"))
    days: Counter[date] = Counter()
    answers: Counter[date] = Counter()
    for event_on, met_on, count in grouped:
        first = met_on.replace(day=1)
        days[first] += (met_on - event_on).days * count
        answers[first] += count
    return [Month(first, round(days[first] / answers[first], 1), answers[first]) for first in sorted(answers)]
