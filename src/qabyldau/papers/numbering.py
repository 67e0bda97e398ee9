"""Dense numbers of papers: one counter for an index and year, written in the office's own form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import connection, transaction

from qabyldau.journal import actions as journal
from qabyldau.papers.errors import NumberFormError
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.papers.models import Counter, Rule
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right

if TYPE_CHECKING:
    from qabyldau.people.models import Office

FORM = "{index}-{counter}/{year}"
FIELD = re.compile(r"\{(\w*)\}")
FIELDS = frozenset({"index", "counter", "year", "prefix"})
NEEDED = frozenset({"index", "counter"})
# Between the fields: signs of an official number, and something between index and counter.
AROUND = re.compile(r"[\w\s./№()-]*")
RUN_TOGETHER = re.compile(r"\}\{|\}\d|\d\{")
INDEX = re.compile(r"[\w./-]{1,20}")
LONGEST_FORM = 60


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


@transaction.atomic
def change(office: Office, kind: PaperKind, index: str, form: str, *, by: Actor, at: datetime) -> Rule:
    """From now on papers of this kind are numbered so. Numbers already given stay as they are."""
    require(by, Right.KEEP_NUMBERING, office.pk)
    _check(index, form)
    new = Rule.objects.create(office=office, kind=kind, index=index, form=form, by_user_id=by.user_id, at=at)
    facts: dict[str, object] = {"kind": str(kind), "index": index, "form": form}
    journal.write("change_numbering", about=f"office:{office.pk}", by=by, at=at, facts=facts)
    return new


def _check(index: str, form: str) -> None:
    named = FIELD.findall(form)
    sound = (
        INDEX.fullmatch(index)
        and len(form) <= LONGEST_FORM
        and set(named) <= FIELDS
        and set(named) >= NEEDED
        and len(named) == len(set(named))
        and AROUND.fullmatch(FIELD.sub("", form))
        and not RUN_TOGETHER.search(form)
    )
    if not sound:
        raise NumberFormError(form)


def rules(office_id: int, kind: PaperKind) -> list[Rule]:
    """Every rule of a kind, the latest first."""
    return list(Rule.objects.filter(office_id=office_id, kind=kind).order_by("-pk").select_related("by_user"))


def following(office: Office, kind: PaperKind, day: date) -> str:
    """The number that the next paper would take."""
    index, form = rule(office.pk, kind)
    last = Counter.objects.filter(office=office, index=index, year=day.year).first()
    counter = last.value + 1 if last else 1
    return form.format(index=index, counter=counter, year=day.year, prefix=office.prefix)


def take(office: Office, kind: PaperKind, day: date, count: int = 1) -> list[Number]:
    """The next numbers. Kinds with one index share a counter. Locks its row until commit."""
    index, form = rule(office.pk, kind)
    last = _advance(office.pk, index, day.year, count)
    return [
        Number(
            index,
            day.year,
            counter,
            form.format(index=index, counter=counter, year=day.year, prefix=office.prefix),
        )
        for counter in range(last - count + 1, last + 1)
    ]


def _advance(office_id: int, index: str, year: int, count: int) -> int:
    table = Counter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO {table} (office_id, "index", year, value) VALUES (%s, %s, %s, %s) '  # noqa: S608
            f'ON CONFLICT (office_id, "index", year) '
            f"DO UPDATE SET value = {table}.value + excluded.value RETURNING value",
            [office_id, index, year, count],
        )
        return int(cursor.fetchone()[0])
