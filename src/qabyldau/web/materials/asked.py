"""The pages of whoever speaks for a unit: what is asked of it, and nothing about the person behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qabyldau.bodies import queries as bodies
from qabyldau.materials import actions, queries
from qabyldau.materials.kinds import RequestState
from qabyldau.regulation.norms.control import BindingRequests
from qabyldau.regulation.norms.deadlines import ReferenceNote
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from qabyldau.review import notes
from qabyldau.web.consideration.words import POSITIONS, SILENT
from qabyldau.web.materials.forms import AnswerForm, MoreTimeForm, OpinionForm
from qabyldau.web.materials.rows import row
from qabyldau.web.materials.words import KINDS
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
from qabyldau.web.staff.words import GROUNDS, PROPOSALS
from qabyldau.web.texts import law_message
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from django.forms import Form

    from qabyldau.materials.models import MaterialRequest
    from qabyldau.review.models import Agreement


def _mine(request: StaffRequest, request_id: int) -> MaterialRequest:
    rows = queries.asked_of(request.actor, today(office_of(request)))
    return get_object_or_404(rows.select_related("answer", "office"), pk=request_id)


@require_safe
def asked(request: StaffRequest) -> HttpResponse:
    """What waits for an answer, then what was answered."""
    day, calendar = today(office_of(request)), worktime.calendar()
    mine = bodies.of_user(request.actor.office_id, request.actor.user_id, day)
    rows = queries.by_lateness(queries.asked_of(request.actor, day))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    opinions = notes.asked_of_bodies(request.actor.office_id, [one.pk for one in mine])
    context: dict[str, object] = {
        "bodies": mine,
        "page": page,
        "rows": [row(one, day, calendar) for one in page],
        "opinions": [(one, POSITIONS.get(one.position, SILENT)) for one in opinions[:PER_PAGE]],
    }
    return show(request, "materials/asked.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: StaffRequest, request_id: int) -> HttpResponse:
    found = _mine(request, request_id)
    if request.method != "POST":
        return _page(request, found)
    form = AnswerForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, answer=form)
    try:
        actions.answer(found.pk, given=form.given(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        return _page(request, found, answer=form, against=law_message(unlawful))
    messages.success(request, gettext("Your answer is sent."))
    return redirect("staff:asked_answer", found.pk)


@require_POST
def more_time(request: StaffRequest, request_id: int) -> HttpResponse:
    found, form = _mine(request, request_id), MoreTimeForm(request.POST)
    if not form.is_valid():
        return _page(request, found, time=form)
    until, reason = form.wish()
    try:
        actions.ask_more_time(found.pk, until=until, reason=reason, by=request.actor, at=now())
    except UnlawfulError as unlawful:
        return _page(request, found, time=form, against=law_message(unlawful))
    messages.success(request, gettext("You asked for more time; until it is given, the day stays."))
    return redirect("staff:asked_answer", found.pk)


def _page(
    request: StaffRequest,
    found: MaterialRequest,
    *,
    answer: Form | None = None,
    time: Form | None = None,
    against: str = "",
) -> HttpResponse:
    wrong = any(form is not None and form.errors for form in (answer, time))
    given = getattr(found, "answer", None)
    context: dict[str, object] = {
        "found": found,
        "row": row(found, today(office_of(request)), worktime.calendar()),
        "clause": found.appeal.edition.cite(BindingRequests),
        "is_open": found.state == RequestState.OPEN,
        "given": given,
        "kind": KINDS.get(given.kind, "") if given else "",
        "files": given.files.all() if given else [],
        "wishes": queries.wishes(found),
        "waits": queries.open_wish(found),
        "answer_form": answer or AnswerForm(),
        "time_form": time or MoreTimeForm(),
        "against": against,
    }
    status = CONFLICT if against else UNPROCESSABLE if wrong else 200
    return show(request, "materials/answer.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def opinion(request: StaffRequest, agreement_id: int) -> HttpResponse:
    """A note that the unit is asked to agree to."""
    found = _opinion(request, agreement_id)
    form = OpinionForm(request.POST or None)
    against = ""
    if request.method == "POST" and form.is_valid():
        try:
            review.agree_for_body(found.pk, said=form.opinion(), by=request.actor, at=now())
        except UnlawfulError as unlawful:
            against = law_message(unlawful)
        else:
            messages.success(request, gettext("The opinion of the unit is recorded."))
            return redirect("staff:asked")
    note = found.note
    context: dict[str, object] = {
        "found": found,
        "note": note,
        "proposal": PROPOSALS.get(note.proposal, ""),
        "ground": GROUNDS.get(note.ground, note.ground),
        "clause": note.appeal.edition.cite(ReferenceNote),
        "position": POSITIONS.get(found.position, SILENT),
        "form": form,
        "against": against,
    }
    status = CONFLICT if against else UNPROCESSABLE if form.errors else 200
    return show(request, "materials/opinion.html", context, status=status)


def _opinion(request: StaffRequest, agreement_id: int) -> Agreement:
    actor = request.actor
    mine = bodies.of_user(actor.office_id, actor.user_id, today(office_of(request)))
    rows = notes.asked_of_bodies(actor.office_id, [one.pk for one in mine])
    return get_object_or_404(rows, pk=agreement_id)
