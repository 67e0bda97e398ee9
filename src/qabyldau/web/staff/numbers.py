"""Appeals that still wait for the number of the state's register: a duty of the same day."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.registry import queries as registry
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, office_of, show, today
from qabyldau.web.terms import days_left
from qabyldau.worktime import queries as worktime


@require_safe
def numbers(request: StaffRequest) -> HttpResponse:
    day, calendar = today(office_of(request)), worktime.calendar()
    owed = registry.owed_numbers(request.actor.office_id)
    page = Paginator(owed, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(term, days_left(day, term.due_on, calendar)) for term in page]
    return show(request, "numbers.html", {"page": page, "rows": rows})
