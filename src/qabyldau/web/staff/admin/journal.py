"""The journal of the office: what happened, by whom, under which clause; and whether the chain holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from qabyldau.journal import queries as journal
from qabyldau.registry import queries as registry
from qabyldau.web.staff.appeal.course import detail, who
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, show
from qabyldau.web.staff.words import STEPS

if TYPE_CHECKING:
    from qabyldau.journal.models import Entry


@require_http_methods(["GET", "HEAD", "POST"])
def journal_page(request: StaffRequest) -> HttpResponse:
    """The newest first. The whole chain is walked when somebody asks for it."""
    office_id = request.actor.office_id
    page = Paginator(journal.latest(office_id), PER_PAGE).get_page(request.GET.get("page"))
    numbers = _numbers(request, list(page))
    rows = [
        {
            "entry": entry,
            "words": STEPS.get(entry.action, entry.action),
            "who": who(entry),
            "detail": detail(entry, {}),
            "appeal": numbers.get(entry.object),
        }
        for entry in page
    ]
    verified = journal.verified(office_id) if request.method == "POST" else None
    return show(request, "journal.html", {"page": page, "rows": rows, "verified": verified})


def _numbers(request: StaffRequest, entries: list[Entry]) -> dict[str, tuple[int, str]]:
    """Numbers of the appeals that this person may open."""
    ids = {int(one.object.partition(":")[2]) for one in entries if one.object.startswith("appeal:")}
    found = registry.visible_to(request.actor).filter(pk__in=ids)
    return {appeal.key: (appeal.pk, appeal.number) for appeal in found}
