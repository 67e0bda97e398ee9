"""The pages of the press: days with their items, and one item from the draft to the taking down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qabyldau.papers import queries as papers
from qabyldau.press import actions, queries
from qabyldau.press.kinds import Kind, Stage
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.media import MediaCoverage
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language
from qabyldau.web.minutes.asking import Page, answered
from qabyldau.web.papers.files import docx_answer, pdf_answer
from qabyldau.web.press.forms import ConsentForm, TakeDownForm, WordForm
from qabyldau.web.press.words import KINDS, MARKS, STAGES
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, office_of, show, today
from qabyldau.web.templatetags.words import in_words
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.press.models import Item

BACK, AHEAD = timedelta(days=31), timedelta(days=31)


@require_safe
def press(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    rows = [
        (one, [_cell(kind, found.get(kind), one.on, day) for kind in Kind])
        for one, found in queries.days(office.pk, day - BACK, day + AHEAD)
    ]
    context = {"rows": rows, "owed": [(one, one.due_on <= day) for one in queries.owed(office.pk)]}
    return show(request, "press/list.html", context)


def _cell(kind: Kind, row: Item | None, on: date, day: date) -> dict[str, object]:
    """What stands, or what may be drafted now."""
    may = on >= day if kind is Kind.ANNOUNCEMENT else on <= day
    return {
        "kind": kind,
        "words": KINDS[kind],
        "row": row,
        "stage": STAGES[row.stage] if row else "",
        "mark": MARKS[Stage(row.stage)] if row else "",
        "may": may,
    }


@require_POST
def draft(request: StaffRequest, day_id: int, press_kind: str) -> HttpResponse:
    if press_kind not in set(Kind):
        raise Http404
    days = {one.pk for one, _ in queries.days(request.actor.office_id, *_around(request))}
    if day_id not in days:
        raise Http404
    try:
        row = actions.draft(day_id, kind=Kind(press_kind), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        messages.error(request, law_message(unlawful))
        return redirect("staff:press")
    return redirect("staff:press_item", row.pk)


def _around(request: StaffRequest) -> tuple[date, date]:
    day = today(office_of(request))
    return day - BACK, day + AHEAD


def _seen(request: StaffRequest, item_id: int) -> Item:
    return get_object_or_404(queries.items(request.actor.office_id), pk=item_id)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: StaffRequest, item_id: int) -> HttpResponse:
    row = _seen(request, item_id)
    is_draft = row.stage == Stage.DRAFT
    form = WordForm(row, request.POST if request.method == "POST" and is_draft else None)
    against: UnlawfulError | None = None
    if form.is_valid():
        try:
            actions.word(row.pk, wording=form.wording(), by=request.actor, at=now())
        except UnlawfulError as unlawful:
            against = unlawful
        else:
            messages.success(request, gettext("The wording is kept."))
            return redirect("staff:press_item", row.pk)
    return _page(request, row, form if is_draft else None, against)


def _page(
    request: StaffRequest, row: Item, form: WordForm | None, against: UnlawfulError | None
) -> HttpResponse:
    law = governing(row.office.code, row.day.on).edition
    context = {
        "row": row,
        "kind": KINDS[row.kind],
        "stage": STAGES[row.stage],
        "mark": MARKS[Stage(row.stage)],
        "form": form,
        "consents": queries.consents(row),
        "requests": queries.requests(row),
        "papers": papers.of(row.key),
        "clause": law.cite(MediaCoverage),
        "against": law_message(against) if against else "",
        "against_clause": against.citation if against else None,
    }
    status = CONFLICT if against else UNPROCESSABLE if form and form.errors else 200
    return show(request, "press/item.html", context, status=status)


@require_POST
def publish(request: StaffRequest, item_id: int) -> HttpResponse:
    words = gettext("The item is published on the public site.")
    return _pressed(request, item_id, lambda pk: actions.publish(pk, by=request.actor, at=now()), words)


@require_POST
def take_down(request: StaffRequest, item_id: int) -> HttpResponse:
    words = gettext("The item is taken down.")
    return _pressed(request, item_id, lambda pk: actions.take_down(pk, by=request.actor, at=now()), words)


def _pressed(request: StaffRequest, item_id: int, do: Callable[[int], object], words: str) -> HttpResponse:
    row = _seen(request, item_id)
    try:
        do(row.pk)
    except UnlawfulError as unlawful:
        messages.error(request, law_message(unlawful))
    else:
        messages.success(request, words)
    return redirect("staff:press_item", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: StaffRequest, item_id: int) -> HttpResponse:
    row = _seen(request, item_id)
    form = ConsentForm(today(row.office), request.POST if request.method == "POST" else None)
    effect = gettext("The item can be published once everybody who is shown has agreed.")
    page = _form_page(row, gettext("Consent to be shown"), effect, gettext("Keep the consent"))
    return answered(
        request,
        form,
        page,
        lambda: actions.consent(row.pk, **form.cleaned_data, by=request.actor, at=now()),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: StaffRequest, item_id: int) -> HttpResponse:
    row = _seen(request, item_id)
    form = TakeDownForm(request.POST if request.method == "POST" else None)
    by = in_words(queries.take_down_by(today(row.office)))
    effect = gettext("It is taken down within a working day: by %(day)s.") % {"day": by}
    page = _form_page(row, gettext("Asked to take it down"), effect, gettext("Record"))
    return answered(
        request,
        form,
        page,
        lambda: actions.ask_take_down(row.pk, reason=form.cleaned_data["reason"], by=request.actor, at=now()),
    )


def _form_page(row: Item, heading: str, effect: str, button: str) -> Page:
    back = reverse("staff:press_item", args=[row.pk])
    return Page(heading, effect, button, back, KINDS[row.kind])


@require_safe
def paper(request: StaffRequest, item_id: int, issued_id: int, form: str) -> HttpResponse:
    """PDF, or DOCX for newspapers."""
    row = _seen(request, item_id)
    found = next((one for one in papers.of(row.key) if one.pk == issued_id), None)
    if found is None or form not in {"pdf", "docx"}:
        raise Http404
    spoken = Language(found.languages[0])
    return pdf_answer(found, spoken) if form == "pdf" else docx_answer(found, spoken)
