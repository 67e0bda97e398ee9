"""The published schedule: days and who receives, month by month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.people import queries as people
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import Publication
from qabyldau.schedule import queries
from qabyldau.web.public.chrome import show, the_office, today

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay


@require_safe
def schedule(request: HttpRequest) -> HttpResponse:
    """All published days from today on; `?official=` narrows them to one person."""
    office = the_office()
    day = today(office)
    chosen = request.GET.get("official", "")
    officials = list(people.officials(office.pk, day))
    days = queries.published(office.pk, since=day)
    if chosen in {str(one.pk) for one in officials}:
        days = days.filter(official_id=int(chosen))
    context = {
        "months": _months(list(days)),
        "officials": officials,
        "chosen": chosen,
        "citation": governing(office.code, day).edition.cite(Publication),
    }
    return show(request, "public/schedule.html", office, context)


def _months(days: list[ReceptionDay]) -> list[tuple[ReceptionDay, list[ReceptionDay]]]:
    """Months with their days; the first day stands for its month."""
    grouped = (list(group) for _, group in groupby(days, key=lambda one: (one.on.year, one.on.month)))
    return [(group[0], group) for group in grouped]
