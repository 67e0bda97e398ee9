"""The office beside each paragraph today, and what stands behind one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from qabyldau.regulation.editions import governing
from qabyldau.regulation.explain import explain
from qabyldau.reporting import compliance, quarters
from qabyldau.reporting.compliance import Line, Stand
from qabyldau.reporting.figures import Row
from qabyldau.reporting.watches import Seen, Today, Watch
from qabyldau.web.components import Shape, Tile
from qabyldau.web.staff.page import StaffRequest, language, now, office_of, show, today
from qabyldau.worktime import queries as worktime

STANDS: Mapping[Stand, str | Promise] = {
    Stand.BREACHED: pgettext_lazy("paragraph", "breached"),
    Stand.AT_RISK: pgettext_lazy("paragraph", "at risk"),
    Stand.KEPT: pgettext_lazy("paragraph", "kept"),
    Stand.UNWATCHED: pgettext_lazy("paragraph", "no term to watch"),
    Stand.STRUCK_OUT: pgettext_lazy("paragraph", "struck out"),
}
SHAPES: Mapping[Stand, Shape] = {
    Stand.BREACHED: Shape.LATE,
    Stand.AT_RISK: Shape.SOON,
    Stand.KEPT: Shape.FINE,
    Stand.UNWATCHED: Shape.STILL,
    Stand.STRUCK_OUT: Shape.STILL,
}
COUNTED = (Stand.BREACHED, Stand.AT_RISK, Stand.KEPT)
WHERE = {
    "appeal": "staff:appeal",
    "day": "staff:days_readiness",
    "report": "staff:reports_quarter",
    "month": "staff:planning",
    "refusal": "staff:refusals",
}
ALONE = frozenset({"month", "refusal"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as the page lists it."""

    line: Line
    stand: str | Promise
    shape: Shape
    watched: tuple[tuple[str, int, int], ...]
    url: str


def _today(request: StaffRequest) -> Today:
    office = office_of(request)
    return Today(office, today(office), now(), worktime.calendar())


@require_safe
def compliance_page(request: StaffRequest) -> HttpResponse:
    asked = _today(request)
    lines = compliance.lines(asked)
    chosen = request.GET.get("stand", "")
    rows = [_shown(one, asked) for one in lines if not chosen or one.stand == chosen]
    counts = {stand: sum(one.stand is stand for one in lines) for stand in COUNTED}
    tiles = [
        Tile(str(count), str(STANDS[stand]), SHAPES[stand], f"?stand={stand}", chosen == stand)
        for stand, count in counts.items()
    ]
    proved = sum(bool(one.tests) for one in lines)
    context = {"rows": rows, "tiles": tiles, "chosen": chosen, "proved": proved, "on": asked.on}
    return show(request, "reporting/compliance.html", context)


def _shown(line: Line, asked: Today) -> Shown:
    own = line.clause.edition == governing(asked.office.code, asked.on).edition.code
    return Shown(
        line=line,
        stand=STANDS[line.stand],
        shape=SHAPES[line.stand],
        watched=tuple((watch.name[language()], seen.late, seen.near) for watch, seen in line.seen),
        url=reverse("staff:compliance_clause", args=[line.clause.number]) if own else "",
    )


@require_safe
def clause(request: StaffRequest, number: str) -> HttpResponse:
    asked = _today(request)
    line = compliance.line(asked, number)
    if line is None:
        raise Http404
    law = governing(asked.office.code, asked.on).edition
    quarter = quarters.of(asked.office, asked.on)
    context: dict[str, object] = {
        "line": line,
        "stand": STANDS[line.stand],
        "shape": SHAPES[line.stand],
        "watches": [_watched(*pair) for pair in line.seen],
        "explained": explain(law, number),
        "quarter": quarter,
        "key": f"{line.clause.unit} {line.clause.number}",
    }
    return show(request, "reporting/clause.html", context)


def _watched(watch: Watch, seen: Seen) -> tuple[str, int, int, list[tuple[str, str, Row]]]:
    rows = [(row.name[language()], _url(row), row) for row in seen.rows]
    return watch.name[language()], seen.late, seen.near, rows


def _url(row: Row) -> str:
    kind, _, pk = row.about.partition(":")
    return reverse(WHERE[kind], args=[] if kind in ALONE else [pk])
