"""What was taken without us and has come in: temporary numbers beside those of the register."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.calls import queries as calls
from qabyldau.calls.kinds import Kept
from qabyldau.web.calls.words import KEPT
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, show


@require_safe
def taken(request: StaffRequest) -> HttpResponse:
    """All of them, or the one whose number the caller names."""
    asked = request.GET.get("number", "")
    rows = calls.all_taken(request.actor.office_id)
    if asked:
        rows = rows.filter(number=calls.read(asked) or 0)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    shown = [(calls.written(one.number), one, KEPT[Kept(one.block.kept)]) for one in page]
    return show(request, "calls/taken.html", {"rows": shown, "page": page, "asked": asked})
