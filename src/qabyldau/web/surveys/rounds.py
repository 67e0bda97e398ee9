"""Rounds: drawn by the department, read by whoever answers for the office; questions; low scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qabyldau.people.roles import Right
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.surveys import actions, queries
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, now, office_of, show
from qabyldau.web.surveys.forms import QuestionsForm, RoundForm, SettleForm
from qabyldau.web.surveys.words import ANSWERS, POPULATIONS, STAGES, WAYS
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.surveys.models import Round


@require_safe
def rounds(request: StaffRequest) -> HttpResponse:
    return _listed(request, RoundForm())


@require_POST
def draw(request: StaffRequest) -> HttpResponse:
    form = RoundForm(request.POST)
    if form.is_valid() and (drawn := _drawn(request, form)):
        messages.success(request, gettext("The sample is drawn."))
        return redirect("staff:surveys_round", drawn.pk)
    return _listed(request, form)


def _listed(request: StaffRequest, form: RoundForm) -> HttpResponse:
    """The rounds, and the form of a new one for whoever may draw it."""
    office, may_run = office_of(request), request.actor.may(Right.RUN_SURVEYS)
    context: dict[str, object] = {
        "form": form if may_run else None,
        "rows": [(one, POPULATIONS[one.population], WAYS[one.way]) for one in queries.rounds(office.pk)],
        "concerns": list(queries.concerns(office.pk)) if may_run else [],
        "questionnaire": queries.questionnaire(office.pk),
    }
    return show(request, "surveys/rounds.html", context, UNPROCESSABLE if form.errors else 200)


def _drawn(request: StaffRequest, form: RoundForm) -> Round | None:
    try:
        return actions.draw(office_of(request), form.wanted(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        clause = f" ({unlawful.citation.words[language()]})" if unlawful.citation else ""
        form.add_error("size", law_message(unlawful) + clause)
        return None


@require_safe
def results(request: StaffRequest, round_id: int) -> HttpResponse:
    """Figures, answers by question, and the sample with its seed."""
    try:
        row = queries.round_of(request.actor.office_id, round_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    answers = [
        (one, [(ANSWERS.get(value, value), count) for value, count in counted], said)
        for one, counted, said in queries.answers(row)
    ]
    sampled = [(one, STAGES[one.stage]) for one in queries.tasks(row)]
    found = queries.found(row)
    context = {
        "row": row,
        "found": found,
        "mean": f"{found.mean / 10:.2f}".replace(".", ",") if found.mean is not None else "",
        "content": [
            round(100 * part) for part in (found.content.value, found.content.low, found.content.high)
        ]
        if found.content
        else [],
        "rate": round(100 * found.rate),
        "answers": answers,
        "sampled": sampled,
        "population": POPULATIONS[row.population],
        "way": WAYS[row.way],
    }
    return show(request, "surveys/round.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: StaffRequest) -> HttpResponse:
    """A new version each time; rounds drawn before keep theirs."""
    office = office_of(request)
    last = queries.questionnaire(office.pk)
    form = QuestionsForm(queries.questions(last) if last else [], request.POST or None)
    if form.is_valid() and _written(request, form):
        messages.success(request, gettext("The new version is asked from the next round on."))
        return redirect("staff:surveys")
    context = {"form": form, "version": last.version if last else 0}
    return show(request, "surveys/questions.html", context, UNPROCESSABLE if form.errors else 200)


def _written(request: StaffRequest, form: QuestionsForm) -> bool:
    try:
        actions.write_questions(office_of(request), form.asked(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        form.add_error(None, law_message(unlawful))
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def concern(request: StaffRequest, concern_id: int) -> HttpResponse:
    """A low score: what was answered, and what was done about it."""
    found = queries.concerns(request.actor.office_id).filter(pk=concern_id).first()
    if found is None:
        raise Http404
    form = SettleForm(request.POST or None)
    if form.is_valid():
        actions.settle(found.pk, form.cleaned_data["remark"], by=request.actor, at=now())
        messages.success(request, gettext("It is recorded what was found and done."))
        return redirect("staff:surveys")
    task = found.response.task
    said = [
        (one, found.response.answers.get(one.field, ""))
        for one in queries.questions(task.round.questionnaire)
    ]
    answers = [(one, ANSWERS.get(value, value)) for one, value in said if value]
    context = {"form": form, "row": task.round, "answers": answers, "place": task.place}
    return show(request, "surveys/concern.html", context, UNPROCESSABLE if form.errors else 200)
