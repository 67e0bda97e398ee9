"""Who stands at the desk: found by number, name, IIN or phone, with what can be done for them today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.people.roles import Right
from qabyldau.reception import queries
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import local_day
from qabyldau.regulation.lifecycle import State
from qabyldau.review import queries as review
from qabyldau.web.labels import STATES
from qabyldau.web.staff.page import StaffRequest, now, office_of, show, today

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment
    from qabyldau.web.labels import Label

LONGEST, SHORTEST, SHOWN = 100, 2, 12


@dataclass(frozen=True, slots=True)
class Found:
    """An appeal of whoever came. `appointment` None: no hour stands; `visit`: checked in today."""

    appeal: Appeal
    state: Label
    appointment: Appointment | None
    visit: Visit | None
    is_today: bool


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: StaffRequest) -> HttpResponse:
    """What is sought never stands in an address, and is kept nowhere."""
    office = office_of(request)
    words = request.POST.get("q", "").strip()[:LONGEST]
    found = registry.search(request.actor, words) if len(words) >= SHORTEST else None
    rows = list(found.order_by("-registered_at")[:SHOWN]) if found is not None else []
    context = {
        "words": words,
        "rows": sorted((_found(one, today(office)) for one in rows), key=_place),
        "sought": found is not None,
        "today": today(office),
        "at": now(),
        "may_register": request.actor.may(Right.REGISTER),
    }
    return show(request, "desk/find.html", context)


def _found(appeal: Appeal, on: date) -> Found:
    appointment = review.live_appointment(appeal) if appeal.stage is State.APPOINTED else None
    visit = queries.here(appeal)
    is_today = appointment is not None and local_day(appeal.office, appointment.slot.starts_at) == on
    return Found(appeal, STATES[appeal.stage], appointment, visit, is_today)


def _place(one: Found) -> int:
    """Whoever can be checked in comes first."""
    return 0 if one.is_today else 1 if one.appointment else 2
