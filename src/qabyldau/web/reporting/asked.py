"""Which quarter an address names: only the first day of a period, since the office began to work here."""

from __future__ import annotations

from datetime import date

from django.http import Http404

from qabyldau.regulation.editions import NoLawError
from qabyldau.reporting import quarters
from qabyldau.reporting.quarters import Quarter
from qabyldau.web.staff.page import StaffRequest, office_of, today


def quarter_of(request: StaffRequest, code: str) -> Quarter:
    office = office_of(request)
    try:
        found = quarters.of(office, date.fromisoformat(code))
    except (ValueError, NoLawError) as unknown:
        raise Http404 from unknown
    if found.code != code or found.since > today(office):
        raise Http404
    return found
