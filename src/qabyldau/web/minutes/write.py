"""Write into the minutes: an answer on the spot, an instruction, its other wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.bodies import queries as bodies
from qabyldau.control import actions as control
from qabyldau.control import queries as instructions
from qabyldau.minutes import actions, queries
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.control import Minutes as MinutesNorm
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.minutes.asking import Page, answered, asked
from qabyldau.web.minutes.forms import AnswerForm, OrderForm
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, now, office_of, today
from qabyldau.web.templatetags.words import in_words
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Instruction
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay

EXECUTED_BY = _("The executor gets an extract once the minutes are signed.")


def _of_day(request: StaffRequest, day_id: int, appeal_id: int) -> tuple[ReceptionDay, Appeal]:
    day = seen_day(request, day_id)
    return day, get_object_or_404(registry.visible_to(request.actor).select_related("office"), pk=appeal_id)


def _page(day: ReceptionDay, appeal: Appeal, heading: str, effect: str | Promise, button: str) -> Page:
    return Page(
        heading=f"{heading} · {appeal.applicant_name}",
        effect=effect,
        button=button,
        back=reverse("staff:minutes_day", args=[day.pk]),
        back_words=gettext("Minutes of %(day)s") % {"day": in_words(day.on)},
        clause=appeal.edition.cite(MinutesNorm),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: StaffRequest, day_id: int, appeal_id: int) -> HttpResponse:
    day, appeal = _of_day(request, day_id, appeal_id)
    known = queries.result(appeal)
    form = AnswerForm(
        request.POST if request.method == "POST" else None, {"text": known.answer} if known else None
    )
    effect = gettext("The answer stands in the minutes and on the appeal.")
    page = _page(day, appeal, gettext("Answer on the spot"), effect, gettext("Keep the answer"))
    return answered(
        request,
        form,
        page,
        lambda: actions.answer(appeal.pk, text=form.cleaned_data["text"], asked=asked(request, form)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def order(request: StaffRequest, day_id: int, appeal_id: int) -> HttpResponse:
    day, appeal = _of_day(request, day_id, appeal_id)
    form = OrderForm(_executors(request), request.POST if request.method == "POST" else None)
    page = _page(day, appeal, gettext("New instruction"), EXECUTED_BY, gettext("Write it into the minutes"))
    return answered(
        request,
        form,
        page,
        lambda: actions.instruct(appeal.pk, order=form.order(), asked=asked(request, form)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, instruction_id: int) -> HttpResponse:
    row, day = _draft(request, instruction_id)
    form = OrderForm(_executors(request), request.POST if request.method == "POST" else None, row)
    heading = gettext("Instruction %(place)s") % {"place": row.place}
    page = _page(day, row.appeal, heading, EXECUTED_BY, gettext("Keep the instruction"))
    return answered(
        request, form, page, lambda: control.change(row.pk, order=form.order(), asked=asked(request, form))
    )


@require_POST
def drop(request: StaffRequest, instruction_id: int) -> HttpResponse:
    row, day = _draft(request, instruction_id)
    try:
        control.drop(row.pk, asked=Asked(by=request.actor, at=now()))
    except UnlawfulError as unlawful:
        messages.error(request, law_message(unlawful))
    else:
        messages.success(request, gettext("The instruction is taken out of the minutes."))
    return redirect("staff:minutes_day", day.pk)


def _draft(request: StaffRequest, instruction_id: int) -> tuple[Instruction, ReceptionDay]:
    """An instruction of minutes that this person may see."""
    try:
        row = instructions.instruction(request.actor.office_id, instruction_id)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    kept = queries.of_source(row.office_id, row.source)
    if kept is None:
        raise Http404
    return row, seen_day(request, kept.day_id)


def _executors(request: StaffRequest) -> list[Body]:
    office = office_of(request)
    return list(bodies.active(office.pk, today(office)))
