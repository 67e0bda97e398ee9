"""Dense numbers of papers: one counter for an index and year, written in the office's own form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection

from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.papers.models import Counter, Rule

if TYPE_CHECKING:
    from qabyldau.people.models import Office

FORM = "{index}-{counter}/{year}"


@dataclass(frozen=True, slots=True)
class Number:
    index: str
    year: int
    counter: int
    text: str


def rule(office_id: int, kind: PaperKind) -> tuple[str, str]:
    """Index and form in force for a kind; until the office enters its own, ours."""
    found = Rule.objects.filter(office_id=office_id, kind=kind).order_by("-pk").first()
    return (found.index, found.form) if found else (KINDS[kind].index, FORM)


def take(office: Office, kind: PaperKind, day: date) -> Number:
    """The next number. Kinds with one index share a counter. Locks its row until commit."""
    index, form = rule(office.pk, kind)
    counter = _next(office.pk, index, day.year)
    text = form.format(index=index, counter=counter, year=day.year, prefix=office.prefix)
    return Number(index, day.year, counter, text)


def _next(office_id: int, index: str, year: int) -> int:
    table = Counter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO {table} (office_id, "index", year, value) VALUES (%s, %s, %s, 1) '  # noqa: S608
            f'ON CONFLICT (office_id, "index", year) DO UPDATE SET value = {table}.value + 1 RETURNING value',
            [office_id, index, year],
        )
        return int(cursor.fetchone()[0])
