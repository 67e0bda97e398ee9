"""The numbered papers of participation as files: only those this person may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qabyldau.papers import rendering
from qabyldau.participation import queries
from qabyldau.regulation.words import Language
from qabyldau.web.participation.own import mine
from qabyldau.web.staff.page import StaffRequest, language

if TYPE_CHECKING:
    from qabyldau.papers.models import Paper


@require_safe
def invitation_paper(request: StaffRequest, invitation_id: int) -> HttpResponse:
    row = get_object_or_404(queries.of_office(request.actor.office_id), pk=invitation_id)
    return _pdf(row.paper, Language(row.body.language))


@require_safe
def own_paper(request: StaffRequest, invitation_id: int) -> HttpResponse:
    row = get_object_or_404(mine(request), pk=invitation_id)
    return _pdf(row.paper, Language(row.body.language))


@require_safe
def refusal_paper(request: StaffRequest, refusal_id: int) -> HttpResponse:
    """In the language of the page, or in the one it was made in."""
    row = get_object_or_404(queries.refusals(request.actor.office_id), pk=refusal_id)
    return _pdf(row.paper, language())


def _pdf(paper: Paper | None, asked: Language) -> HttpResponse:
    """In the language asked for; a paper that was made in another one alone, in that one."""
    if paper is None or not paper.languages:
        raise Http404
    written = asked if asked in paper.languages else Language(paper.languages[0])
    answer = HttpResponse(rendering.pdf(paper, written), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{paper.kind}-{paper.pk}-{written}.pdf"'
    return answer
