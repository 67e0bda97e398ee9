"""The akim's page: today, this month, what is late and whose, how it goes; every figure opens its rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from qabyldau.bodies import queries as bodies
from qabyldau.control import queries
from qabyldau.control.board import Bucket, Group, Month, groups, trend
from qabyldau.control.kinds import Level
from qabyldau.documents import charts
from qabyldau.people import queries as people
from qabyldau.registry import queries as registry
from qabyldau.schedule import queries as schedule
from qabyldau.web.components import Shape, Tile
from qabyldau.web.staff.page import StaffRequest, language, now, office_of, show, today
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.control.models import Instruction
    from qabyldau.people.models import Office

MONTHS_SHOWN, SOON_WORKING_DAYS = 6, 3
MONTHS_A_YEAR = 12


@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    rows = queries.visible_to(request.actor, day)
    months = trend(rows, _since(day))
    context: dict[str, object] = {
        "today": day,
        "now": now(),
        "tiles": [*_orders(rows, day), *_appeals(request, day)],
        "receptions": schedule.days(office.pk).filter(on=day).select_related("official")[:20],
        "late_bodies": _late(
            rows, Group.EXECUTOR, day, {str(one.pk): one.name[language()] for one in bodies.every(office.pk)}
        ),
        "late_officials": _late(rows, Group.OFFICIAL, day, _officials(office)),
        "told": queries.escalated(office.pk, Level.AKIM).count(),
        "months": months,
        "chart": _chart(months),
    }
    return show(request, "control/overview.html", context)


def _since(day: date) -> date:
    """The first day of the month from which the trend is shown."""
    months = day.year * MONTHS_A_YEAR + day.month - MONTHS_SHOWN
    return date(months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1, 1)


def _officials(office: Office) -> dict[str, str]:
    return {str(one.pk): one.name[language()] for one in people.all_officials(office.pk)}


def _orders(rows: QuerySet[Instruction], day: date) -> list[Tile]:
    soon = worktime.calendar().shift(day, SOON_WORKING_DAYS)
    found, board = queries.pressure(rows, day, soon), reverse("staff:control")
    figures = [
        (Bucket.OVERDUE, found.overdue, pgettext("tile", "instructions overdue"), Shape.LATE),
        (Bucket.SOON, found.soon, pgettext("tile", "instructions due in 3 working days"), Shape.SOON),
        (Bucket.WAITING, found.waiting, pgettext("tile", "reports awaiting acceptance"), Shape.STILL),
    ]
    return [
        Tile(str(count), words, shape, f"{board}?bucket={bucket}") for bucket, count, words, shape in figures
    ]


def _appeals(request: StaffRequest, day: date) -> list[Tile]:
    found = registry.pressure(registry.visible_to(request.actor), day, worktime.calendar())
    home = reverse("staff:home")
    figures = [
        ("late", found.late, pgettext("tile", "answers to applicants overdue"), Shape.LATE),
        ("today", found.today, pgettext("tile", "answers due today"), Shape.SOON),
    ]
    return [
        Tile(str(count), words, shape, f"{home}?scope=open&due={due}") for due, count, words, shape in figures
    ]


def _late(
    rows: QuerySet[Instruction], group: Group, day: date, names: dict[str, str]
) -> list[tuple[str, int, int, str]]:
    """Whose it is: name, how many late, how many on control, and the address of the rows."""
    board = reverse("staff:control")
    return [
        (
            names.get(one.key, one.key),
            one.overdue,
            one.count,
            f"{board}?bucket={Bucket.OVERDUE}&{group}={one.key}",
        )
        for one in groups(rows, group, day)
        if one.overdue
    ]


def _chart(months: list[Month]) -> SafeString:
    series = [
        charts.Series(pgettext("trend", "carried out in time"), [one.in_time for one in months], "solid"),
        charts.Series(pgettext("trend", "carried out late"), [one.late for one in months], "hatched"),
    ]
    names = [f"{one.first:%m.%Y}" for one in months]
    drawn = charts.columns(pgettext("trend", "Instructions by month"), names, series, "months")
    return mark_safe(drawn)  # noqa: S308  # drawn by documents.charts, which escapes every word
