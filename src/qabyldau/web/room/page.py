"""The room's pages: today's receptions, and one of them as the official sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from qabyldau.control.kinds import Stage as Written
from qabyldau.minutes import queries as minutes
from qabyldau.minutes import smart
from qabyldau.minutes.smart import Hint
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.norms.control import Minutes as MinutesNorm
from qabyldau.schedule import queries as schedule
from qabyldau.video import queries as videos
from qabyldau.video import server
from qabyldau.web.desk.rows import why
from qabyldau.web.minutes.words import HINTS
from qabyldau.web.room import keeping, person
from qabyldau.web.room.forms import AnswerForm, InstructionForm, offered
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, now, office_of, show, today
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from qabyldau.control.models import Instruction
    from qabyldau.reception.models import Visit
    from qabyldau.schedule.models import ReceptionDay
    from qabyldau.web.room.forms import Offered

SHOWN_NEXT = 4
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Ordered:
    """An instruction; its form and hints while it may still be worded anew."""

    row: Instruction
    form: InstructionForm | None
    hints: list[Promise]


def is_script(request: HttpRequest) -> bool:
    """Sent by the page's own script, which keeps what was typed until the answer comes."""
    return request.headers.get("Accept", "") == JSON


@require_safe
def room(request: StaffRequest) -> HttpResponse:
    """An official comes straight to their own reception of today; others choose one."""
    office = office_of(request)
    days = list(schedule.published_on(office.pk, today(office)))
    own = [one for one in days if one.official_id == request.actor.official_id]
    if not request.actor.may(Right.READ_APPEALS):
        days = own
    if own or len(days) == 1:
        return redirect("staff:room_day", (own or days)[0].pk)
    return show(request, "room/today.html", {"days": days, "today": today(office)})


@require_safe
def day(request: StaffRequest, day_id: int) -> HttpResponse:
    return shown(request, seen_day(request, day_id))


def shown(
    request: StaffRequest, found: ReceptionDay, typed: dict[str, object] | None = None, status: int = 200
) -> HttpResponse:
    """The room as it stands; `typed`: forms that came back, and what stands against them."""
    at, on = now(), today(office_of(request))
    inside, called = reception.current(found), reception.called(found)
    written = minutes.of_day(found)
    context: dict[str, object] = {
        "day": found,
        "at": at,
        "is_today": found.on == on,
        "called": called,
        "waiting": [(one, why(one.reason)) for one in reception.line(found, at)[:SHOWN_NEXT]],
        "received": sum(one.stage == Stage.DONE for one in reception.visits(found)),
        "key": keeping.key(request.actor.user_id, on),
        "minutes_clause": reception.law_of(found).cite(MinutesNorm),
        "is_signed": written is not None and written.signed_at is not None,
        "may_receive": request.actor.may(Right.RECORD_RECEPTION),
        "video_works": server.is_connected(),
        "calls_awaited": videos.asked_for_a_call(found),
        **_before(request, inside or called or _last(found), offered(found.office_id, on)),
        **(typed or {}),
    }
    return show(request, "room/day.html", context, status)


def _last(found: ReceptionDay) -> Visit | None:
    """Between two people: whoever went out last, so that what was said can still be written down."""
    gone = [one for one in reception.visits(found) if one.stage == Stage.DONE and one.ended_at]
    return max(gone, key=lambda one: (one.ended_at, one.pk), default=None)


def _before(request: StaffRequest, visit: Visit | None, choice: Offered) -> dict[str, object]:
    """The person in front of the official, what is known of them, and what may be written."""
    if visit is None:
        return {"visit": None}
    result = minutes.result(visit.appeal)
    start: dict[str, object] = {
        "seen": result.version if result else 0,
        "text": result.answer if result else "",
    }
    return {
        "visit": visit,
        "stage": visit.stage,
        "known": person.known(request.actor, visit),
        "result": result,
        "answer": AnswerForm(prefix="answer", start=start),
        "instruction": InstructionForm(choice),
        "instructions": [_ordered(row, choice) for row in person.instructions(visit.appeal)],
    }


def _ordered(row: Instruction, choice: Offered) -> Ordered:
    form = InstructionForm(choice, row=row, prefix=f"n{row.pk}") if row.stage == Written.DRAFT else None
    calendar = worktime.calendar()
    said = smart.hints(row.text, executor=True, due_on=row.due_on, given_on=row.given_on, calendar=calendar)
    return Ordered(row, form, [HINTS[one] for one in said if form and one is not Hint.NO_DAY])
