"""Search by number, name, IIN, phone or words: what is sought never stands in an address."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from qabyldau.people.sealing import BrokenSealError, opened, seal
from qabyldau.registry import queries as registry
from qabyldau.registry.seeking import LATEST
from qabyldau.web.staff import worklist
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, office_of, show, today
from qabyldau.worktime import queries as worktime

KEPT, SEAL = "search", "session|search"
LONGEST, SHORTEST = 100, 2


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: StaffRequest) -> HttpResponse:
    """What is sent is kept sealed in the session, so that pages and languages of the result can be turned."""
    if request.method == "POST":
        request.session[KEPT] = seal(request.POST.get("q", "").strip()[:LONGEST], row=SEAL)
        return redirect("staff:search")
    words = _kept(request)
    day, calendar = today(office_of(request)), worktime.calendar()
    enough = len(words) >= SHORTEST
    found = registry.search(request.actor, words) if enough else registry.visible_to(request.actor).none()
    page = Paginator(registry.by_deadline(found), PER_PAGE).get_page(request.GET.get("page"))
    rows = [worklist.row(appeal, day, calendar) for appeal in page]
    context = {"words": words, "enough": enough, "page": page, "rows": rows}
    context["capped"] = page.paginator.count >= LATEST
    return show(request, "search.html", context)


def _kept(request: StaffRequest) -> str:
    try:
        return opened(request.session.get(KEPT, ""), row=SEAL)
    except BrokenSealError:
        return ""
