"""One body: what is known of it, and who speaks for it from which day to which."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from qabyldau.bodies import actions, queries
from qabyldau.bodies.actions import RegisterError
from qabyldau.web.bodies.forms import EndForm, SeatForm
from qabyldau.web.bodies.words import AGAINST, CODES, KINDS, SEAT_AGAINST
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today


@require_http_methods(["GET", "HEAD", "POST"])
def body(request: StaffRequest, body_id: int) -> HttpResponse:
    row = get_object_or_404(queries.every(request.actor.office_id), pk=body_id)
    day = today(office_of(request))
    form = SeatForm(day, request.POST or None)
    if form.is_valid() and _seated(request, body_id, form):
        messages.success(request, gettext("The representative is entered."))
        return redirect("staff:bodies_body", row.pk)
    context = {
        "body": row,
        "kind": KINDS[row.kind],
        "code": CODES.get(row.code, ""),
        "stands": row.stands_on(day),
        "members": [(one, one.speaks_on(day)) for one in queries.every_member(row)],
        "form": form,
    }
    return show(request, "bodies/body.html", context, UNPROCESSABLE if form.errors else 200)


def _seated(request: StaffRequest, body_id: int, form: SeatForm) -> bool:
    since = form.cleaned_data["since"]
    try:
        actions.seat(body_id, form.seat(), since=since, by=request.actor, at=now())
    except RegisterError as against:
        form.add_error("user_id", SEAT_AGAINST[against.code])
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: StaffRequest, body_id: int) -> HttpResponse:
    """From the day after, nothing is asked of it."""
    row = get_object_or_404(queries.every(request.actor.office_id), pk=body_id)
    form = EndForm(request.POST or None, initial={"until": row.until or today(office_of(request))})
    done = form.is_valid() and _ended(
        form, lambda until: actions.end_body(row.pk, until=until, by=request.actor, at=now())
    )
    if done:
        messages.success(request, gettext("The last day of the body is recorded."))
        return redirect("staff:bodies_body", row.pk)
    context = {"form": form, "body": row, "named": row.name}
    return show(request, "bodies/end.html", context, UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end_member(request: StaffRequest, member_id: int) -> HttpResponse:
    """From the day after, this person no longer speaks for the body."""
    one = get_object_or_404(queries.representatives(request.actor.office_id), pk=member_id)
    form = EndForm(request.POST or None, initial={"until": one.until or today(office_of(request))})
    done = form.is_valid() and _ended(
        form, lambda until: actions.unseat(one.pk, until=until, by=request.actor, at=now())
    )
    if done:
        messages.success(request, gettext("The last day of the representative is recorded."))
        return redirect("staff:bodies_body", one.body_id)
    context = {"form": form, "body": one.body, "named": one.name}
    return show(request, "bodies/end.html", context, UNPROCESSABLE if form.errors else 200)


def _ended(form: EndForm, until: Callable[..., object]) -> bool:
    try:
        until(form.cleaned_data["until"])
    except RegisterError as against:
        form.add_error("until", AGAINST[against.code])
        return False
    return True
