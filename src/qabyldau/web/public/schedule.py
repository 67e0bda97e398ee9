"""The published schedule: days and who receives, month by month; and what hung on an earlier day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

from qabyldau.people import queries as people
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import Publication
from qabyldau.schedule import queries, sheets
from qabyldau.web.public.chrome import show, today
from qabyldau.web.public.kept import kept

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.schedule.models import ReceptionDay, Version
    from qabyldau.schedule.sheets import Line


@dataclass(frozen=True, slots=True)
class Hung:
    """A version as it hung: its month stands in its first line."""

    version: Version
    lines: list[Line]


@kept
def schedule(request: HttpRequest, office: Office) -> HttpResponse:
    """All published days from today on; `?official=` narrows them to one person, `?on=` looks back."""
    day = today(office)
    typed = request.GET.get("on", "")
    on = _day(typed)
    if on and on < day:
        return _as_posted(request, office, on)
    chosen = request.GET.get("official", "")
    officials = list(people.officials(office.pk, day))
    days = queries.published(office.pk, since=day)
    if chosen in {str(one.pk) for one in officials}:
        days = days.filter(official_id=int(chosen))
    context = {
        "months": _months(list(days)),
        "officials": officials,
        "chosen": chosen,
        "citation": governing(office.code, day).edition.cite(Publication),
        "today": day,
        "fault": bool(typed) and on is None,
    }
    return show(request, "public/schedule.html", office, context)


def _day(typed: str) -> date | None:
    """None: nothing was asked, or it is no day."""
    try:
        return date.fromisoformat(typed.strip()) if typed else None
    except ValueError:
        return None


def _months(days: list[ReceptionDay]) -> list[tuple[ReceptionDay, list[ReceptionDay]]]:
    """Months with their days; the first day stands for its month."""
    grouped = (list(group) for _, group in groupby(days, key=lambda one: (one.on.year, one.on.month)))
    return [(group[0], group) for group in grouped]


def _as_posted(request: HttpRequest, office: Office, on: date) -> HttpResponse:
    """Word for word what hung in the public reception on that day."""
    hung = [Hung(one, sheets.read(one.sheet)) for one in queries.posted_on(office, on)]
    context = {
        "on": on,
        "hung": [one for one in hung if one.lines],
        "today": today(office),
        "citation": governing(office.code, max(on, today(office))).edition.cite(Publication),
    }
    return show(request, "public/posted.html", office, context)
