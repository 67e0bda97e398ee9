"""The first page: what must I do now, and what is late."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_safe

from qabyldau.competence import every_subject
from qabyldau.people.roles import Right
from qabyldau.registry import queries as registry
from qabyldau.registry.queries import Pressure
from qabyldau.regulation.lifecycle import State
from qabyldau.web.components import Shape, Tile
from qabyldau.web.labels import STATES, TOPICS
from qabyldau.web.staff import duties, worklist
from qabyldau.web.staff.counts import counts_of
from qabyldau.web.staff.page import PER_PAGE, READING, StaffRequest, language, now, office_of, show, today
from qabyldau.web.staff.words import CHANNEL_PAGES
from qabyldau.web.staff.worklist import ALL, MINE, OPEN, Filters
from qabyldau.worktime import queries as worktime


@require_safe
def home(request: StaffRequest) -> HttpResponse:
    """A worklist for who may read appeals; a word for roles whose work lies elsewhere."""
    waiting = duties.of(request.actor, office_of(request), counts_of(request))
    if not any(request.actor.may(right) for right in READING):
        return show(request, "elsewhere.html", {"duties": waiting})
    filters = Filters.read(request.GET, request.actor)
    return _listed(request, filters, {"heading": gettext("My work"), "duties": waiting})


@require_safe
def decisions(request: StaffRequest) -> HttpResponse:
    """Notes that wait for the head of the office."""
    asked = Filters.read(request.GET, request.actor)
    filters = Filters(OPEN, asked.due, State.DECISION, asked.topic, asked.channel)
    return _listed(request, filters, {"heading": gettext("Awaiting my decision"), "fixed_stage": True})


def _listed(request: StaffRequest, filters: Filters, context: dict[str, object]) -> HttpResponse:
    day, calendar = today(office_of(request)), worktime.calendar()
    rows = worklist.chosen(request.actor, filters)
    pressing = worklist.pressing(rows, filters.due, day, calendar)
    found, still = registry.pressure(rows, day, calendar), rows.filter(due_on=None).count()
    paginator = Paginator(registry.by_deadline(pressing), PER_PAGE)
    paginator.count = _counted(found, still, filters.due)
    page = paginator.get_page(request.GET.get("page"))
    context |= {
        "page": page,
        "rows": [worklist.row(appeal, day, calendar) for appeal in page],
        "tiles": _tiles(request, found, still),
        "filters": filters,
        "scopes": _scopes(request),
        "stages": STATES.items(),
        "topics": TOPICS.items(),
        "channels": CHANNEL_PAGES.items(),
        "subjects": _sections(),
        "now": now(),
        "may_register": request.actor.may(Right.REGISTER) or request.actor.may(Right.REGISTER_CALL),
    }
    return show(request, "home.html", context)


def _counted(found: Pressure, still: int, due: str) -> int:
    """How many rows the page turns over: the tiles have counted them already."""
    figures = {
        "late": found.late,
        "today": found.today,
        "soon": found.soon,
        "fine": found.fine,
        "still": still,
    }
    return figures.get(due, found.all + still)


def _tiles(request: StaffRequest, found: Pressure, still: int) -> list[Tile]:
    rows = [
        ("late", found.late, pgettext("tile", "overdue"), Shape.LATE),
        ("today", found.today, pgettext("tile", "due today"), Shape.SOON),
        ("soon", found.soon, pgettext("tile", "up to 3 working days left"), Shape.SOON),
        ("fine", found.fine, pgettext("tile", "in good time"), Shape.FINE),
        ("still", still, pgettext("tile", "answered, not closed"), Shape.STILL),
    ]
    chosen = request.GET.get("due", "")
    return [_tile(request, due, count, words, shape, chosen) for due, count, words, shape in rows]


def _tile(request: StaffRequest, due: str, count: int, words: str, shape: Shape, chosen: str) -> Tile:
    """Pressing the tile that is chosen takes its filter away."""
    query = request.GET.copy()
    query.pop("page", None)
    query["due"] = due
    if due == chosen:
        del query["due"]
    return Tile(str(count), words, shape, f"{request.path}?{query.urlencode()}", current=due == chosen)


def _sections() -> list[tuple[str, str]]:
    """The first level of the classifier; the filter takes all below it."""
    said = language()
    named = {one.code.partition(".")[0]: one.section[said] for one in every_subject()}
    return [(f"{code}.", words) for code, words in named.items()]


def _scopes(request: StaffRequest) -> list[tuple[str, str]]:
    every = [(OPEN, gettext("All in work")), (ALL, gettext("All, the finished too"))]
    mine = [(MINE, gettext("Awaiting me"))] if worklist.awaited_from(request.actor) else []
    return [*mine, *every]
