"""The operator's calls: whom to call now, what they say, and the page behind a link."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from qabyldau.regulation.words import Language
from qabyldau.surveys import actions, population, queries
from qabyldau.surveys.kinds import Stage, Tried
from qabyldau.web.public.chrome import language as spoken
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, show
from qabyldau.web.surveys.forms import AnswersForm, TriedForm
from qabyldau.web.surveys.words import TRIED

AT_ONCE = 50


@require_safe
def to_call(request: StaffRequest) -> HttpResponse:
    rows = list(queries.to_call(request.actor.office_id, now())[:AT_ONCE])
    return show(request, "surveys/calls.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def call(request: StaffRequest, task_id: int) -> HttpResponse:
    """One person: phone, questions in their language, or why there are no answers."""
    try:
        task = queries.task(request.actor.office_id, task_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    asked = queries.questions(task.round.questionnaire)
    tried = TriedForm(request.POST if "tried" in request.POST else None)
    answers = AnswersForm(asked, Language(task.language), request.POST if "answers" in request.POST else None)
    if tried.is_valid():
        at = tried.call_at(task.round.office.zone)
        actions.attempt(task.pk, Tried(tried.cleaned_data["tried"]), call_at=at, by=request.actor, at=now())
        messages.success(request, gettext("The call is recorded."))
        return redirect("staff:surveys_calls")
    if answers.is_valid():
        actions.answer(task.pk, answers.answers(), by=request.actor, at=now())
        messages.success(request, gettext("The answers are recorded."))
        return redirect("staff:surveys_calls")
    context: dict[str, object] = {
        "task": task,
        "person": population.person(task.round.office_id, task.about) if task.stage == Stage.OPEN else None,
        "tried": tried,
        "answers": answers,
        "attempts": [(one, TRIED[one.tried]) for one in queries.attempts(task)],
    }
    wrong = tried.errors or answers.errors
    return show(request, "surveys/call.html", context, UNPROCESSABLE if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, link: str) -> HttpResponse:
    """A person answers by themselves: no name, and the link opens once."""
    task = queries.by_link(link)
    if task is None:
        raise Http404
    context: dict[str, object] = {"office": task.round.office, "over": task.stage != Stage.OPEN}
    asked = queries.questions(task.round.questionnaire)
    form = AnswersForm(asked, spoken(), request.POST or None)
    if not context["over"] and form.is_valid():
        actions.answer_by_link(link, form.answers(), at=now())
        return render(request, "surveys/thanks.html", context)
    context["form"] = form
    return render(request, "surveys/link.html", context, status=UNPROCESSABLE if form.errors else 200)
