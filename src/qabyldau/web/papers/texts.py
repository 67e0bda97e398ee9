"""The list of texts: which are the office's own, since when, and which wait for approval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.papers import choosing, wordings
from qabyldau.papers.templates import notices, papers
from qabyldau.regulation.words import Language
from qabyldau.web.papers.names import name_of
from qabyldau.web.staff.page import StaffRequest, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.papers.choosing import Approved
    from qabyldau.papers.models import Wording


@dataclass(frozen=True, slots=True)
class Spoken:
    """One template in one language. `own` None: our text is in force; `waits` None: nothing to approve."""

    language: Language
    own: Approved | None
    waits: Wording | None


@dataclass(frozen=True, slots=True)
class Row:
    template: str
    name: str
    spoken: list[Spoken]


@require_safe
def texts(request: StaffRequest) -> HttpResponse:
    waiting = wordings.waiting(request.actor.office_id)
    context = {
        "groups": [
            ("notices", [_row(request, template, waiting) for template in notices()]),
            ("papers", [_row(request, template, waiting) for template in papers()]),
        ],
        "waiting": [(one, name_of(one.name)) for one in waiting.values()],
    }
    return show(request, "papers/texts.html", context)


def _row(request: StaffRequest, template: str, waiting: dict[tuple[str, str], Wording]) -> Row:
    office = office_of(request)
    spoken = [
        Spoken(one, choosing.in_force(office, template, one, today(office)), waiting.get((template, one)))
        for one in Language
    ]
    return Row(template, name_of(template), spoken)
