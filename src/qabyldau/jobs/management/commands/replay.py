"""`qabyldau replay 2026-03-19`: whom the desk called, beside the order that the journal alone gives."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from django.core.management.base import BaseCommand, CommandError, CommandParser

from qabyldau.journal import queries as journal
from qabyldau.people import queries as people
from qabyldau.reception import queries
from qabyldau.regulation.desk import Replayed
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay


class Command(BaseCommand):
    """Ends with 0 only if the journal holds and every call of the day was lawful. Names nobody."""

    help = "Print the calls of a day beside the order that the journal alone gives, and prove each."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("day", type=date.fromisoformat, help="2026-03-19")
        parser.add_argument("--office", help="code of one office; otherwise all")

    def handle(self, *_args: object, **options: object) -> None:
        offices = [one for one in people.all_offices() if options["office"] in {None, one.code}]
        day = options["day"]
        if not offices or not isinstance(day, date):
            raise CommandError(f"There is no office {options['office'] or 'in this database'}.")
        proved = [self._office(office.pk, office.code, day) for office in offices]
        if not all(proved):
            sys.exit(1)

    def _office(self, office_id: int, code: str, on: date) -> bool:
        found = journal.verified(office_id)
        if not found.sound:
            self.stdout.write(f"{code}: link {found.broken_at} does not hold: {found.reason}")
        days = list(schedule.held_on(office_id, on))
        if not days:
            self.stdout.write(f"{code}: nobody receives on {on}")
        lawful = [self._day(code, day) for day in days]
        return found.sound and all(lawful)

    def _day(self, code: str, day: ReceptionDay) -> bool:
        tickets = {visit.pk: visit.ticket for visit in queries.visits(day)}
        calls = queries.replayed(day)
        self.stdout.write(f"{code}: day {day.pk}, {len(calls)} calls of {len(tickets)} visits")
        for one in calls:
            self.stdout.write(f"  {_line(one, tickets)}")
        unlawful = sum(not one.lawful for one in calls)
        self.stdout.write(f"  {'every call was lawful' if not unlawful else f'{unlawful} calls were not'}")
        return not unlawful


def _line(one: Replayed, tickets: dict[int, int]) -> str:
    called = f"link {one.happened.seq}: № {tickets[one.happened.visit]} called"
    if one.in_order:
        return f"{called}, first in the order"
    first = f"first was № {tickets[one.expected]}" if one.expected else "nobody waited"
    return f"{called}, {first}; {'a reason is kept' if one.happened.motive else 'NO REASON IS KEPT'}"
