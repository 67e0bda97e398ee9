"""The body's own pages: to which receptions it is invited, what concerns it, and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from qabyldau.bodies import queries as bodies
from qabyldau.participation import queries
from qabyldau.regulation.norms.reception import InvitedBodies
from qabyldau.web.participation.forms import ReplyForm
from qabyldau.web.participation.invitation import is_open, replied, shown, status
from qabyldau.web.participation.words import ANSWERS, MARKS
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, office_of, show, today

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.participation.models import Invitation


def mine(request: StaffRequest) -> QuerySet[Invitation]:
    """Only invitations of the bodies for which this person speaks today."""
    actor = request.actor
    there = bodies.of_user(actor.office_id, actor.user_id, today(office_of(request)))
    return queries.of_bodies(actor.office_id, there)


@require_safe
def invited(request: StaffRequest) -> HttpResponse:
    page = Paginator(mine(request), PER_PAGE).get_page(request.GET.get("page"))
    rows = [
        (one, ANSWERS[one.answer], MARKS[one.answer], queries.last_reply(one), is_open(request, one))
        for one in page
    ]
    speaks_for = bodies.of_user(request.actor.office_id, request.actor.user_id, today(office_of(request)))
    return show(request, "participation/invited.html", {"page": page, "rows": rows, "bodies": speaks_for})


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: StaffRequest, invitation_id: int) -> HttpResponse:
    row = get_object_or_404(mine(request), pk=invitation_id)
    form = ReplyForm(row, request.POST if request.method == "POST" else None)
    against = ""
    if form.is_valid():
        against = replied(request, row, form)
        if not against:
            return redirect("staff:invited_invitation", row.pk)
    law = queries.law_of(row.day)
    context = {
        **shown(request, row),
        "form": form if is_open(request, row) else None,
        "against": against,
        "clause": law.cite(InvitedBodies) if law.has(InvitedBodies) else None,
    }
    return show(request, "participation/own.html", context, status(form, against))
