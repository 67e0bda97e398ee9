"""All bodies by kind; a new one, and changes of one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from qabyldau.bodies import actions, queries
from qabyldau.bodies.actions import RegisterError
from qabyldau.bodies.kinds import BodyKind
from qabyldau.web.bodies.forms import BodyForm, NewBodyForm, kept
from qabyldau.web.bodies.words import AGAINST, CODES, HEADINGS
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from qabyldau.bodies.models import Body


@require_safe
def bodies(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    every = list(queries.every(office.pk))
    groups = [
        (HEADINGS[kind], [(*_row(one), one.stands_on(day)) for one in every if one.kind == kind])
        for kind in (BodyKind.TERRITORIAL, BodyKind.CENTRAL, BodyKind.UNIT)
    ]
    return show(request, "bodies/bodies.html", {"groups": [group for group in groups if group[1]]})


def _row(one: Body) -> tuple[Body, str | Promise]:
    return one, CODES.get(one.code, "")


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    form = NewBodyForm(request.POST or None, initial={"since": today(office)})
    if form.is_valid():
        try:
            row = actions.enter_body(
                office.pk, form.sheet(), since=form.cleaned_data["since"], by=request.actor, at=now()
            )
        except RegisterError as against:
            form.add_error("code", AGAINST[against.code])
        else:
            messages.success(request, gettext("The body is entered. Say who speaks for it."))
            return redirect("staff:bodies_body", row.pk)
    return show(request, "bodies/change.html", {"form": form}, UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, body_id: int) -> HttpResponse:
    """What was sent before keeps the names it was sent with."""
    row = get_object_or_404(queries.every(request.actor.office_id), pk=body_id)
    form = BodyForm(request.POST or None, initial=kept(row))
    if form.is_valid():
        try:
            actions.change_body(row.pk, form.sheet(), by=request.actor, at=now())
        except RegisterError as against:
            form.add_error("code", AGAINST[against.code])
        else:
            messages.success(request, gettext("The change is recorded."))
            return redirect("staff:bodies_body", row.pk)
    context = {"form": form, "body": row}
    return show(request, "bodies/change.html", context, UNPROCESSABLE if form.errors else 200)
