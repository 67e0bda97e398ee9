"""Refusals to take part: each is reported to the President's Administration by its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qabyldau.participation import actions, queries
from qabyldau.registry.errors import StaleError
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.participation.forms import SentForm
from qabyldau.web.participation.words import WAYS
from qabyldau.web.staff.page import (
    CONFLICT,
    PER_PAGE,
    UNPROCESSABLE,
    StaffRequest,
    now,
    office_of,
    show,
    today,
)
from qabyldau.web.terms import days_left
from qabyldau.web.texts import law_message
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.participation.models import RefusalReport


@require_safe
def refusals(request: StaffRequest) -> HttpResponse:
    """What is owed first, the nearest day on top; then what was done."""
    office = office_of(request)
    owed = [(one, _days_left(one, request)) for one in queries.owed_refusals(office.pk)]
    done = (
        queries.refusals(office.pk).exclude(sent_on=None, taken_back_at=None).order_by("-refused_on", "-pk")
    )
    page = Paginator(done, PER_PAGE).get_page(request.GET.get("page"))
    return show(request, "participation/refusals.html", {"owed": owed, "page": page})


def _days_left(row: RefusalReport, request: StaffRequest) -> int:
    """Working days left; negative: so many late."""
    day, calendar = today(office_of(request)), worktime.calendar()
    return days_left(day, row.due_on, calendar)


@require_http_methods(["GET", "HEAD", "POST"])
def refusal(request: StaffRequest, refusal_id: int) -> HttpResponse:
    """The refusal, its letter, and how the letter went."""
    row = get_object_or_404(queries.refusals(request.actor.office_id), pk=refusal_id)
    form = SentForm(today(office_of(request)), request.POST if request.method == "POST" else None)
    against = ""
    if form.is_valid():
        against = _sent(request, row, form)
        if not against:
            return redirect("staff:refusals_refusal", row.pk)
    context = {
        "refusal": row,
        "due": queries.report_due(row, worktime.calendar()),
        "days_left": _days_left(row, request),
        "way": WAYS.get(row.sent_way, ""),
        "is_late": row.sent_on is not None and row.sent_on > row.due_on,
        "form": form,
        "against": against,
    }
    status = CONFLICT if against else UNPROCESSABLE if form.errors else 200
    return show(request, "participation/refusal.html", context, status)


def _sent(request: StaffRequest, row: RefusalReport, form: SentForm) -> str:
    try:
        actions.record_sent(row.pk, sent=form.sent(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        return law_message(unlawful)
    except StaleError:
        return gettext("It was recorded before: look at the page anew.")
    messages.success(request, gettext("It is recorded that the report was sent; the duty is met."))
    return ""


@require_POST
def make(request: StaffRequest, refusal_id: int) -> HttpResponse:
    """The letter with its number; made anew it replaces the one before."""
    row = get_object_or_404(queries.refusals(request.actor.office_id), pk=refusal_id)
    try:
        actions.make_report(row.pk, by=request.actor, at=now())
    except StaleError:
        messages.warning(request, gettext("This refusal is reported already, or was taken back."))
    else:
        messages.success(request, gettext("The letter is made. Send it, then record how it went."))
    return redirect("staff:refusals_refusal", row.pk)
