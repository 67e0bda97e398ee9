"""Versions of a note: one of them whole, two of them compared, and their papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from qabyldau.acts import note_papers
from qabyldau.papers import rendering
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.regulation.words import Language
from qabyldau.review import notes
from qabyldau.web.consideration.compare import Piece, compared
from qabyldau.web.consideration.words import POSITIONS, SILENT
from qabyldau.web.staff.appeal.page import seen
from qabyldau.web.staff.page import StaffRequest, now, show
from qabyldau.web.staff.words import GROUNDS, PROPOSALS

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Note

TEXTS = {
    "facts": _("Facts"),
    "conclusion": _("Conclusion"),
    "facts_other": _("Facts in the other language"),
    "conclusion_other": _("Conclusion in the other language"),
}
PDF, DOCX = "pdf", "docx"
TYPES = {
    PDF: "application/pdf",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_safe
def versions(request: StaffRequest, appeal_id: int) -> HttpResponse:
    """Every version, and what changed between the two that are asked for: by default the last two."""
    appeal = seen(request, appeal_id)
    rows = notes.versions(appeal)
    by_number = {str(row.version): row for row in rows}
    new = by_number.get(request.GET.get("to", ""), rows[-1] if rows else None)
    old = by_number.get(request.GET.get("from", ""), rows[-2] if len(rows) > 1 else None)
    context: dict[str, object] = {
        "appeal": appeal,
        "rows": [(row, PROPOSALS.get(row.proposal, "")) for row in rows],
        "old": old,
        "new": new,
        "changes": _changes(old, new) if old and new else [],
    }
    return show(request, "consideration/versions.html", context)


def _changes(old: Note, new: Note) -> list[tuple[object, list[Piece]]]:
    found = [(words, getattr(old, name), getattr(new, name)) for name, words in TEXTS.items()]
    return [(words, compared(one, two)) for words, one, two in found if one != two]


@require_safe
def version(request: StaffRequest, appeal_id: int, note_version: int) -> HttpResponse:
    """One version, whole: what the head reads."""
    appeal = seen(request, appeal_id)
    row = _version(appeal, note_version)
    context: dict[str, object] = {
        "appeal": appeal,
        "note": row,
        "proposal": PROPOSALS.get(row.proposal, ""),
        "ground": GROUNDS.get(row.ground, row.ground),
        "due": notes.note_deadline(appeal, row.day.on) if row.day else None,
        "agreements": [(one, POSITIONS.get(one.position, SILENT)) for one in notes.agreements(row)],
        "papers": note_papers.of(row),
        "may_make": request.actor.may(Right.SUBMIT) or request.actor.may(Right.DECIDE),
    }
    return show(request, "consideration/version.html", context)


@require_POST
@transaction.atomic
def make(request: StaffRequest, appeal_id: int, note_version: int) -> HttpResponse:
    """Number the paper of a version that has none yet."""
    appeal = seen(request, appeal_id)
    if not request.actor.may(Right.DECIDE):
        require(request.actor, Right.SUBMIT, appeal.office_id)
    note_papers.issue(_version(appeal, note_version), by=request.actor, at=now())
    messages.success(request, gettext("The paper is made."))
    return redirect("staff:consideration_version", appeal.pk, note_version)


@require_safe
def paper(request: StaffRequest, appeal_id: int, note_version: int, spoken: str, form: str) -> HttpResponse:
    """The paper in one of its languages: PDF to print, DOCX to edit."""
    row = _version(seen(request, appeal_id), note_version)
    found = next((one for one in note_papers.of(row) if spoken in one.data["texts"]), None)
    if found is None or form not in TYPES:
        raise Http404
    made = rendering.pdf if form == PDF else rendering.docx
    answer = HttpResponse(made(found, Language(spoken)), content_type=TYPES[form])
    way = "inline" if form == PDF else "attachment"
    answer["Content-Disposition"] = f'{way}; filename="note-{row.pk}-{spoken}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _version(appeal: Appeal, number: int) -> Note:
    row = notes.version(appeal, number)
    if row is None:
        raise Http404
    return row
