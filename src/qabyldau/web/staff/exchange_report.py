"""The reconciliation with e-Otinish as a table that a spreadsheet opens as text, never as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import IO, TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext

from qabyldau.exchange.kinds import Decision

if TYPE_CHECKING:
    from qabyldau.exchange.models import Mismatch
    from qabyldau.exchange.queries import Duty
    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal

FORMULA = frozenset("=+-@|%\t\r\n;")
MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report."""

    what: str
    number: str
    ours: str
    theirs: str = ""
    holder: str = ""
    found_at: datetime | None = None
    decision: str = ""
    decided_at: datetime | None = None


def of_mismatches(rows: Iterable[Mismatch], words: Mapping[str, Promise]) -> list[Row]:
    decisions = {Decision.OURS: gettext("Ours is kept"), Decision.THEIRS: gettext("Theirs is taken")}
    return [
        Row(
            what=str(words[one.difference]),
            number=one.exchange.appeal.number if one.exchange else one.key,
            ours=one.ours,
            theirs=one.theirs,
            holder=one.holder.number if one.holder else "",
            found_at=one.found_at,
            decision=decisions[Decision(one.decision)] if one.decision else gettext("Not decided yet"),
            decided_at=one.decided_at,
        )
        for one in rows
    ]


def of_shared(appeals: Iterable[Appeal]) -> list[Row]:
    what = gettext("Several appeals have this number")
    return [Row(what, one.number, one.external_number) for one in appeals]


def of_duties(duties: Iterable[tuple[Duty, Promise]]) -> list[Row]:
    return [Row(str(words), duty.term.appeal.number, "") for duty, words in duties]


def write(rows: Iterable[Row], file: IO[str] | HttpResponse, office: Office) -> None:
    """Moments in the time of the office."""
    zone = ZoneInfo(office.zone)
    file.write(MARK)
    table = csv.writer(file)
    table.writerow(_head())
    for row in rows:
        table.writerow([_cell(value, zone) for value in astuple(row)])


def _head() -> list[str]:
    return [
        pgettext("report", "What"),
        gettext("Number"),
        gettext("Number kept here"),
        gettext("Number of the register"),
        gettext("Who has this number"),
        gettext("Found"),
        gettext("Decision"),
        gettext("Decided"),
    ]


def _cell(value: str | datetime | None, zone: ZoneInfo) -> str:
    if isinstance(value, datetime):
        return value.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    text = value or ""
    return f"'{text}" if text[:1] in FORMULA else text
