"""What was posted: a version word for word, and what became of the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import Publication
from qabyldau.schedule import queries as schedule
from qabyldau.schedule import sheets
from qabyldau.web.staff.page import StaffRequest, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.schedule.models import Version


def seen_version(request: StaffRequest, version_id: int) -> Version:
    """A version of the actor's office."""
    return get_object_or_404(schedule.all_versions(request.actor.office_id), pk=version_id)


@require_safe
def version(request: StaffRequest, version_id: int) -> HttpResponse:
    """Beside the version before it, or beside the one asked for with `?beside=`."""
    office = office_of(request)
    shown = seen_version(request, version_id)
    others = list(schedule.versions(office.pk, shown.month).exclude(pk=shown.pk))
    beside = request.GET.get("beside", "")
    other: Version | None
    if beside.isdigit():
        other = get_object_or_404(schedule.versions(office.pk, shown.month), pk=int(beside))
    else:
        other = next((one for one in others if (one.number or 0) < (shown.number or 0)), None)
    lines = sheets.read(shown.sheet)
    context = {
        "version": shown,
        "lines": lines,
        "others": others,
        "beside": other,
        "differences": sheets.differences(sheets.read(other.sheet), lines) if other else [],
        "clause": governing(office.code, max(shown.month, today(office))).edition.cite(Publication),
    }
    return show(request, "planning/version.html", context)
