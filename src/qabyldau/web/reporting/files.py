"""The frozen report as a file, in either language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.regulation.words import Language
from qabyldau.reporting import queries, sheets
from qabyldau.web.papers.files import docx_answer, file_name, pdf_answer
from qabyldau.web.reporting.asked import quarter_of
from qabyldau.web.staff.page import StaffRequest

if TYPE_CHECKING:
    from qabyldau.reporting.models import Report

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _pdf(row: Report, spoken: Language) -> HttpResponse:
    if row.paper is None:
        raise Http404
    return pdf_answer(row.paper, spoken)


def _docx(row: Report, spoken: Language) -> HttpResponse:
    if row.paper is None:
        raise Http404
    return docx_answer(row.paper, spoken)


def _xlsx(row: Report, spoken: Language) -> HttpResponse:
    answer = HttpResponse(sheets.workbook(row, spoken), content_type=XLSX)
    name = file_name(row.paper) if row.paper else row.since.isoformat()
    answer["Content-Disposition"] = f'attachment; filename="{name}-{spoken}.xlsx"'
    return answer


FORMS: Mapping[str, Callable[[Report, Language], HttpResponse]] = {
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
}


@require_safe
def file(request: StaffRequest, quarter: str, spoken: str, form: str) -> HttpResponse:
    row = queries.report(request.actor.office_id, quarter_of(request, quarter).since)
    if row is None or form not in FORMS or spoken not in set(Language):
        raise Http404
    return FORMS[form](row, Language(spoken))
