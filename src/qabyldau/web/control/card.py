"""Papers of an instruction: make its card of control, and take any of them as PDF."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from qabyldau.control import cards
from qabyldau.papers import queries as papers
from qabyldau.papers import rendering
from qabyldau.registry.moves import Asked
from qabyldau.regulation.words import Language, Words
from qabyldau.web.control.instruction import seen
from qabyldau.web.control.words import STAGES
from qabyldau.web.staff.page import StaffRequest, now

PDF = "application/pdf"


@require_POST
def make(request: StaffRequest, instruction_id: int) -> HttpResponse:
    """As the instruction stands now."""
    row = seen(request, instruction_id)
    cards.issue(row.pk, _stages(), asked=Asked(by=request.actor, at=now()))
    messages.success(request, gettext("The card of control is made."))
    return redirect("staff:control_instruction", row.pk)


@require_safe
def paper(request: StaffRequest, instruction_id: int, paper_id: int, spoken: str) -> HttpResponse:
    """A paper about this instruction, in one of its languages."""
    row = seen(request, instruction_id)
    found = next((one for one in papers.of(row.key) if one.pk == paper_id), None)
    if found is None or spoken not in found.languages:
        raise Http404
    answer = HttpResponse(rendering.pdf(found, Language(spoken)), content_type=PDF)
    answer["Content-Disposition"] = f'inline; filename="instruction-{row.pk}-{found.pk}-{spoken}.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _stages() -> dict[str, Words]:
    """The names of the stages in both languages, as the pages say them."""
    said = {}
    for language in Language:
        with translation.override(language.value):
            said[language] = {stage: str(words) for stage, words in STAGES.items()}
    return {stage: Words(kk=said[Language.KK][stage], ru=said[Language.RU][stage]) for stage in STAGES}
