"""The analysis before a day of reception, for whoever receives."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from qabyldau.documents import charts
from qabyldau.reporting import pack
from qabyldau.reporting.figures import Part
from qabyldau.web.components import Shape, Tile
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, language, office_of, show, today


@require_safe
def analysis(request: StaffRequest, day_id: int) -> HttpResponse:
    day = seen_day(request, day_id)
    found = pack.of(day, today(office_of(request)))
    tiles = [
        Tile(str(found.people), gettext("people on this day")),
        Tile(str(found.out_of_turn), gettext("of them out of turn")),
        Tile(str(found.repeated), gettext("of them asked here before")),
        Tile(str(found.came), gettext("received in a year"), Shape.FINE),
        Tile(str(found.running), gettext("instructions are being carried out")),
        Tile(str(found.overdue), gettext("of them overdue"), Shape.LATE if found.overdue else None),
    ]
    blocks = [
        (gettext("What people come with"), found.topics),
        (gettext("What was received in a year"), found.past_topics),
        (gettext("How appeals were answered"), found.answers),
        (gettext("What the office is asked about this quarter"), found.trends),
    ]
    context = {
        "day": day,
        "pack": found,
        "tiles": tiles,
        "blocks": [(title, parts, _chart(title, parts)) for title, parts in blocks if parts],
    }
    return show(request, "reporting/analysis.html", context)


def _chart(title: str, parts: tuple[Part, ...]) -> SafeString:
    drawn = charts.bars(title, [(one.name[language()], one.count) for one in parts])
    return mark_safe(drawn)  # noqa: S308  # drawn by documents.charts, which escapes every word
