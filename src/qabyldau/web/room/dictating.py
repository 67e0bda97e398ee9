"""What is written while the person sits there: the answer, instructions, and their corrections."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from qabyldau.control import actions as control
from qabyldau.control import queries as instructions
from qabyldau.minutes import actions as minutes
from qabyldau.minutes import queries
from qabyldau.reception import queries as reception
from qabyldau.registry.errors import StaleError
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.room import answering, words
from qabyldau.web.room.forms import AnswerForm, InstructionForm, offered
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, office_of, today

if TYPE_CHECKING:
    from qabyldau.control.models import Instruction
    from qabyldau.reception.models import Visit
    from qabyldau.schedule.models import ReceptionDay


@require_POST
def answer(request: StaffRequest, day_id: int, visit_id: int) -> HttpResponse:
    day, visit = of_day(request, day_id, visit_id)
    form = AnswerForm(request.POST, prefix="answer", start={})
    if not form.is_valid():
        return answering.faulty(request, day, "answer", form)
    said = form.cleaned_data
    try:
        answering.once(
            answering.asked(request),
            lambda asked: minutes.answer(visit.appeal_id, text=said["text"], seen=said["seen"], asked=asked),
        )
    except UnlawfulError as unlawful:
        return answering.refused(request, day, unlawful, {"answer": form})
    except StaleError:
        return _answered_otherwise(request, day, visit, said["text"])
    return answering.done(request, day, words.ANSWERED)


def _answered_otherwise(request: StaffRequest, day: ReceptionDay, visit: Visit, mine: str) -> HttpResponse:
    now_stands = queries.result(visit.appeal)
    theirs, version = (now_stands.answer, now_stands.version) if now_stands else ("", 0)
    again = AnswerForm(prefix="answer", start={"seen": version, "text": mine, "once": str(uuid.uuid4())})
    return answering.conflict(request, day, theirs, version, {"answer": again})


@require_POST
def instruct(request: StaffRequest, day_id: int, visit_id: int) -> HttpResponse:
    day, visit = of_day(request, day_id, visit_id)
    form = InstructionForm(offered(day.office_id, today(office_of(request))), request.POST)
    if not form.is_valid():
        return answering.faulty(request, day, "instruction", form)
    try:
        answering.once(
            answering.asked(request),
            lambda asked: minutes.instruct(visit.appeal_id, order=form.order(), asked=asked),
        )
    except UnlawfulError as unlawful:
        return answering.refused(request, day, unlawful, {"instruction": form})
    return answering.done(request, day, words.DICTATED)


@require_POST
def change(request: StaffRequest, day_id: int, dictated_id: int) -> HttpResponse:
    """A draft worded anew; the version that was seen must still stand."""
    day = seen_day(request, day_id)
    row = _dictated(day, dictated_id)
    form = InstructionForm(offered(day.office_id, today(office_of(request))), request.POST, row)
    if not form.is_valid():
        return answering.faulty(request, day, "instruction", form)
    given = replace(answering.asked(request), version=form.cleaned_data["version"])
    try:
        answering.once(given, lambda asked: control.change(row.pk, order=form.order(), asked=asked))
    except UnlawfulError as unlawful:
        return answering.refused(request, day, unlawful, {"instruction": form})
    except StaleError:
        fresh = _dictated(day, dictated_id)
        return answering.conflict(request, day, fresh.text, fresh.version, {"instruction": form})
    return answering.done(request, day, words.CHANGED)


@require_POST
def drop(request: StaffRequest, day_id: int, dictated_id: int) -> HttpResponse:
    day = seen_day(request, day_id)
    row = _dictated(day, dictated_id)
    try:
        answering.once(answering.asked(request), lambda asked: control.drop(row.pk, asked=asked))
    except UnlawfulError as unlawful:
        return answering.refused(request, day, unlawful)
    return answering.done(request, day, words.DROPPED)


def _dictated(day: ReceptionDay, dictated_id: int) -> Instruction:
    """An instruction of this day's minutes."""
    written = queries.of_day(day)
    rows = instructions.given_in(day.office_id, written.key) if written else []
    found = next((one for one in rows if one.pk == dictated_id), None)
    if found is None:
        raise Http404
    return found


def of_day(request: StaffRequest, day_id: int, visit_id: int) -> tuple[ReceptionDay, Visit]:
    day = seen_day(request, day_id)
    return day, get_object_or_404(reception.visits_of(day), pk=visit_id)
