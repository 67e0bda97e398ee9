"""The history of one message: every try, every report, and who took care of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qabyldau.outbox import queries as outbox
from qabyldau.outbox.kinds import Channel
from qabyldau.outbox.length import parts
from qabyldau.web.delivery.rows import ABOUT, Row, rows
from qabyldau.web.delivery.words import STEPS, fault
from qabyldau.web.staff.page import StaffRequest, show

REGISTERED = "registered"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history, in words."""

    words: str
    why: str
    at: datetime
    last_at: datetime
    count: int


@require_safe
def message(request: StaffRequest, message_id: int) -> HttpResponse:
    """The talon's message carries the code of the applicant: its text is for the applicant alone."""
    found = get_object_or_404(outbox.of(request.actor.office_id), pk=message_id)
    row: Row = rows([found], request.actor)[0]
    if found.about.startswith(ABOUT) and row.appeal is None:
        raise Http404
    context = {
        "row": row,
        "message": found,
        "lines": [
            Line(str(STEPS[one.step]), fault(one.code) if one.code else "", one.at, one.last_at, one.count)
            for one in outbox.history(found)
        ],
        "text": "" if found.notice == REGISTERED else found.text,
        "parts": parts(found.text) if found.channel == Channel.SMS else 0,
        "is_open": outbox.for_a_person(found.office_id).filter(pk=found.pk).exists(),
        "again": found.replaced_by.first(),
    }
    return show(request, "delivery/message.html", context)
