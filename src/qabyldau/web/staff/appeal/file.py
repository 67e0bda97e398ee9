"""A file of an appeal, for whoever may see the appeal: always as a download, of the kind found in it."""

from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qabyldau.registry.files import path_of
from qabyldau.web.staff.appeal.page import seen
from qabyldau.web.staff.page import StaffRequest


@require_safe
def file(request: StaffRequest, appeal_id: int, file_id: int) -> FileResponse:
    row = get_object_or_404(seen(request, appeal_id).attachments, pk=file_id)
    answer = FileResponse(
        path_of(row.stored).open("rb"), as_attachment=True, filename=row.name, content_type=row.kind
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
