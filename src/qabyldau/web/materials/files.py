"""Files of an answer and the paper of a request: for whoever may see the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qabyldau.materials import queries
from qabyldau.papers import queries as papers
from qabyldau.papers import rendering
from qabyldau.registry.files import path_of
from qabyldau.regulation.words import Language
from qabyldau.web.staff.page import StaffRequest, office_of, today

if TYPE_CHECKING:
    from qabyldau.materials.models import MaterialRequest

PDF, DOCX = "pdf", "docx"
TYPES = {
    PDF: "application/pdf",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _seen(request: StaffRequest, request_id: int) -> MaterialRequest:
    rows = queries.visible_to(request.actor, today(office_of(request)))
    return get_object_or_404(rows, pk=request_id)


@require_safe
def file(request: StaffRequest, request_id: int, answer_file_id: int) -> FileResponse:
    """Always as a download, of the kind found in it."""
    found = queries.file_of(_seen(request, request_id), answer_file_id)
    if found is None:
        raise Http404
    content = path_of(found.stored).open("rb")
    answer = FileResponse(content, as_attachment=True, filename=found.name, content_type=found.kind)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_safe
def paper(request: StaffRequest, request_id: int, form: str) -> HttpResponse:
    """The request as it was sent: PDF to print, DOCX to edit."""
    found = _seen(request, request_id)
    made = papers.of(found.key)
    if not made or form not in TYPES:
        raise Http404
    print_it = rendering.pdf if form == PDF else rendering.docx
    answer = HttpResponse(print_it(made[-1], Language(found.language)), content_type=TYPES[form])
    way = "inline" if form == PDF else "attachment"
    answer["Content-Disposition"] = f'{way}; filename="request-{found.pk}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
