"""Periods of the report: which one a day belongs to, which are over, what is owed and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from qabyldau.people import settings
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.control import QuarterlyReport
from qabyldau.regulation.words import Words
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.regulation.edition import Edition

A_DAY = timedelta(days=1)
QUARTER = 3
TITLES = {
    QUARTER: Words(kk="{year} жылғы {number}-тоқсан", ru="{number} квартал {year} года"),
    0: Words(kk="{since} – {until}", ru="{since} – {until}"),
}


@dataclass(frozen=True, slots=True)
class Quarter:
    """A period of the report; `until` is the first day after it."""

    since: date
    until: date
    law: Edition

    @property
    def title(self) -> Words:
        months = self.law.get(QuarterlyReport).months
        number = (self.since.month - 1) // months + 1
        return TITLES[QUARTER if months == QUARTER else 0].fill(
            number=number, year=self.since.year, since=self.since, until=self.until - A_DAY
        )

    @property
    def code(self) -> str:
        """How the address of a page names it."""
        return self.since.isoformat()

    def is_over(self, today: date) -> bool:
        return self.until <= today


def of(office: Office, day: date) -> Quarter:
    """The period that holds this day, as the edition of the day counts periods."""
    law = governing(office.code, day).edition
    return Quarter(*law.get(QuarterlyReport).period(day), law)


def before(office: Office, quarter: Quarter) -> Quarter:
    return of(office, quarter.since - A_DAY)


def last_ones(office: Office, today: date, count: int) -> list[Quarter]:
    """The running period and those before it, the newest first."""
    found = [of(office, today)]
    while len(found) < count:
        found.append(before(office, found[-1]))
    return found


def due_on(office: Office, quarter: Quarter) -> date:
    """By when the office sends the report: the law names no day, so the office's own setting does."""
    return worktime.calendar().shift(quarter.until - A_DAY, settings.of(office.pk).report_days)
