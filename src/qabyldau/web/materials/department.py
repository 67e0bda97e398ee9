"""The department's pages: requests by state, the late ones first; one request with all that came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qabyldau.materials import actions, queries
from qabyldau.materials.kinds import RequestState
from qabyldau.people.roles import Right
from qabyldau.regulation.norms.control import BindingRequests
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.materials.forms import PaperAnswerForm, ReasonForm, RemarkForm
from qabyldau.web.materials.rows import row
from qabyldau.web.materials.words import KINDS, STATES
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
from qabyldau.web.texts import law_message
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form

    from qabyldau.materials.models import MaterialRequest


def seen(request: StaffRequest, request_id: int) -> MaterialRequest:
    """The request, if it exists for this person and is not merely asked of them."""
    rows = queries.visible_to(request.actor, today(office_of(request)))
    return get_object_or_404(rows.select_related("answer", "office", "asked_by"), pk=request_id)


@require_safe
def materials(request: StaffRequest) -> HttpResponse:
    """All, or those of one state; late first."""
    day, calendar = today(office_of(request)), worktime.calendar()
    rows = queries.visible_to(request.actor, day)
    chosen = request.GET.get("state", RequestState.OPEN)
    if chosen in RequestState.values:
        rows = rows.filter(state=chosen)
    page = Paginator(queries.by_lateness(rows), PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, object] = {
        "page": page,
        "rows": [row(one, day, calendar) for one in page],
        "states": STATES.items(),
        "chosen": chosen,
        "wishes": queries.open_wishes(request.actor.office_id)
        if request.actor.may(Right.ASK_MATERIALS)
        else [],
    }
    return show(request, "materials/list.html", context)


@require_safe
def material(request: StaffRequest, request_id: int) -> HttpResponse:
    return _page(request, seen(request, request_id))


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: StaffRequest, request_id: int) -> HttpResponse:
    """An answer that came on paper."""
    found = seen(request, request_id)
    sent = request.method == "POST"
    form = PaperAnswerForm(request.POST, request.FILES) if sent else PaperAnswerForm()
    if sent and form.is_valid():
        return _done(
            request,
            found,
            lambda: actions.answer(found.pk, given=form.given(), by=request.actor, at=now()),
            gettext("The answer is recorded."),
        )
    context: dict[str, object] = {"found": found, "form": form}
    return show(request, "materials/record.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_POST
def withdraw(request: StaffRequest, request_id: int) -> HttpResponse:
    found, form = seen(request, request_id), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, found, reason=form)
    reason = form.cleaned_data["reason"]
    return _done(
        request,
        found,
        lambda: actions.withdraw(found.pk, reason=reason, by=request.actor, at=now()),
        gettext("The request is withdrawn; the unit is told."),
    )


@require_POST
def grant(request: StaffRequest, request_id: int) -> HttpResponse:
    found, form = seen(request, request_id), RemarkForm(request.POST)
    remark = form.cleaned_data["remark"] if form.is_valid() else ""
    return _done(
        request,
        found,
        lambda: actions.grant_time(found.pk, remark=remark, by=request.actor, at=now()),
        gettext("More time is given; the unit is told."),
    )


@require_POST
def deny(request: StaffRequest, request_id: int) -> HttpResponse:
    found, form = seen(request, request_id), RemarkForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["remark"]:
        form.add_error("remark", gettext("Write why more time is not given"))
        return _page(request, found, remark=form)
    remark = form.cleaned_data["remark"]
    return _done(
        request,
        found,
        lambda: actions.deny_time(found.pk, remark=remark, by=request.actor, at=now()),
        gettext("The day stays; the unit is told why."),
    )


def _done(
    request: StaffRequest, found: MaterialRequest, act: Callable[[], object], words: str
) -> HttpResponse:
    try:
        act()
    except UnlawfulError as unlawful:
        return _page(request, found, against=law_message(unlawful))
    messages.success(request, words)
    return redirect("staff:materials_material", found.pk)


def _page(
    request: StaffRequest,
    found: MaterialRequest,
    *,
    against: str = "",
    reason: Form | None = None,
    remark: Form | None = None,
) -> HttpResponse:
    wrong = any(form is not None and form.errors for form in (reason, remark))
    answer = getattr(found, "answer", None)
    context: dict[str, object] = {
        "found": found,
        "row": row(found, today(office_of(request)), worktime.calendar()),
        "clause": found.appeal.edition.cite(BindingRequests),
        "answer": answer,
        "kind": KINDS.get(answer.kind, "") if answer else "",
        "files": answer.files.all() if answer else [],
        "wishes": queries.wishes(found),
        "open_wish": queries.open_wish(found),
        "may_act": request.actor.may(Right.ASK_MATERIALS) and found.state == RequestState.OPEN,
        "against": against,
        "reason": reason or ReasonForm(),
        "remark": remark or RemarkForm(),
    }
    status = CONFLICT if against else UNPROCESSABLE if wrong else 200
    return show(request, "materials/material.html", context, status=status)
