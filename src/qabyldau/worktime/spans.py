"""A stretch of days in an office, and the moments at which it begins and ends there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from qabyldau.people.models import Office


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` up to and without `until`; `begins` and `ends` are its midnights where the office is."""

    office_id: int
    since: date
    until: date
    begins: datetime
    ends: datetime


def span(office: Office, since: date, until: date) -> Span:
    zone = ZoneInfo(office.zone)
    midnights = [datetime.combine(day, time.min, zone) for day in (since, until)]
    return Span(office.pk, since, until, *midnights)
