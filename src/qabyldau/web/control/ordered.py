"""What is ordered of the bodies that a person speaks for: the late ones first."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.bodies import queries as bodies
from qabyldau.control import queries
from qabyldau.control.kinds import AT_WORK
from qabyldau.web.control.rows import row
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, office_of, show, today
from qabyldau.worktime import queries as worktime

SCOPES = ("open", "all")


@require_safe
def ordered(request: StaffRequest) -> HttpResponse:
    day, calendar = today(office_of(request)), worktime.calendar()
    rows = queries.visible_to(request.actor, day)
    scope = request.GET.get("scope", "open")
    if scope != "all":
        rows = rows.filter(stage__in=AT_WORK)
    page = Paginator(queries.whole(rows).order_by("due_on", "pk"), PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, object] = {
        "bodies": bodies.of_user(request.actor.office_id, request.actor.user_id, day),
        "page": page,
        "rows": [row(one, day, calendar) for one in page],
        "is_all": scope == "all",
    }
    return show(request, "control/ordered.html", context)
