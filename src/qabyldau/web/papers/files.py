"""The files of a paper: whoever may see what it is about may take it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.papers import queries, rendering
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.regulation.words import Language
from qabyldau.web.staff.appeal.page import seen
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest

if TYPE_CHECKING:
    from qabyldau.papers.models import Paper

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Who may see the thing may take its papers; of other things the pages of their own area give them.
DOORS: Mapping[str, Callable[[StaffRequest, int], object]] = {"appeal": seen, "day": seen_day}


def paper_of(request: StaffRequest, paper_id: int, spoken: str) -> Paper:
    """The paper, if it exists for this person and was issued in this language."""
    try:
        paper = queries.paper(request.actor.office_id, paper_id)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    kind, _, pk = paper.about.partition(":")
    if kind not in DOORS or spoken not in paper.languages:
        raise Http404
    DOORS[kind](request, int(pk))
    return paper


@require_safe
def as_pdf(request: StaffRequest, paper_id: int, spoken: str) -> HttpResponse:
    return pdf_answer(paper_of(request, paper_id, spoken), Language(spoken))


@require_safe
def as_docx(request: StaffRequest, paper_id: int, spoken: str) -> HttpResponse:
    paper = paper_of(request, paper_id, spoken)
    if not KINDS[PaperKind(paper.kind)].edited:
        raise Http404
    return docx_answer(paper, Language(spoken))


def pdf_answer(paper: Paper, language: Language) -> HttpResponse:
    """For every area that shows papers of its own."""
    printed = rendering.pdf(paper, language)
    rendering.file_digest(paper, language, printed)
    return _attached(printed, PDF, f"{file_name(paper)}-{language}.pdf")


def docx_answer(paper: Paper, language: Language) -> HttpResponse:
    return _attached(rendering.docx(paper, language), DOCX, f"{file_name(paper)}-{language}.docx")


def file_name(paper: Paper) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in paper.number)


def _attached(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
