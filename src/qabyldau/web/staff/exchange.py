"""The exchange with e-Otinish: what is owed today, what does not agree, when the register last answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from qabyldau.exchange import actions, queries
from qabyldau.exchange.actions import NobodysNumberError
from qabyldau.exchange.kinds import Decision, Difference, Status
from qabyldau.registry import queries as registry
from qabyldau.registry.errors import StaleError
from qabyldau.web.staff import exchange_report
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, now, office_of, show

if TYPE_CHECKING:
    from qabyldau.exchange.queries import Duty

DIFFERENCES: dict[str, Promise] = {
    Difference.OTHER_NUMBER: _("The register gave another number than the one kept here"),
    Difference.ANOTHERS_NUMBER: _("Another appeal already has this number"),
    Difference.UNKNOWN_KEY: _("The register answers to what this office never sent"),
}
STATUSES: dict[str, Promise] = {
    Status.WAITING: pgettext_lazy("exchange", "Waits to be sent"),
    Status.SENT: pgettext_lazy("exchange", "Sent, no answer yet"),
    Status.MISMATCH: pgettext_lazy("exchange", "The answer does not agree"),
    Status.GIVEN_UP: pgettext_lazy("exchange", "Could not be sent: enter it in e-Otinish by hand"),
}
BY_HAND = pgettext_lazy("exchange", "Is entered in e-Otinish by hand")


@require_safe
def exchange_page(request: StaffRequest) -> HttpResponse:
    office, at = office_of(request), now()
    duties = queries.duties(office, at)
    found = queries.reconciliation(office.pk)
    page = Paginator(duties, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "duties": [(duty, _stands(duty), _may_send(duty)) for duty in page],
        "alarms": sum(duty.is_alarming for duty in duties),
        "open": [(one, DIFFERENCES[one.difference]) for one in found.open],
        "shared": found.shared,
        "line": queries.line(),
        "is_automatic": settings.EOTINISH_IS_AUTOMATIC,
    }
    return show(request, "exchange.html", context)


def _stands(duty: Duty) -> Promise:
    return STATUSES.get(duty.exchange.status, BY_HAND) if duty.exchange else BY_HAND


def _may_send(duty: Duty) -> bool:
    """What was never sent or was given up may be put in the queue."""
    is_idle = duty.exchange is None or duty.exchange.status == Status.GIVEN_UP
    return settings.EOTINISH_IS_AUTOMATIC and is_idle


@require_POST
def decide(request: StaffRequest, mismatch_id: int) -> HttpResponse:
    """Keep our number, or take the register's."""
    row = get_object_or_404(queries.mismatches(request.actor.office_id), pk=mismatch_id)
    chosen = request.POST.get("decision", "")
    if chosen not in Decision.values:
        raise Http404
    try:
        actions.decide(row.pk, decision=Decision(chosen), by=request.actor, at=now())
    except NobodysNumberError as nobody:
        raise Http404 from nobody
    except StaleError:
        messages.warning(request, gettext("Somebody has decided this before you; nothing was changed."))
    else:
        messages.success(request, gettext("The decision is recorded."))
    return redirect("staff:exchange")


@require_POST
def send(request: StaffRequest, appeal_id: int) -> HttpResponse:
    """Put an appeal in the queue once more."""
    appeal = get_object_or_404(registry.visible_to(request.actor), pk=appeal_id)
    try:
        actions.send(appeal.pk, by=request.actor, at=now())
    except StaleError:
        messages.warning(request, gettext("This appeal is already on its way, or has its number."))
    else:
        messages.success(request, gettext("The appeal is put in the queue."))
    return redirect("staff:exchange")


@require_safe
def report(request: StaffRequest) -> HttpResponse:
    """All that did not agree, with the decisions, and all that is owed: a table to keep."""
    office, at = office_of(request), now()
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="e-otinish-{office.code}-{at.date()}.csv"'
    rows = [
        *exchange_report.of_mismatches(queries.mismatches(office.pk), DIFFERENCES),
        *exchange_report.of_shared(queries.reconciliation(office.pk).shared),
        *exchange_report.of_duties((duty, _stands(duty)) for duty in queries.duties(office, at)),
    ]
    exchange_report.write(rows, answer, office)
    return answer
