"""The board: all that is on control by its day, by executor, official, subject and kind of body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from qabyldau.bodies import queries as bodies
from qabyldau.control import actions, queries
from qabyldau.control.board import Bucket, Group, groups, in_bucket, narrowed
from qabyldau.people import queries as people
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked
from qabyldau.web.components import Shape, Tile
from qabyldau.web.control.rows import row
from qabyldau.web.control.words import KINDS
from qabyldau.web.labels import TOPICS
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, language, now, office_of, show, today
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from qabyldau.control.board import Counted
    from qabyldau.control.models import Instruction

SOON_WORKING_DAYS = 3
MOST_REMINDED = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A group on the board: pressing it shows its rows."""

    words: str
    count: int
    overdue: int
    url: str
    current: bool


@require_safe
def board(request: StaffRequest) -> HttpResponse:
    day, calendar = today(office_of(request)), worktime.calendar()
    soon = calendar.shift(day, SOON_WORKING_DAYS)
    rows = queries.visible_to(request.actor, day)
    names = _names(request)
    chosen = {group: request.GET[group] for group in Group if request.GET.get(group) in names[group]}
    standing = narrowed(rows, chosen)
    bucket = request.GET.get("bucket", "")
    bucket = bucket if bucket in tuple(Bucket) else ""
    by = request.GET.get("by", "")
    group = Group(by) if by in tuple(Group) else Group.EXECUTOR
    found = queries.whole(in_bucket(standing, bucket, day, soon))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, object] = {
        "page": page,
        "rows": [row(one, day, calendar) for one in page],
        "tiles": _tiles(request, standing, day, soon, bucket),
        "groups": _groups(request, standing, group, day, names),
        "by": [(one.value, GROUPS[one](), _url(request, by=one.value)) for one in Group],
        "group": group.value,
        "chosen": [(names[one][key], _url(request, **{one: ""})) for one, key in chosen.items()],
        "wishes": queries.open_wishes(rows)[:PER_PAGE],
        "checks": queries.open_checks(request.actor.office_id)[:PER_PAGE] if _controls(request) else [],
        "may_remind": _controls(request),
        "today": day,
    }
    return show(request, "control/board.html", context)


GROUPS = {
    Group.EXECUTOR: lambda: pgettext("group", "Executor"),
    Group.OFFICIAL: lambda: pgettext("group", "Who ordered it"),
    Group.SUBJECT: lambda: pgettext("group", "Subject"),
    Group.KIND: lambda: pgettext("group", "Kind of body"),
}


def _controls(request: StaffRequest) -> bool:
    return request.actor.may(Right.CONTROL)


def _names(request: StaffRequest) -> dict[Group, dict[str, str]]:
    """What the keys of the groups are called."""
    office_id, said = request.actor.office_id, language()
    return {
        Group.EXECUTOR: {str(one.pk): one.name[said] for one in bodies.every(office_id)},
        Group.OFFICIAL: {str(one.pk): one.name[said] for one in people.all_officials(office_id)},
        Group.SUBJECT: {key: str(words) for key, words in TOPICS.items()},
        Group.KIND: {str(key): str(words) for key, words in KINDS.items()},
    }


def _groups(
    request: StaffRequest,
    rows: QuerySet[Instruction],
    group: Group,
    day: date,
    names: dict[Group, dict[str, str]],
) -> list[Line]:
    def line(one: Counted) -> Line:
        current = request.GET.get(group) == one.key
        url = _url(request, **{group: "" if current else one.key})
        return Line(names[group].get(one.key, one.key), one.count, one.overdue, url, current)

    return [line(one) for one in groups(rows, group, day)]


def _tiles(
    request: StaffRequest, rows: QuerySet[Instruction], day: date, soon: date, chosen: str
) -> list[Tile]:
    found = queries.pressure(rows, day, soon)
    figures = [
        (Bucket.OVERDUE, found.overdue, pgettext("tile", "overdue"), Shape.LATE),
        (Bucket.SOON, found.soon, pgettext("tile", "up to 3 working days left"), Shape.SOON),
        (Bucket.LATER, found.later, pgettext("tile", "later"), Shape.FINE),
        (Bucket.WAITING, found.waiting, pgettext("tile", "awaiting acceptance"), Shape.STILL),
        (Bucket.FULFILLED, found.fulfilled, pgettext("tile", "done, no final answer yet"), Shape.STILL),
    ]
    return [
        Tile(
            str(count),
            words,
            shape,
            _url(request, bucket="" if bucket == chosen else bucket.value),
            current=bucket == chosen,
        )
        for bucket, count, words, shape in figures
    ]


def _url(request: StaffRequest, **changed: str) -> str:
    """This page with other filters; an empty one is taken away."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changed.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"{request.path}?{query.urlencode()}"


@require_POST
def remind(request: StaffRequest) -> HttpResponse:
    """All that is chosen: one numbered paper a body."""
    typed = [one for one in request.POST.getlist("chosen") if one.isdigit()]
    asked = Asked(by=request.actor, at=now())
    sent = actions.remind(request.actor.office_id, map(int, typed[:MOST_REMINDED]), asked=asked)
    words = ngettext("%(count)s reminder is on its way.", "%(count)s reminders are on their way.", len(sent))
    if sent:
        messages.success(request, words % {"count": len(sent)})
    else:
        messages.warning(request, gettext("Nothing was chosen that an executor still has."))
    return redirect("staff:control")
