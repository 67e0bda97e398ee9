"""The minutes of every day, and of one: who was received, what was answered and ordered, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.minutes import papers, queries, smart
from qabyldau.papers import previews
from qabyldau.papers.kinds import PaperKind
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.regulation.norms.control import Minutes as MinutesNorm
from qabyldau.regulation.words import Language
from qabyldau.web.minutes.words import HINTS
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, office_of, show, today
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from qabyldau.control.models import Instruction
    from qabyldau.schedule.models import ReceptionDay


@dataclass(frozen=True, slots=True)
class Given:
    """An instruction with what could be said of it more clearly."""

    row: Instruction
    hints: list[Promise]

    @property
    def lead(self) -> object:
        return next((part.body for part in self.row.executors.all() if part.lead), None)

    @property
    def others(self) -> list[object]:
        return [part.body for part in self.row.executors.all() if not part.lead]


@require_safe
def minutes(request: StaffRequest) -> HttpResponse:
    """Days that are over or begun: without minutes, written, signed; newest first."""
    rows = queries.days(request.actor, today(office_of(request)), PER_PAGE)
    return show(request, "minutes/list.html", {"rows": rows})


@require_safe
def day(request: StaffRequest, day_id: int) -> HttpResponse:
    found = seen_day(request, day_id)
    kept = queries.of_day(found)
    written = queries.written(kept) if kept else None
    signed = kept is not None and kept.signed_at is not None
    people = queries.received(found)
    context: dict[str, object] = {
        "day": found,
        "minutes": kept,
        "written": written,
        "signed": signed,
        "clause": reception.law_of(found).cite(MinutesNorm),
        "people": [(one, [_given(given, found) for given in one.instructions]) for one in people],
        "bare": [one for one in people if not one.is_minuted],
        "took_part": queries.took_part(found),
        "extracts": queries.extracts(kept) if signed and kept else [],
        "inside": reception.current(found),
        **_may(request, found, signed=signed, begun=bool(people) or kept is not None),
    }
    return show(request, "minutes/day.html", context)


def _may(request: StaffRequest, found: ReceptionDay, *, signed: bool, begun: bool) -> dict[str, bool]:
    actor = request.actor
    signs = actor.may(Right.SIGN_MINUTES) and actor.official_id == found.official_id
    return {
        "may_write": actor.may(Right.WRITE_MINUTES) and not signed,
        "may_sign": signs and not signed and begun,
        "may_add": signs and signed,
        "begun": begun,
    }


def _given(one: Instruction, found: ReceptionDay) -> Given:
    lead = any(part.lead for part in one.executors.all())
    said = smart.hints(
        one.text, executor=lead, due_on=one.due_on, given_on=found.on, calendar=worktime.calendar()
    )
    return Given(one, [HINTS[hint] for hint in said])


@require_safe
def preview(request: StaffRequest, day_id: int, spoken: str) -> HttpResponse:
    """As it would be printed now; nothing of it is kept."""
    found = seen_day(request, day_id)
    if spoken not in set(Language):
        raise Http404
    facts = papers.whole(found, reception.law_of(found))
    printed = previews.draft(found.office, PaperKind.PROTOCOL, facts, Language(spoken), found.on)
    answer = HttpResponse(printed, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="minutes-{found.pk}-{spoken}.pdf"'
    return answer
