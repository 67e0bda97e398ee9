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
    """In the language of the page: the report is made in both."""
    row = get_object_or_404(queries.refusals(request.actor.office_id), pk=refusal_id)
    return _pdf(row.paper, language())


def _pdf(paper: Paper | None, written: Language) -> HttpResponse:
    if paper is None:
        raise Http404
    answer = HttpResponse(rendering.pdf(paper, written), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{paper.kind}-{paper.pk}-{written}.pdf"'
    return answer
