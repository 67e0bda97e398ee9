"""The editor of the note: keep what is typed, keep a version, or put it before the head."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau import acts
from qabyldau.journal import queries as entries
from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from qabyldau.review import notes
from qabyldau.web.consideration.note_form import NoteForm
from qabyldau.web.consideration.typed import typed
from qabyldau.web.staff.acts.clause import clause
from qabyldau.web.staff.acts.form import Case
from qabyldau.web.staff.acts.page import Outcome, asked_for, before, stale
from qabyldau.web.staff.appeal.page import seen
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, show
from qabyldau.web.staff.words import DONE
from qabyldau.web.templatetags.words import hour

KEEP, SUBMIT, DRAFT = "keep_note", "submit", "draft"


@require_http_methods(["GET", "HEAD", "POST"])
def editor(request: StaffRequest, appeal_id: int) -> HttpResponse:
    """One page for both acts; without a button's name the address says which one is meant."""
    case = Case(seen(request, appeal_id), request.actor, now())
    match = request.resolver_match
    meant = SUBMIT if match and match.url_name == "act_submit" else KEEP
    if request.method != "POST":
        return _page(request, NoteForm(case), before(meant, case))
    asked = request.POST.get("do", meant)
    if asked == DRAFT:
        return _drafted(request, case)
    form = NoteForm(case, request.POST)
    return _do(request, SUBMIT if asked == SUBMIT else KEEP, form)


def _do(request: StaffRequest, name: str, form: NoteForm) -> HttpResponse:
    appeal = form.case.appeal
    if entries.asked_before(appeal.office_id, form.data.get("once", "")):
        return redirect("staff:appeal", appeal.pk)
    if form.data.get("version") != str(appeal.version):
        _draft(form.case, request)
        return _page(request, form, stale(form.case, form))
    if not form.is_valid() or (name == SUBMIT and not form.check_for_head()):
        return _page(request, form, Outcome())
    outcome = asked_for(name, form.case, form, _performed)
    if outcome.against:
        _draft(form.case, request)
        return _page(request, form, outcome)
    messages.success(request, str(DONE[name]))
    return (
        redirect("staff:appeal", appeal.pk) if name == SUBMIT else redirect("staff:act_keep_note", appeal.pk)
    )


def _performed(name: str, case: Case, given: dict[str, object], asked: Asked) -> Outcome:
    acts.perform(name, case.appeal, given, asked)
    return Outcome()


def _draft(case: Case, request: HttpRequest) -> bool:
    """What was typed is kept whatever comes of it; False: it may not be kept."""
    began = request.POST.get("began_at", "")
    last = notes.latest_version(case.appeal)
    number = int(began) if began.isdecimal() and len(began) < 5 else (last.version if last else 0)  # noqa: PLR2004  no note has so many
    try:
        review.keep_draft(
            case.appeal.pk, typed=typed(request.POST), began_at=number, by=case.actor, at=case.at
        )
    except (StaleError, UnlawfulError):
        return False
    return True


def _drafted(request: StaffRequest, case: Case) -> HttpResponse:
    _draft(case, request)
    messages.success(request, gettext("The draft is kept: only you see it."))
    return redirect("staff:act_keep_note", case.appeal.pk)


@require_POST
def draft(request: StaffRequest, appeal_id: int) -> HttpResponse:
    """By the script, while somebody types."""
    case = Case(seen(request, appeal_id), request.actor, now())
    _draft(case, request)
    return JsonResponse({"words": gettext("Draft kept at %(hour)s") % {"hour": hour(case.at)}})


def _page(request: StaffRequest, form: NoteForm, outcome: Outcome) -> HttpResponse:
    appeal = form.case.appeal
    due = notes.note_due(appeal)
    context = {
        "appeal": appeal,
        "form": form,
        "outcome": outcome,
        "blocked": bool(outcome.against) and not form.is_bound,
        "clause": clause(SUBMIT, appeal),
        "last": form.last,
        "draft": form.draft,
        "overtaken": form.overtaken and not form.is_bound,
        "began_at": form.data.get("began_at", "") if form.is_bound else form.began_at,
        "due": due,
        "agreements": notes.agreements(form.last) if form.last else [],
    }
    return show(request, "consideration/note.html", context, status=_status(form, outcome))


def _status(form: NoteForm, outcome: Outcome) -> int:
    if not form.is_bound:
        return 200
    return CONFLICT if outcome.against and not form.errors else UNPROCESSABLE
