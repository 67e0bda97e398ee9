"""Call an employee in to the applicant, note the answer, or agree another hour with an official (п. 22)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.consulting import callins, queries
from qabyldau.people.roles import Right
from qabyldau.registry import queries as registry
from qabyldau.regulation.norms.reception import CallIn as CallInNorm
from qabyldau.web.consulting.forms import AgreeForm, AnswerForm, CallInForm
from qabyldau.web.consulting.words import ANSWERS, MARKS
from qabyldau.web.minutes.asking import Page, answered, asked
from qabyldau.web.staff.page import StaffRequest, today

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal

EFFECT = _("It stands on the course of the appeal.")
AGREED = _("The hour stands on the appeal and in the day of the official.")


def _seen(request: StaffRequest, appeal_id: int) -> Appeal:
    return get_object_or_404(registry.visible_to(request.actor).select_related("office"), pk=appeal_id)


def _page(appeal: Appeal, heading: str, effect: str | Promise, button: str) -> Page:
    return Page(
        heading=heading,
        effect=effect,
        button=button,
        back=reverse("staff:appeal", args=[appeal.pk]),
        back_words=f"{appeal.number} · {appeal.applicant_name}",
        clause=appeal.edition.cite(CallInNorm),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def call_in(request: StaffRequest, appeal_id: int) -> HttpResponse:
    appeal = _seen(request, appeal_id)
    form = CallInForm(request.POST if request.method == "POST" else None)

    def do() -> object:
        given = form.cleaned_data
        who = {"employee": given["employee"], "position": given["position"]}
        return callins.call_in(appeal.pk, **who, asked=asked(request, form))

    page = _page(appeal, gettext("Call an employee in"), EFFECT, gettext("Call in"))
    return answered(request, form, page, do)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: StaffRequest, call_in_id: int) -> HttpResponse:
    row = get_object_or_404(queries.calls(request.actor.office_id), pk=call_in_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)

    def do() -> object:
        given = form.cleaned_data
        came = given["came"] == "yes"
        return callins.answer(row.pk, came=came, reason=given["reason"], asked=asked(request, form))

    page = _page(_seen(request, row.appeal_id), row.employee, EFFECT, gettext("Keep the answer"))
    return answered(request, form, page, do)


@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: StaffRequest, appeal_id: int) -> HttpResponse:
    appeal = _seen(request, appeal_id)
    form = AgreeForm(appeal, today(appeal.office), request.POST if request.method == "POST" else None)
    page = _page(appeal, gettext("Agree on a talk with an official"), AGREED, gettext("Keep the hour"))
    return answered(
        request,
        form,
        page,
        lambda: callins.agree(appeal.pk, meeting=form.meeting(), asked=asked(request, form)),
    )


def panel(found: Appeal, actor: Actor) -> dict[str, object]:
    """What the page of an appeal shows of those called in and of hours agreed; offered on a reception day."""
    may = actor.may(Right.CALL_IN)
    return {
        "called_in": [(one, ANSWERS[one.answer], MARKS[one.answer]) for one in queries.called_in(found)],
        "agreed_hours": queries.agreed(found),
        "call_in_clause": found.edition.cite(CallInNorm),
        "may_answer_call_in": may,
        "may_call_in": may and queries.is_reception_day(found.office_id, today(found.office)),
    }
